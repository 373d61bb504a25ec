public import Model
import Query

/// What an editor shall be opened at.
public enum EditTarget: Hashable, Sendable {
  /// A record or one of its facts, by id.
  case record(RecordID)
  case passage(PassageID)
  /// A line, from 1, of a file.
  case line(path: String, Int)
}

/// Something in a casebook's files that keeps it from being read.
public struct FileProblem: Hashable, Sendable {
  /// The file's path.
  public var path: String
  /// From 1.
  public var line: Int
  /// Where it stands, in short: `events/2016.yaml:12:9`.
  public var place: String
  /// What is wrong, as a clause without a full stop.
  public var message: String
  /// What would do, as a full sentence.
  public var remedy: String

  /// Takes the parts as they are.
  public init(path: String, line: Int, place: String, message: String, remedy: String) {
    self.path = path
    self.line = line
    self.place = place
    self.message = message
    self.remedy = remedy
  }
}

extension ExplorerState {
  /// `E`: the record's file at the line of the fact, the passage or the record under the cursor.
  mutating func edit() -> [Effect] {
    guard let pointed else {
      notice = .init(text: "E opens the file of a record; there is none under the cursor")
      return []
    }
    guard pointed.row == nil else {
      notice = .init(text: "a dataset is kept as it was downloaded; R shows the row")
      return []
    }
    if overlays.isEmpty, focus == .reader, let passage = pointed.passage {
      return [.edit(.passage(passage))]
    }
    return [.edit(.record(pointed.statement ?? pointed.id))]
  }

  /// `F5`: the casebooks as their files are now.
  mutating func reload() -> [Effect] {
    notice = .init(text: "reading the files again")
    isReading = true
    return [.reload]
  }

  /// What is shown was read from files that have changed since.
  mutating func takeReloaded() -> [Effect] {
    notice = .init(text: "the files were read again")
    isReading = false
    return readAnew()
  }
}
