/// What a map is drawn of: lines along coasts and borders, and the names of countries, provinces and towns.
public struct MapOutlines: Equatable, Sendable {
  /// A line, and the box that it lies in.
  public struct Line: Equatable, Sendable {
    /// Whether areas meet along it; a coast has one on one side alone.
    public var isBorder: Bool
    /// Two or more.
    public var points: [GeoPoint]
    /// The least that holds all its points.
    public var box: GeoBox
  }

  /// A country or a province.
  public struct Area: Equatable, Sendable {
    /// ISO 3166: `AFG`, `AF-NAN`; a few have a code of the maps' own.
    public var code: String
    /// In English, as a rule.
    public var name: String
    /// A point within its largest part.
    public var middle: GeoPoint
    /// From its western to its eastern end, in thousandths of a degree.
    public var width: Int
  }

  /// A town.
  public struct Town: Equatable, Sendable {
    /// Its number at GeoNames.
    public var id: Int
    /// Without marks of romanisation.
    public var name: String
    /// Where it is.
    public var point: GeoPoint
    /// How many people, as GeoNames has it; 0 where it does not know.
    public var population: Int
  }

  /// Of all countries, for a map of the world.
  public var world: [Line] = []
  /// Of all countries, for a nearer look.
  public var countries: [Line] = []
  /// Borders between provinces; those of countries are not among them.
  public var provinces: [Line] = []
  /// By their codes.
  public var countryNames: [Area] = []
  /// By their codes.
  public var provinceNames: [Area] = []
  /// The largest first.
  public var towns: [Town] = []

  /// Nothing at all.
  public init() {}
}
