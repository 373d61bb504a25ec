import Foundation
import Interchange
import Model

/// The first reading of a table: which of its rows can be taken, and in which order they stand in lists.
///
/// Holds some 40 bytes a row, 24 of them to the end.
struct RowScan {
  /// A row that can be taken.
  struct Found {
    /// The earliest day it can have been; the greatest number for a row without date.
    let day: Int32
    private let line: UInt32
    private let length: UInt32
    fileprivate let offset: Int

    init(day: Int32, _ place: RowFile.Place) {
      self.day = day
      (line, length, offset) = (UInt32(place.line), UInt32(place.length), place.offset)
    }

    var place: RowFile.Place {
      RowFile.Place(offset: offset, length: Int(length), line: Int(line))
    }
  }

  private(set) var rows: [Found] = []
  private(set) var refused = 0
  /// The first of those that could not be taken.
  private(set) var problems: [ImportProblem] = []
  private(set) var encoding = FileEncoding.utf8

  /// How many problems are kept to be told; all are counted.
  static let told = 10_000

  private let format: any EventFormat
  private let columns: [String]
  private let file: String
  private var ids = IDSet()
  /// How many rows with letters beyond ASCII are UTF-8, and how many are not.
  private var (sound, unsound) = (0, 0)

  /// - Parameter file: what problems call the file.
  init(_ format: any EventFormat, file: String) {
    self.format = format
    columns = format.columns
    self.file = file
  }

  /// Reads all rows; then they stand by their earliest day, those of one day as in the file.
  mutating func read(
    _ path: String, separator: UInt8, size: Int, watcher: ImportProgress.Watcher
  ) throws {
    let reader = try CSVReader(path: path, separator: separator)
    var row = FileRow()
    var isFirst = true
    var seen = 0
    while true {
      do {
        guard try reader.next(&row) else { break }
      } catch {
        refuse(line: error.line, nil, nil, error.reason, error.remedy)
        continue
      }
      seen += 1
      if seen.isMultiple(of: 4096) {
        let progress = ImportProgress(
          step: .reading, done: reader.position, total: size, rows: rows.count)
        guard watcher(progress) else { throw ImportFileProblem.cancelled }
      }
      if isFirst {
        isFirst = false
        if format.hasHeader { continue }
      }
      if seen <= 3, format.isPassedOver(row) { continue }
      take(row)
    }
    // Rows of one day keep their order, for a sort need not.
    rows.sort { ($0.day, $0.offset) < ($1.day, $1.offset) }
    if unsound > sound { encoding = .windows1252 }
    ids = IDSet()
  }

  private mutating func take(_ row: FileRow) {
    if row.count < columns.count / 2 {
      let reason = "has \(row.count) fields where \(columns.count) are expected"
      refuse(line: row.line, nil, nil, reason, "Compare the line with the file as downloaded.")
      return
    }
    do {
      let outline = try format.outline(row)
      guard ids.insert(outline.id) else {
        refuse(
          line: row.line, "id", outline.id, "stands in an earlier row already",
          "Keep one row of each id.")
        return
      }
      let day = outline.date.map(\.span.first.rawValue) ?? .max
      rows.append(
        Found(
          day: day,
          RowFile.Place(offset: row.bytes.lowerBound, length: row.bytes.count, line: row.line)))
      if let isSound = row.isUTF8 { if isSound { sound += 1 } else { unsound += 1 } }
    } catch {
      let column = error.column.flatMap { columns.indices.contains($0) ? $0 : nil }
      refuse(
        line: row.line, column.map { columns[$0] }, column.map { row[$0] }, error.reason,
        error.remedy)
    }
  }

  private mutating func refuse(
    line: Int, _ field: String?, _ value: String?, _ reason: String, _ remedy: String
  ) {
    refused += 1
    guard problems.count < Self.told else { return }
    problems.append(
      ImportProblem(
        file: file, line: line, field: field, value: value.map { String($0.prefix(200)) },
        reason: reason, remedy: remedy))
  }
}
