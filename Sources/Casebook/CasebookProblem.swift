/// A place in a casebook's file. Lines and columns count from 1.
public struct FilePlace: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The file's path below the casebook's folder.
  public let file: String
  /// From 1.
  public let line: Int
  /// Where the offending text begins, from 1, in characters.
  public let column: Int

  /// Takes the parts as they are.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// As files and messages write it.
  public var description: String { "\(file):\(line):\(column)" }

  /// By the order of their parts, as written.
  public static func < (one: FilePlace, other: FilePlace) -> Bool {
    (one.file, one.line, one.column) < (other.file, other.line, other.column)
  }
}

/// Something in a casebook that cannot be taken as it stands.
public struct CasebookProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it stands.
  public let place: FilePlace
  /// The offending text; empty where something is missing.
  public let value: String
  /// What is wrong, as a clause without a full stop.
  public let message: String
  /// What would do, as a full sentence.
  public let remedy: String
  /// Whether it is one of fingerprints alone: then the records are whole, and making them again mends it.
  public var isOfFingerprints = false

  /// Takes the parts as they are.
  public init(place: FilePlace, value: String = "", message: String, remedy: String) {
    self.place = place
    self.value = value
    self.message = message
    self.remedy = remedy
  }

  /// `events/2016.yaml:12:9: “2016-13-01”: there is no month 13. Write …`
  public var description: String {
    let quoted = value.isEmpty ? "" : "“\(value)”: "
    return "\(place): \(quoted)\(message). \(remedy)"
  }
}

/// Gathers the problems of one reading, so that a writer sees all of them at once.
package final class ProblemCollector {
  package private(set) var problems: [CasebookProblem] = []

  package init() {}

  package func add(_ problem: CasebookProblem) { problems.append(problem) }
}
