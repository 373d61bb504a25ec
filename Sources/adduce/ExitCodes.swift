import ArgumentParser

/// What the program's end says to a script.
enum ExitCodes {
  /// A casebook has problems, or what was asked for is not there.
  static let problems = ExitCode(1)
  /// There is no terminal that the explorer can draw on.
  static let noTerminal = ExitCode(2)
  /// Somebody stopped it, as a shell says of SIGINT.
  static let interrupted = ExitCode(130)
}
