import Foundation
import Interchange

/// The library of a dataset that another version of adduce imported, built anew from the rows that are kept.
struct DatasetRebuilding {
  private let dataset: InstalledDataset

  init(_ dataset: InstalledDataset) { self.dataset = dataset }

  /// The dataset with a library that this version can read.
  func current() throws -> InstalledDataset {
    guard dataset.manifest.schema != Schema.version else { return dataset }
    let folder = DatasetFolder(holding: dataset)
    guard let lock = try folder.lock() else {
      throw LibraryProblem.dataset(path: dataset.path, detail: "another import is running")
    }
    return try withExtendedLifetime(lock) { try current(in: folder) }
  }

  /// The same for one who holds the lock of the folder.
  func current(in folder: DatasetFolder) throws -> InstalledDataset {
    var manifest = dataset.manifest
    guard manifest.schema != Schema.version else { return dataset }
    let manager = FileManager.default
    let staged = try folder.staging()
    defer { try? manager.removeItem(atPath: staged) }
    for name in try manager.contentsOfDirectory(atPath: dataset.path)
    where !["records.sqlite", "index.adx", "manifest.json"].contains(name) {
      try manager.linkItem(atPath: "\(dataset.path)/\(name)", toPath: "\(staged)/\(name)")
    }
    try write(into: staged)
    manifest.schema = Schema.version
    try manifest.write(to: staged + "/manifest.json")
    try folder.install(staged, as: manifest.name)
    return folder.dataset(manifest.name) ?? dataset
  }

  /// As long as its task wants it.
  private static func goesOn(_: ImportProgress) -> Bool { !Task.isCancelled }

  private func write(into folder: String) throws {
    let manifest = dataset.manifest
    if let format = RecordFormat(rawValue: manifest.format) {
      let building = RecordsBuilding(format, rows: dataset.rows)
      return try building.write(try building.read(manifest), manifest, into: folder)
    }
    let reading = try DatasetReading(dataset)
    var scan = RowScan(reading.format, file: manifest.file)
    try scan.read(
      dataset.rows, separator: manifest.separatorByte, size: manifest.size, watcher: Self.goesOn)
    _ = try DatasetImport.write(scan.rows, reading.format, manifest, in: folder, Self.goesOn)
  }
}
