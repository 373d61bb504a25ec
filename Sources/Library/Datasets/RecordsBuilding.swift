import Casebook
import Foundation
import Interchange
import Model

/// The library of a file of records: what it holds is read whole, and indexed as a casebook is.
struct RecordsBuilding {
  private let format: RecordFormat
  private let path: String

  init(_ format: RecordFormat, rows path: String) {
    self.format = format
    self.path = path
  }

  /// What the file holds; problems call it by the name given.
  func read(_ manifest: DatasetManifest) throws -> ImportedRecords {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ImportFileProblem.unreadable(path: path, detail: "it is gone")
    }
    var header = FileRow()
    var rows: [FileRow] = []
    if format == .actors {
      let reader = try CSVReader(
        path: path, separator: manifest.separatorByte, encoding: manifest.fileEncoding)
      _ = try reader.next(&header)
      var row = FileRow()
      while try reader.next(&row) { rows.append(row) }
    }
    return format.read(
      Array(bytes), header: header, rows: rows, file: manifest.file,
      dataset: RecordID(manifest.name))
  }

  /// Writes the library.
  func write(_ found: ImportedRecords, _ manifest: DatasetManifest, into folder: String) throws {
    var contents = CasebookContents(records: found.records)
    contents.title = "\(manifest.title) \(manifest.version)"
    contents.description = manifest.attribution
    if !format.isBibliography {
      contents.passages = try passages(found.records, RecordID(manifest.name))
      contents.records.insert(.source(source(manifest)), at: 0)
    }
    try Indexing(contents: contents).write(into: folder)
  }

  /// The file itself, which its entries cite.
  private func source(_ manifest: DatasetManifest) -> Source {
    let name = manifest.file.split(separator: "/").last.map(String.init)
    return Source(
      id: RecordID(manifest.name), title: manifest.title,
      publisher: manifest.attribution.isEmpty ? nil : manifest.attribution, series: name,
      issue: manifest.version, type: "dataset", isHeld: true)
  }

  /// The lines of the file that are cited, each by whom it tells of.
  private func passages(_ records: [Record], _ dataset: RecordID) throws -> [Passage] {
    let catalogue = try Catalogue(CasebookContents(records: records))
    return catalogue.statementsByPassage.filter { $0.key.source == dataset }
      .sorted { $0.key < $1.key }.map { id, statements in
        let subjects = statements.reduce(into: [RecordID]()) { all, statement in
          if !all.contains(statement.subject) { all.append(statement.subject) }
        }
        let names = subjects.prefix(3).map(catalogue.name(of:)).joined(separator: "; ")
        return Passage(id: id, kind: .table, digest: names)
      }
  }

  /// What changed from another release, by id; lines of the file count for nothing.
  func difference(
    _ former: ImportedRecords, _ now: ImportedRecords, from version: String, to path: String
  ) throws -> ReleaseDifference {
    var difference = ReleaseDifference(former: version)
    var output = try LineFile(path)
    let (before, after) = (Self.told(former), Self.told(now))
    for record in now.records {
      let id = record.id
      guard let told = before[id] else {
        difference.added += 1
        output.add("+ \(id)")
        continue
      }
      if told == after[id] {
        difference.same += 1
      } else {
        difference.changed += 1
        output.add("~ \(id)")
      }
    }
    for record in former.records where after[record.id] == nil {
      difference.removed += 1
      output.add("- \(record.id)")
    }
    try output.close()
    return difference
  }

  /// All that is said of each record, whatever the lines are that say it.
  private static func told(_ found: ImportedRecords) -> [RecordID: [String]] {
    Dictionary(
      found.records.map { record in
        var told = record.aliases.map { "\($0.kind.rawValue) \($0.text)" }
        told += record.statements.map { "\($0.label) \($0.value.stored) \($0.note ?? "")" }
        if case .source(let source) = record { told.append("\(source)") }
        if case .relation(let relation) = record {
          told.append("\(relation.kind) \(relation.from.stored) \(relation.to.stored)")
        }
        return (record.id, told)
      }, uniquingKeysWith: { one, _ in one })
  }
}
