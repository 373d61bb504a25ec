public import Query

/// What a command shall read, and the command.
public struct PipeRequest: Hashable, Sendable {
  /// What the command reads on its standard input.
  public enum Content: Hashable, Sendable {
    /// A list as CSV: its first rows, `PipeRequest.mostRows` at most.
    case list(ExportRequest)
    /// A record as Markdown.
    case record(ListRow)
    /// A text as it is.
    case text(String)
  }

  /// How many rows of a list go to a command: more are for a file, which `e` writes.
  public static let mostRows = 10_000

  /// As typed, for `sh -c`.
  public var command: String
  /// What it reads.
  public var content: Content

  /// Takes the parts as they are.
  public init(command: String, content: Content) {
    self.command = command
    self.content = content
  }
}

/// A command, and the file that it shall read.
public struct ShellJob: Hashable, Sendable {
  /// As typed, for `sh -c`.
  public var command: String
  /// To be deleted when the command has ended.
  public var path: String
  /// What is to be told when it has ended, beside its status; empty for nothing.
  public var remark: String

  /// Takes the parts as they are.
  public init(command: String, path: String, remark: String = "") {
    self.command = command
    self.path = path
    self.remark = remark
  }
}
