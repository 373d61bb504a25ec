import CMessageDigest
import Foundation
import GRDB
public import Interchange
import Model

/// Imports a file as it was downloaded: reads it whole, builds its library beside, and puts it into use in
/// one step.
public struct DatasetImport {
  /// What the reader may decide.
  public struct Options: Sendable {
    /// What `in:` shall call it; nil for the format's own name.
    public var name: String?
    /// The key of its format; nil to have it recognised.
    public var format: String?
    /// The release; nil for what the file's name tells.
    public var release: String?
    /// Whether one row that cannot be taken is one too many.
    public var isStrict = false

    /// Decides nothing.
    public init() {}
  }

  /// What came of it.
  public struct Report: Sendable {
    /// The dataset as it is now in use.
    public var dataset: InstalledDataset
    /// The first of the rows that could not be taken.
    public var problems: [ImportProblem]
    /// What changed from the release that was in use before; nil where there was none.
    public var difference: ReleaseDifference?
  }

  private let folder: DatasetFolder

  /// Imports into a folder of datasets.
  public init(into folder: DatasetFolder) { self.folder = folder }

  /// Imports a file.
  ///
  /// - Throws: `ImportRefusal`; then everything is as it was.
  public func run(
    _ file: String, _ options: Options = Options(), watcher: @escaping ImportProgress.Watcher
  ) throws(ImportRefusal) -> Report {
    do {
      guard let lock = try folder.lock() else { throw ImportRefusal.busy(path: folder.path) }
      return try withExtendedLifetime(lock) { try imported(file, options, watcher) }
    } catch let refusal as ImportRefusal {
      throw refusal
    } catch let problem as ImportFileProblem {
      throw .file(problem)
    } catch let error as DatabaseError {
      throw .unwritable(path: folder.path, detail: error.description)
    } catch let error as CocoaError {
      throw .unwritable(path: folder.path, detail: error.localizedDescription)
    } catch {
      throw .unwritable(path: folder.path, detail: "\(error)")
    }
  }

  private func imported(
    _ file: String, _ options: Options, _ watcher: @escaping ImportProgress.Watcher
  ) throws -> Report {
    let staged = try folder.staging()
    defer { try? FileManager.default.removeItem(atPath: staged) }
    let table = try StagedTable(file, in: staged, watcher)
    let build: Build
    if let format = EventFormats.recognise(table.header, as: options.format) {
      build = try events(format, table, file, options, staged, watcher)
    } else if let format = recordFormat(of: table, options) {
      build = try records(format, table, file, options, staged)
    } else {
      let header = table.header.fields.map { String($0.prefix(40)) }
      throw options.format.map { .not(file: file, format: $0, header: header) }
        ?? ImportRefusal.unknown(file: file, header: header)
    }
    var manifest = build.manifest
    manifest.checksum = try table.checksum()
    try manifest.write(to: staged + "/manifest.json")
    let now = InstalledDataset(manifest: manifest, path: staged)
    let difference = try folder.dataset(manifest.name).flatMap { try build.compare($0, now) }
    // The last moment at which it can be stopped.
    let whole = ImportProgress(
      step: .finishing, done: manifest.rows, total: manifest.rows, rows: manifest.rows)
    guard watcher(whole) else { throw ImportFileProblem.cancelled }
    try folder.install(staged, as: manifest.name)
    guard let dataset = folder.dataset(manifest.name) else {
      throw ImportRefusal.unwritable(path: folder.path, detail: "what was written is not there")
    }
    return Report(dataset: dataset, problems: build.problems, difference: difference)
  }

  /// The format that the reader named, or that the file is recognised by.
  private func recordFormat(of table: StagedTable, _ options: Options) -> RecordFormat? {
    let recognised = RecordFormat.recognise(table.start, header: table.header)
    guard let key = options.format else { return recognised }
    let named = RecordFormat(rawValue: key)
    // A table cannot be read without the columns that it is known by.
    return named == .actors && recognised != .actors ? nil : named
  }

  /// What was built of a file, not yet in use.
  private struct Build {
    var manifest: DatasetManifest
    var problems: [ImportProblem]
    /// Compares it with the release before.
    var compare: (_ former: InstalledDataset, _ now: InstalledDataset) throws -> ReleaseDifference?
  }

