import SearchIndex

/// Work that takes longer than a reader waits asks at every step whether its task still wants it.
///
/// Steps are short, so that Esc ends the work soon whatever it is; who does the work sees that nothing half made is
/// left behind. Outside a task, as on the command line, nothing ends it.
enum LongWork {
  /// Is told of every step: tests end a task in the middle by it.
  @TaskLocal static var watcher: (@Sendable () -> Void)?

  /// - Throws: `CancellationError` where nobody wants the work any longer.
  static func step() throws(CancellationError) {
    if isUnwanted { throw CancellationError() }
  }

  /// The same as a value.
  static var isUnwanted: Bool {
    watcher?()
    return Task.isCancelled
  }

  /// Whether an error says that the work was stopped, and not that it cannot be done.
  static func hasStopped(_ error: any Error) -> Bool {
    error is CancellationError || error as? IndexProblem == .cancelled
  }
}
