/// Why a name was found; the order is that of the tiers, best first.
public enum NameRule: Int, Comparable, CaseIterable, Sendable {
  /// As typed, to the letter; or the record's id.
  case exact
  /// The same words, whatever the case and marks, however hyphened or joined.
  case folded
  /// The same words in another order.
  case reordered
  /// An abbreviation, whatever its points, hyphens and case: `leja` for `LeJ-A`.
  case abbreviation
  /// Every typed word begins a word of the name, or all in one piece begin it.
  case prefix

  /// For people, as a clause: “as written”, “another spelling”.
  public var words: String {
    switch self {
    case .exact: "as written"
    case .folded: "another spelling"
    case .reordered: "words in another order"
    case .abbreviation: "abbreviation"
    case .prefix: "part of the name"
    }
  }

  /// Whether one tier is better than another.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// A record found by one of its names.
public struct NameHit: Equatable, Sendable {
  /// The record.
  public let id: String
  /// The name by which it was found, as the record has it.
  public let alias: String
  /// How that name was found.
  public let rule: NameRule
}
