/// How a program ended that had the terminal.
public enum ProgramEnd: Equatable, Sendable {
  case exited(Int32)
  /// By a signal, as by C-c.
  case signalled(Int32)
  /// It could not be started; what the system says.
  case failed(String)

  /// When the reader is asked to press Enter before the explorer comes back.
  public enum Pause: Sendable {
    case never
    /// Where the program has left something on the screen: one that takes the whole screen, as an editor or
    /// a pager does, puts it back as it was. `words` tell how it ended.
    case afterOutput(words: @Sendable (ProgramEnd) -> String)
  }

  var isFailure: Bool { if case .failed = self { true } else { false } }
}
