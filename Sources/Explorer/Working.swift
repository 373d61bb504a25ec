import Query

/// What the reader can do about a question that takes long: see that it does, and stop it.
extension ExplorerState {
  /// Esc while something is asked, or the files are read: no answer is taken any more, and the library stays. What
  /// the screen misses is not asked for by itself until the next key.
  mutating func stopWorking() -> [Effect] {
    isWorking = false
    isStopped = true
    notice = .init(
      text: isReading
        ? "the reading was stopped; what was read before stays"
        : "stopped; the next key asks again for what is missing")
    isReading = false
    return Slot.questions.map(Effect.cancel) + [.cancel(.reload)]
  }

  /// What was stopped may be asked for again; what no pane asks for by itself is.
  mutating func askAgain() -> [Effect] {
    isStopped = false
    panes.index.forgetQuestions()
    panes.events.forgetQuestions()
    forgetOverlayQuestions()
    return (overview == nil ? [.ask(.overview, .overview)] : []) + refetch()
  }
}
