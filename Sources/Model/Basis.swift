/// How a source puts a fact.
public enum Basis: String, CaseIterable, Hashable, Sendable {
  /// Said as a fact in the source's own voice.
  case stated
  /// Passed on from somebody else, or hedged with "reportedly".
  case reported
  /// Asserted by one side and open to doubt.
  case alleged
  /// Said not to be so.
  case denied
  /// Concluded by the source, or by the coder from what the source says.
  case inferred
  /// A scenario or a condition.
  case hypothetical
}