  private func events(
    _ format: any EventFormat, _ table: StagedTable, _ file: String, _ options: Options,
    _ staged: String, _ watcher: @escaping ImportProgress.Watcher
  ) throws -> Build {
    var scan = RowScan(format, file: file, listing: staged + "/problems.txt")
    try scan.read(table.path, separator: table.separator, size: table.size, watcher: watcher)
    guard !scan.rows.isEmpty, scan.refused == 0 || !options.isStrict else {
      throw ImportRefusal.rows(file: file, refused: scan.refused, problems: scan.problems)
    }
    let key = type(of: format).key
    var manifest = DatasetManifest(
      name: options.name ?? key, title: format.title, content: .events, format: key,
      version: Self.version(file, options), attribution: format.attribution, file: file,
      checksum: "", size: table.size, encoding: scan.encoding.rawValue,
      separator: String(Unicode.Scalar(table.separator)), rows: scan.rows.count,
      refused: scan.refused, imported: Date(), schema: Schema.version)
    let country = try Self.write(scan.rows, format, manifest, in: staged, watcher)
    if options.name == nil, let country {
      manifest.name += "-" + country.rawValue
      manifest.title += ", \(country.name)"
    }
    return Build(manifest: manifest, problems: scan.problems) { former, now in
      guard former.manifest.content == .events else { return nil }
      let former = try DatasetRebuilding(former).current(in: folder)
      return try ReleaseComparison(former: former, now: now).write(watcher)
    }
  }

  private func records(
    _ format: RecordFormat, _ table: StagedTable, _ file: String, _ options: Options,
    _ staged: String
  ) throws -> Build {
    let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    let own = DatasetIDs.slug(stem)
    var manifest = DatasetManifest(
      name: options.name ?? (format == .actors ? format.rawValue : own),
      title: format == .actors ? format.title : "\(format.title) \(stem)", content: .records,
      format: format.rawValue, version: Self.version(file, options),
      attribution: format.attribution, file: file, checksum: "", size: table.size,
      encoding: try table.encoding().rawValue,
      separator: format == .actors ? String(Unicode.Scalar(table.separator)) : "", rows: 0,
      refused: 0, imported: Date(), schema: Schema.version)
    let building = RecordsBuilding(format, rows: table.path)
    let found = try building.read(manifest)
    guard !found.records.isEmpty, found.problems.isEmpty || !options.isStrict else {
      throw ImportRefusal.rows(
        file: file, refused: found.problems.count, problems: found.problems)
    }
    manifest.rows = found.entries
    manifest.refused = found.problems.count
    try building.write(found, manifest, into: staged)
    if !found.problems.isEmpty {
      var lines = try LineFile(staged + "/problems.txt")
      for problem in found.problems { lines.add(problem.description) }
      try lines.close()
    }
    return Build(manifest: manifest, problems: found.problems) { former, now in
      guard former.manifest.format == format.rawValue else { return nil }
      let before = try RecordsBuilding(format, rows: former.rows).read(former.manifest)
      return try building.difference(
        before, found, from: former.manifest.version, to: now.changes)
    }
  }

  private static func version(_ file: String, _ options: Options) -> String {
    options.release ?? ReleaseName.of(file) ?? ReleaseName.day(of: file)
  }

  /// Writes the library of rows that are in order; the country, where all of them lie in one.
  static func write(
    _ rows: [RowScan.Found], _ format: any EventFormat, _ manifest: DatasetManifest,
    in folder: String, _ watcher: ImportProgress.Watcher
  ) throws -> DatasetWriting.Country? {
    let writing = try DatasetWriting(
      folder: folder, key: manifest.format,
      meta: [
        ("title", "\(manifest.title) \(manifest.version)"), ("description", manifest.attribution),
      ])
    let reader = try EventReader(rows, format, manifest, in: folder)
    defer { reader.stop() }
    var done = 0
    return try writing.write {
      let progress = ImportProgress(
        step: .indexing, done: done, total: rows.count, rows: rows.count)
      guard watcher(progress) else { throw ImportFileProblem.cancelled }
      let some = try reader.next()
      done += some.count
      if some.isEmpty {
        _ = watcher(ImportProgress(step: .finishing, done: 0, total: 0, rows: done))
      }
      return some
    }
  }
}
