/// How a passage was found again in a reader's copy of its source.
public enum AnchorState: Hashable, Sendable {
  /// Every fingerprint of it, in one place, where its neighbours lead one to expect it.
  case exact
  /// Every fingerprint of it, in one place, but elsewhere.
  case moved
  /// So many of a hundred of its fingerprints, 1 to 99, in one place and clearly more than elsewhere.
  case fuzzy(percent: Int)
  /// Not found, or not found well enough to be sure.
  case lost

  /// As people read it: `exact`, `fuzzy 93 %`.
  public var words: String {
    switch self {
    case .exact: "exact"
    case .moved: "moved"
    case .fuzzy(let percent): "fuzzy \(percent) %"
    case .lost: "lost"
    }
  }
}
