/// Why a name was found; the order is that of the tiers, best first.
public enum NameRule: Int, Comparable, CaseIterable, Sendable {
  /// As typed, to the letter; or the record's id.
  case exact
  /// The same words, whatever the case and marks, however hyphened or joined.
  case folded
  /// The same words as another romanisation spells them, with or without articles and particles:
  /// `Umar` for `Omar`, `Abdurrahman` for `Abd al-Rahman`.
  case romanised
  /// The same words in another order, each in any romanisation.
  case reordered
  /// Every typed word begins a word of the name, or is one in another romanisation; or all in one
  /// piece begin the name.
  case partial
  /// An abbreviation, whatever its points, hyphens and case (`leja` for `LeJ-A`), or the initials
  /// of the name.
  case abbreviation
  /// The same letters but for typing errors.
  case near

  /// Whether one tier is better than another.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

  /// How a name was found, as a short phrase.
  public var words: String {
    switch self {
    case .exact: "as written"
    case .folded: "another spelling"
    case .romanised: "another romanisation"
    case .reordered: "another order of words"
    case .partial: "part of the name"
    case .abbreviation: "abbreviation"
    case .near: "almost the same letters"
    }
  }
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
