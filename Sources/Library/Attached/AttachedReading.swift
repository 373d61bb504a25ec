import GRDB
import Model
public import Query

/// Attached copies as they are read.
extension Answering {
  /// The sources of which copies are attached.
  func sourcesWithCopies() throws -> [RecordID] {
    try String.fetchAll(database, sql: "SELECT source FROM copy").map { RecordID($0) }
  }

  /// The file that was attached as the copy of a source; nil where none is.
  func attachedFile(of source: RecordID) throws -> AttachedFile? {
    try Row.fetchOne(
      database, sql: "SELECT path, size, modified FROM copy WHERE source = ?",
      arguments: [source.rawValue]
    ).map { AttachedFile(path: $0["path"], size: $0["size"], modified: $0["modified"]) }
  }

  /// The copy of a source; nil where none is attached.
  func copy(of source: RecordID) throws -> AttachedCopy? {
    let row = try Row.fetchOne(
      database, sql: "SELECT text, starts, pages FROM copy WHERE source = ?",
      arguments: [source.rawValue])
    guard let row, let file = try attachedFile(of: source) else { return nil }
    var copy = AttachedCopy(
      path: file.path, file: file.state,
      text: row["text"], starts: StoredNumbers.read(row["starts"]),
      pages: StoredNumbers.read(row["pages"]), passages: [:])
    let anchors = try Row.fetchCursor(
      database,
      sql: "SELECT number, firstWord, lastWord, state, first, last FROM anchor WHERE source = ?",
      arguments: [source.rawValue])
    while let row = try anchors.next() {
      let place = Self.place(row, in: copy)
      let number = ParagraphNumber(row["number"] as Int)
      let (first, last): (Int, Int) = (row["firstWord"], row["lastWord"])
      if first > 0, first <= last {
        copy.spans[PassageSpan(number, words: first...last)] = place
      } else {
        copy.passages[number] = place
      }
    }
    return copy
  }

  /// What is no range of the text is none at all.
  private static func place(_ row: Row, in copy: AttachedCopy) -> AttachedCopy.Place {
    guard let first = row["first"] as Int?, let last = row["last"] as Int?, first >= 0,
      first < last, last <= copy.text.utf8.count
    else { return AttachedCopy.Place(.lost) }
    return AttachedCopy.Place(AnchorState(stored: row["state"]), range: first..<last)
  }

  /// How the passages of a source were found in its copy; empty where none is attached.
  func anchors(of source: RecordID) throws -> [ParagraphNumber: AnchorState] {
    let statement = try database.cachedStatement(
      sql: "SELECT number, state FROM anchor WHERE source = ? AND firstWord = 0")
    let rows = try Row.fetchAll(statement, arguments: [source.rawValue])
    return Dictionary(
      rows.map { (ParagraphNumber($0["number"] as Int), AnchorState(stored: $0["state"])) },
      uniquingKeysWith: { one, _ in one })
  }
}

extension AttachedFile {
  /// What has become of it.
  public var state: AttachedCopy.File {
    guard let now = AttachedFile(path) else { return .missing }
    return now == self ? .same : .changed
  }
}
