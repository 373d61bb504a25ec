/// Where something was, and how exactly that is known.
public struct Location: Hashable, Sendable {
  /// The point by which it is found on a map.
  public var coordinates: Coordinates
  /// What the point stands for.
  public var precision: PlacePrecision

  /// Takes the parts as they are.
  public init(_ coordinates: Coordinates, _ precision: PlacePrecision) {
    self.coordinates = coordinates
    self.precision = precision
  }
}

/// What a point on a map stands for, from the place itself to no more than a country. The raw value is
/// what the index has.
public enum PlacePrecision: Int32, CaseIterable, Hashable, Sendable {
  /// The place itself: a town, a village, a site.
  case point = 1
  /// Near it, or within it, such as a building in a town.
  case near
  /// A district, of which the point is the middle or the chief town.
  case district
  /// A province, of which the point is the middle or the capital.
  case province
  /// A country, of which no more is known.
  case country
  /// A river, a border, the sea; or it is not said how exact the point is.
  case vague

  /// As files write it: `point`, `district`.
  public var word: String { "\(self)" }

  /// By the word that files write; nil for any other.
  public init?(word: some StringProtocol) {
    guard let known = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = known
  }

  /// For people, of so many events: `at the place`, `somewhere in the province`.
  public var words: String {
    switch self {
    case .point: "at the place"
    case .near: "near or within it"
    case .district: "somewhere in the district"
    case .province: "somewhere in the province"
    case .country: "somewhere in the country"
    case .vague: "vague, or not said how exact"
    }
  }
}
