public import Model

/// How exactly the rows of each dataset are placed, from its own codes.
extension EventFormat {
  /// It does not say.
  public func precision(_ row: FileRow) -> PlacePrecision { .vague }

  /// Where a row that `event` took says it was, and how exactly; nil where it gives no coordinates.
  public func location(_ row: FileRow) -> Location? {
    coordinates(row).map { Location($0, precision(row)) }
  }
}

extension UCDPEvents {
  /// By `where_prec` (GED Codebook): 5 is a river, a border or a region, 7 the sea or the air.
  public func precision(_ row: FileRow) -> PlacePrecision {
    switch row.integer(at.wherePrecision) {
    case 1: .point
    case 2: .near
    case 3: .district
    case 4: .province
    case 6: .country
    default: .vague
    }
  }
}

extension GTD {
  /// By `specificity` (GTD Codebook): 1 is of the town itself, 2 and 3 of the middle of the smallest region known, which
  /// is no province, for that is 4. An attack in the vicinity of a town is near it.
  public func precision(_ row: FileRow) -> PlacePrecision {
    switch row.integer(places.specificity) {
    case 1: row.integer(places.vicinity) == 1 ? .near : .point
    case 2, 3: .district
    case 4: .province
    default: .vague
    }
  }
}

extension ACLED {
  /// By `geo_precision` (ACLED Codebook): 1 is the town that is named, 2 a town for what is near it, 3 a capital or a
  /// natural feature for a larger region.
  public func precision(_ row: FileRow) -> PlacePrecision {
    switch row.integer(places.geoPrecision) {
    case 1: .point
    case 2: .near
    case 3: .province
    default: .vague
    }
  }
}
