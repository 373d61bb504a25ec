/// The Georeferenced Event Dataset of the Uppsala Conflict Data Program, and its Candidate files (UCDP GED
/// Codebook; Sundberg and Melander 2013).
///
/// Columns are known by their names, which have changed with the releases, in any order; a file of the
/// Candidate Events without a header is known by its 49 fields.
public struct UCDPEvents: EventFormat {
  /// As ids and `in:` have it.
  public static let key = "ged"
  /// What people call it.
  public let title = "UCDP GED"
  /// Whom to credit.
  public let attribution =
    "Uppsala Conflict Data Program, Georeferenced Event Dataset, CC BY 4.0 (Sundberg and Melander 2013)"
  /// In the file's order.
  public let columns: [String]
  /// False for Candidate files without one.
  public let hasHeader: Bool
  let at: Places

  /// Recognises a file that has an id, a type of violence and both sides.
  public init?(header: FileRow) {
    hasHeader = !Self.isUnnamed(header)
    columns = hasHeader ? header.fields : Self.unnamed
    let names = hasHeader ? ColumnNames(header: header) : ColumnNames(header: FileRow(Self.unnamed))
    guard let at = Places(names) else { return nil }
    self.at = at
  }

  /// Whether a first row is one of data, as Candidate files begin.
  private static func isUnnamed(_ row: FileRow) -> Bool {
    row.count == unnamed.count && row.integer(0) != nil && row.integer(2) != nil
      && DatedField.day(row.utf8(39)) != nil
  }

  /// The tags of the Humanitarian Data Exchange in the second row: `#date+year` (HXL 1.1).
  public func isPassedOver(_ row: FileRow) -> Bool {
    row.isBlank(at.id) && row.fields.contains { $0.hasPrefix("#") }
  }

  /// Who is quoted: `source_original`.
  public func quoted(_ row: FileRow) -> String? { row.text(at.original) }

  /// Where the columns are.
  struct Places: Sendable {
    let id, violence, sideA, sideB, best, low, high: Int
    let start, end, year, month, day, datePrecision: Int?
    let idA, idB, conflict: Int?
    let place, described, district, province, country, wherePrecision, latitude, longitude: Int?
    let deathsA, deathsB, civilians, unknown: Int?
    let sourceCount, article, original, clarity, status, active: Int?

    /// Nil where a column is missing without which rows cannot be understood.
    init?(_ columns: ColumnNames) {
      func first(_ names: String...) -> Int? { names.lazy.compactMap(columns.place).first }
      guard let id = first("id"), let violence = first("type_of_violence"),
        let sideA = first("side_a"), let sideB = first("side_b"),
        let best = first("best", "best_est", "best_death"),
        let low = first("low", "low_est", "low_death"),
        let high = first("high", "high_est", "high_death")
      else { return nil }
      (self.id, self.violence, self.sideA, self.sideB) = (id, violence, sideA, sideB)
      (self.best, self.low, self.high) = (best, low, high)
      (start, end) = (first("date_start"), first("date_end"))
      (year, month, day) = (first("year"), first("month"), first("day"))
      guard start != nil || (year != nil && month != nil && day != nil) else { return nil }
      datePrecision = first("date_prec")
      (idA, idB) = (first("side_a_new_id"), first("side_b_new_id"))
      conflict = first("conflict_name")
      (place, described) = (first("where_coordinates"), first("where_description"))
      (district, province, country) = (first("adm_2"), first("adm_1"), first("country"))
      wherePrecision = first("where_prec")
      (latitude, longitude) = (first("latitude"), first("longitude"))
      (deathsA, deathsB) = (first("deaths_a"), first("deaths_b"))
      (civilians, unknown) = (first("deaths_civilians"), first("deaths_unknown"))
      sourceCount = first("number_of_sources")
      (article, original) = (first("source_article"), first("source_original"))
      (clarity, status, active) = (
        first("event_clarity"), first("code_status"), first("active_year")
      )
    }
  }

  /// The columns of a file without a header, in their order since GED 20.1.
  private static let unnamed = [
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
  ]
}
