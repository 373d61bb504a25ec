import Foundation
import Interchange
import Library
import Model
import Query

/// A folder of data and files to import into it, which goes with this.
final class ImportFixture {
  let root = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())").path
  let datasets: DatasetFolder

  init() throws {
    datasets = DatasetFolder(data: root + "/data")
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// A file of this text.
  func file(_ name: String, _ text: String) throws -> String {
    try text.write(toFile: "\(root)/\(name)", atomically: true, encoding: .utf8)
    return "\(root)/\(name)"
  }

  /// Rows of made-up events as GED has them; each is id, first day, last day, best, low, high, works.
  func ged(_ name: String, _ rows: [[String]]) throws -> String {
    let header = """
      id,type_of_violence,side_a_new_id,side_a,side_b_new_id,side_b,country,where_coordinates,date_start,\
      date_end,date_prec,best,low,high,source_article

      """
    let lines = rows.map { row in
      "\(row[0]),2,4,Red Band,5,Blue Band,Norland,Westdale,\(row[1]),\(row[2]),1,\(row[3]),\(row[4]),"
        + "\(row[5]),\(row.count > 6 ? row[6] : "")\n"
    }
    return try file(name, header + lines.joined())
  }

  @discardableResult
  func importing(
    _ file: String, name: String? = nil, strict: Bool = false,
    watcher: @escaping ImportProgress.Watcher = { _ in true }
  ) throws(ImportRefusal) -> DatasetImport.Report {
    var options = DatasetImport.Options()
    options.name = name
    options.isStrict = strict
    return try DatasetImport(into: datasets).run(file, options, watcher: watcher)
  }

  /// All files of all datasets, by their path below the folder, with what is in them.
  func files() -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: datasets.path)?.compactMap { $0 as? String }
    var found: [String: Data] = [:]
    for name in names ?? [] where name != ".lock" {
      found[name] = FileManager.default.contents(atPath: "\(datasets.path)/\(name)")
    }
    return found
  }
}

extension SQLiteStore {
  /// The rows that a query finds.
  func rows(_ kind: RecordKind, _ query: String = "") throws -> [ListRow] {
    let request = RowRequest(kind, expression: try QueryReader.read(query), count: 1_000_000)
    guard case .rows(let window) = try answerNow(.rows(request)) else { return [] }
    return window.rows
  }

  /// What is known of a record.
  func dossier(_ id: RecordID) throws -> Dossier? {
    guard case .dossier(let dossier) = try answerNow(.dossier(id)) else { return nil }
    return dossier
  }
}
