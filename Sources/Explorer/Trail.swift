/// Where the reader was and where they came back from: whole places, so that the same row, the same
/// scroll position and the same scope stand there again at once.
struct Trail: Equatable, Sendable {
  /// How many places are kept.
  static let longest = 200
  /// How many of the last of them keep what lay over the panes: a view holds its answers, which may be large.
  static let mostOverlaid = 16

  private var behind: [Place] = []
  private var ahead: [Place] = []

  /// Everything that a place consists of.
  struct Place: Equatable, Sendable {
    var panes: Panes
    var focus: Pane
    /// What lay over the panes.
    var overlays: [Overlay] = []

    /// Forgets what was answered, but not where it is; what lay over the panes is gone, and not asked for
    /// again.
    mutating func forgetAnswers() {
      panes.forgetAnswers()
      overlays = []
    }
  }

  /// Leaves a place for a new one: what lay ahead is gone.
  mutating func leave(_ place: Place) {
    guard behind.last != place else { return }
    behind.append(place)
    if behind.count > Self.longest { behind.removeFirst() }
    ahead = []
    let overlaid = behind.indices.filter { !behind[$0].overlays.isEmpty }
    for index in overlaid.dropLast(Self.mostOverlaid) { behind[index].overlays = [] }
  }

  /// Forgets what its places hold, but for where they are.
  mutating func forgetAnswers() {
    for index in behind.indices { behind[index].forgetAnswers() }
    for index in ahead.indices { ahead[index].forgetAnswers() }
  }

  mutating func back(from place: Place) -> Place? {
    guard let previous = behind.popLast() else { return nil }
    ahead.append(place)
    return previous
  }

  mutating func forward(from place: Place) -> Place? {
    guard let next = ahead.popLast() else { return nil }
    behind.append(place)
    return next
  }
}
