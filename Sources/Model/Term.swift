/// A word of one of a casebook's controlled vocabularies, and what people read for it.
public struct Term: Hashable, Sendable {
  /// As files write it: `suicide-bombing`.
  public var key: String
  /// As people read it: `Suicide bombing`.
  public var label: String

  /// Takes the parts as they are.
  public init(key: String, label: String) {
    self.key = key
    self.label = label
  }
}
