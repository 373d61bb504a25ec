/// Why there is no full-screen mode.
public enum TerminalProblem: Error, Equatable, Sendable {
  /// `standard input` or `standard output` is a file or a pipe.
  case notATerminal(String)
  /// TERM is unset, or names a terminal that this system does not know.
  case unknownTerminal(String)
  /// The terminal cannot move its cursor, as `dumb` cannot.
  case cannotMoveCursor(String)

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .notATerminal(let stream): "\(stream) is no terminal"
    case .unknownTerminal(""): "TERM is not set"
    case .unknownTerminal(let name): "the terminal “\(name)” (TERM) is not known here"
    case .cannotMoveCursor(let name): "the terminal “\(name)” (TERM) cannot move its cursor"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .notATerminal:
      "Start adduce in a terminal, or use adduce explore --linear, or adduce list, search and show."
    case .unknownTerminal, .cannotMoveCursor:
      "Set TERM to what your terminal is, such as xterm-256color, or use adduce explore --linear."
    }
  }
}
