import Foundation
import Glibc

/// Where imported datasets are kept: a folder in the user's data (XDG Base Directory 0.8), a subfolder a
/// dataset, in it a folder a release and a file `current` that names the one in use.
///
/// A release is made beside the one in use, whole, before `current` is renamed over: whoever is killed
/// leaves the former one in use, and a remnant that the next import clears away.
public struct DatasetFolder: Sendable {
  /// The folder, which need not exist.
  public let path: String

  /// The datasets below `data`, which is `$XDG_DATA_HOME` or `~/.local/share`.
  public init(data: String) { path = data + "/adduce/datasets" }

  /// The folder in which a dataset is.
  init(holding dataset: InstalledDataset) {
    path =
      URL(fileURLWithPath: dataset.path).deletingLastPathComponent()
      .deletingLastPathComponent().path
  }

  /// What is imported, by name; what cannot be read is left out.
  public var datasets: [InstalledDataset] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().compactMap(dataset)
  }

  /// The dataset of a name; nil where there is none.
  public func dataset(_ name: String) -> InstalledDataset? {
    let current = "\(path)/\(name)/current"
    guard let release = try? String(contentsOfFile: current, encoding: .utf8), !release.isEmpty,
      !release.contains("/")
    else { return nil }
    let folder = "\(path)/\(name)/\(release)"
    return DatasetManifest.read(folder + "/manifest.json").map {
      InstalledDataset(manifest: $0, path: folder)
    }
  }

  /// Forgets a dataset; false where there is none of that name.
  ///
  /// - Throws: what the system says.
  public func remove(_ name: String) throws -> Bool {
    guard dataset(name) != nil else { return false }
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    return true
  }

  /// A folder to make a release in, on the same disk.
  func staging() throws -> String {
    let folder = "\(path)/.new-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Puts a release that is whole into use, and takes the former ones away.
  func install(_ staged: String, as name: String) throws {
    let manager = FileManager.default
    let place = "\(path)/\(name)"
    try manager.createDirectory(atPath: place, withIntermediateDirectories: true)
    let former = (try? manager.contentsOfDirectory(atPath: place)) ?? []
    let release = "release-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
    try manager.moveItem(atPath: staged, toPath: "\(place)/\(release)")
    sync("\(place)/\(release)")
    for file in (try? manager.contentsOfDirectory(atPath: "\(place)/\(release)")) ?? [] {
      sync("\(place)/\(release)/\(file)")
    }
    try release.write(toFile: "\(place)/.current", atomically: false, encoding: .utf8)
    sync(place)
    guard rename("\(place)/.current", "\(place)/current") == 0 else {
      throw CocoaError(.fileWriteUnknown)
    }
    sync(place)
    for name in former where name.hasPrefix("release-") {
      try? manager.removeItem(atPath: "\(place)/\(name)")
    }
  }

  /// One import at a time: held until the value is gone.
  ///
  /// - Throws: what the system says; nil where another import is running.
  func lock() throws -> FolderLock? {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard let lock = FolderLock(path + "/.lock") else { return nil }
    // Nobody else is at it, so what is left of others was given up.
    for name in try FileManager.default.contentsOfDirectory(atPath: path)
    where name.hasPrefix(".new-") {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    return lock
  }

  /// Waits until a file, or the names in a folder, are on the disk.
  private func sync(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file >= 0 {
      fsync(file)
      close(file)
    }
  }
}

/// A dataset as it is imported now.
public struct InstalledDataset: Sendable {
  /// What is known of it.
  public let manifest: DatasetManifest
  /// The folder with its library and its rows.
  public let path: String

  /// The table's rows as they were in the file, unpacked.
  var rows: String { path + "/rows.csv" }
  /// The rows that could not be taken, a line each.
  public var problems: String { path + "/problems.txt" }
  /// What changed from the release before, a line each event; missing for a first release.
  public var changes: String { path + "/changes.txt" }
}

/// A lock that others see while this is there.
final class FolderLock {
  private let file: Int32

  init?(_ path: String) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { return nil }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      return nil
    }
  }

  deinit { close(file) }
}
