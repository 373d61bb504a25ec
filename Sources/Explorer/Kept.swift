/// What was laid out last, and for what: made again at will, and so never what tells two states
/// apart.
struct Kept<Key: Equatable & Sendable, Value: Sendable>: Equatable, Sendable {
  private var key: Key?
  private var value: Value?

  /// What was kept for just this.
  func value(for key: Key) -> Value? { key == self.key ? value : nil }

  mutating func keep(_ value: Value, for key: Key) {
    self.key = key
    self.value = value
  }

  mutating func forget() {
    key = nil
    value = nil
  }

  static func == (one: Self, other: Self) -> Bool { true }
}
