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

  /// How many problems are kept to be told; all go to a file.
  static let told = 100

  private let format: any EventFormat
  private let columns: [String]
  private let file: String
  private var ids = IDSet()
  /// How many rows with letters beyond ASCII are UTF-8, and how many are not.
  private var (sound, unsound) = (0, 0)

  /// The file that lists what could not be taken; it is made with the first problem.
  private let listing: String?
  private var lines: LineFile?

  /// - Parameters:
  ///   - file: what problems call the file.
  ///   - listing: the file to which all problems go, a line each; nil to have them counted only.
  init(_ format: any EventFormat, file: String, listing: String? = nil) {
    self.listing = listing
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
        try refuse(line: error.line, nil, nil, error.reason, error.remedy)
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
      try take(row)
    }
    // Rows of one day keep their order, for a sort need not.
    rows.sort { ($0.day, $0.offset) < ($1.day, $1.offset) }
    if unsound > sound { encoding = .windows1252 }
    ids = IDSet()
    try lines?.close()
  }

  private mutating func take(_ row: FileRow) throws {
    if row.count < columns.count / 2 {
      let reason = "has \(row.count) fields where \(columns.count) are expected"
      try refuse(line: row.line, nil, nil, reason, "Compare the line with the file as downloaded.")
      return
    }
    let outline: RowOutline
    do {
      outline = try format.outline(row)
    } catch {
      let column = error.column.flatMap { columns.indices.contains($0) ? $0 : nil }
      return try refuse(
        line: row.line, column.map { columns[$0] }, column.map { row[$0] }, error.reason,
        error.remedy)
    }
    guard ids.insert(outline.id) else {
      return try refuse(
        line: row.line, "id", outline.id, "stands in an earlier row already",
        "Keep one row of each id.")
    }
    let day = outline.date.map(\.span.first.rawValue) ?? .max
    let place = RowFile.Place(
      offset: row.bytes.lowerBound, length: row.bytes.count, line: row.line)
    rows.append(Found(day: day, place))
    if let isSound = row.isUTF8 { if isSound { sound += 1 } else { unsound += 1 } }
  }

  private mutating func refuse(
    line: Int, _ field: String?, _ value: String?, _ reason: String, _ remedy: String
  ) throws {
    refused += 1
    let problem = ImportProblem(
      file: file, line: line, field: field, value: value.map { String($0.prefix(200)) },
      reason: reason, remedy: remedy)
    if problems.count < Self.told { problems.append(problem) }
    guard let listing else { return }
    if lines == nil { lines = try LineFile(listing) }
    lines?.add(problem.description)
  }
}
