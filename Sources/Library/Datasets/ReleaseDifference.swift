import Foundation
import GRDB
import Interchange

/// What a release of a dataset has that the one before had not, by the ids of its events.
public struct ReleaseDifference: Sendable {
  /// The release before.
  public var former: String
  /// How many events are new.
  public var added = 0
  /// How many are gone.
  public var removed = 0
  /// How many have another value in a column that both releases have.
  public var changed = 0
  /// How many of the changed differ in each column, those with most first.
  public var columns: [(name: String, events: Int)] = []
  /// How many are the same in all columns that both have.
  public var same = 0
}

/// Compares two releases, row by row, and writes what differs, a line each event.
struct ReleaseComparison {
  let former: InstalledDataset
  /// The folder of the new release, whose manifest is given.
  let now: InstalledDataset

  /// Writes `changes.txt` into the folder of the new release.
  func write(_ watcher: ImportProgress.Watcher) throws -> ReleaseDifference {
    var difference = ReleaseDifference(former: former.manifest.version)
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: now.path + "/records.sqlite", configuration: configuration)
    var output = try LineFile(now.changes)
    var counts: [String: Int] = [:]
    var (formerRows, nowRows) = (try ReadableRows(former), try ReadableRows(now))
    let shared = nowRows.columns.enumerated().compactMap { index, name in
      formerRows.columns.firstIndex(of: name).map { (name, $0, index) }
    }
    try queue.inDatabase { database in
      try database.execute(
        sql: "ATTACH DATABASE ? AS former", arguments: [former.path + "/records.sqlite"])
      for (sign, one, other) in [("+", "main", "former"), ("-", "former", "main")] {
        let sql = """
          SELECT target, title FROM \(one).listing WHERE kind = 'event'
            AND target NOT IN (SELECT target FROM \(other).listing WHERE kind = 'event')
          ORDER BY document
          """
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
          if sign == "+" { difference.added += 1 } else { difference.removed += 1 }
          output.add("\(sign) \(row["target"] as String) \(row["title"] as String)")
        }
      }
      let both = try Row.fetchCursor(
        database,
        sql: """
          SELECT now.target, now.offset, now.length, now.line, was.offset, was.length, was.line
          FROM main.listing AS now JOIN former.listing AS was ON was.target = now.target
          WHERE now.kind = 'event' AND was.kind = 'event' ORDER BY now.document
          """)
      var done = 0
      while let row = try both.next() {
        done += 1
        if done.isMultiple(of: 4096) {
          let progress = ImportProgress(
            step: .comparing, done: done, total: now.manifest.rows, rows: now.manifest.rows)
          guard watcher(progress) else { throw ImportFileProblem.cancelled }
        }
        guard nowRows.read(offset: row[1], length: row[2], line: row[3]),
          formerRows.read(offset: row[4], length: row[5], line: row[6])
        else { continue }
        let changes = shared.filter { !nowRows.row.equals(formerRows.row, at: $0.2, $0.1) }
        if changes.isEmpty {
          difference.same += 1
          continue
        }
        difference.changed += 1
        let words = changes.map { name, was, now in
          counts[name, default: 0] += 1
          return "\(name): “\(formerRows.row[was].short)” → “\(nowRows.row[now].short)”"
        }
        output.add("~ \(row["target"] as String) \(words.joined(separator: "; "))")
      }
    }
    try output.close()
    difference.columns = counts.map { ($0.key, $0.value) }.sorted {
      ($1.1, $0.0) < ($0.1, $1.0)
    }
    return difference
  }
}

extension FileRow {
  /// Whether a field has the same characters as another's.
  fileprivate func equals(_ other: FileRow, at column: Int, _ theirs: Int) -> Bool {
    if encoding == other.encoding { return utf8(column).elementsEqual(other.utf8(theirs)) }
    return self[column] == other[theirs]
  }
}

extension String {
  /// The beginning, on one line.
  fileprivate var short: String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}

/// The rows of a release with their columns' names.
private struct ReadableRows {
  let columns: [String]
  private var file: RowFile
  private(set) var row = FileRow()

  init(_ dataset: InstalledDataset) throws {
    let manifest = dataset.manifest
    file = try RowFile(
      path: dataset.rows, separator: manifest.separatorByte, encoding: manifest.fileEncoding)
    columns = try DatasetReading(dataset).columns
  }

  mutating func read(offset: Int, length: Int, line: Int) -> Bool {
    file.read(RowFile.Place(offset: offset, length: length, line: line), into: &row)
  }
}
