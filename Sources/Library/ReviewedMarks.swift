import Foundation
public import Model

/// The records that a reader has marked as reviewed, by their ids: a file of the user's data (XDG Base
/// Directory 0.8), an id a line. It belongs to no collection, so that it outlives every release of any.
public struct ReviewedMarks: Sendable {
  /// The file, which need not exist.
  public let path: String

  /// Below `data`, which is `$XDG_DATA_HOME` or `~/.local/share`.
  public init(data: String) { path = data + "/adduce/reviewed.txt" }

  /// All that are marked; a file that cannot be read has none.
  public var ids: Set<RecordID> {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return Set(text.split(separator: "\n").map { RecordID(String($0)) })
  }

  /// Marks a record, or takes its mark away; what another program has marked meanwhile stays.
  ///
  /// - Throws: what the system says; then the file is as it was.
  public func set(_ id: RecordID, isReviewed: Bool) throws {
    try FileLock.holding(path) {
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      // Not sorted anew, for there may be tens of thousands.
      var lines = text.split(separator: "\n")
      let line = Substring(id.rawValue)
      lines.removeAll { $0 == line }
      if isReviewed { lines.insert(line, at: lines.firstIndex { $0 > line } ?? lines.endIndex) }
      // Written beside and renamed.
      try lines.map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
    }
  }
}
