public import Model

/// The Global Terrorism Database of START, University of Maryland, as CSV of its 135 columns or of some
/// of them.
///
/// Followed is *GTD Codebook: Methodology, Inclusion Criteria, and Variables*, August 2021. A month or
/// day of 0 is unknown and makes a year or a month of the date; blank, -9 and -99 are unknown, never 0.
public struct GTD: EventFormat {
  /// What `--as`, ids and `in:` call it.
  public static let key = "gtd"
  /// What people call it.
  public let title = "GTD"
  /// The provider and the codebook.
  public let attribution =
    "START (National Consortium for the Study of Terrorism and Responses to Terrorism), Global Terrorism"
    + " Database; codebook of August 2021"
  /// Always: without names the columns of a subset cannot be told apart.
  public let hasHeader = true

  /// Whatever order the file has them in.
  let names: ColumnNames
  /// The columns that every row is asked for.
  let places: Places

  /// The file's columns, by what they hold; nil where it has none such.
  struct Places: Sendable {
    let id, year, month, day: Int
    let extended, resolution, city, province, country, latitude, longitude: Int?
    let specificity, vicinity: Int?
    let attack, attackText, killed, wounded, target, organisation: Int?
    let groups, sources, searched: [Int]
  }

  /// Needs `eventid`, `iyear`, `imonth` and `iday`, in any order and in either case.
  public init?(header: FileRow) {
    names = ColumnNames(header: header)
    let place = names.place
    guard let id = place("eventid"), let year = place("iyear"), let month = place("imonth"),
      let day = place("iday")
    else { return nil }
    places = Places(
      id: id, year: year, month: month, day: day, extended: place("extended"),
      resolution: place("resolution"), city: place("city"), province: place("provstate"),
      country: place("country_txt"), latitude: place("latitude"), longitude: place("longitude"),
      specificity: place("specificity"), vicinity: place("vicinity"), attack: place("attacktype1"),
      attackText: place("attacktype1_txt"), killed: place("nkill"), wounded: place("nwound"),
      target: place("target1"), organisation: place("corp1"),
      groups: ["gname", "gname2", "gname3"].compactMap(place),
      sources: ["scite1", "scite2", "scite3"].compactMap(place),
      searched: [
        "summary", "gsubname", "gsubname2", "gsubname3", "corp1", "target1", "corp2", "target2",
        "corp3", "target3", "location", "motive", "addnotes",
      ].compactMap(place))
  }

  /// The columns' names, in the file's order.
  public var columns: [String] { names.all }

  /// What a row says, in short.
  ///
  /// - Throws: `RowProblem` where `eventid` has not twelve digits, or the date is none.
  public func event(_ row: FileRow) throws(RowProblem) -> DatasetEvent {
    let id = try id(row)
    let date = try date(row)
    let groups = groups(row)
    let kind =
      row.text(places.attackText)
      ?? row.integer(places.attack).flatMap { GTDCodebook.book.guide("attacktype1")?.codes[$0] }
      ?? "Attack"
    let killed = count(row, places.killed)
    let wounded = count(row, places.wounded)
    return DatasetEvent(
      id: id, title: title(row, kind: kind, groups: groups), kind: kind, date: date.whole,
      groups: groups, places: towns(row), killed: killed?.figure,
      wounded: wounded?.figure, casualties: line(killed, wounded),
      sources: places.sources.compactMap { CitedWork(gtd: row.text($0)) },
      note: places.searched.compactMap(row.text).joined(separator: "\n"))
  }

  /// The codebook on a column.
  public func help(_ column: Int) -> CodebookEntry? {
    names.key(column).flatMap(GTDCodebook.book.entry)
  }

  /// What a code means; that a blank number of people is unknown.
  public func meaning(_ column: Int, _ value: String) -> String? {
    guard let key = names.key(column) else { return nil }
    if Self.counts.contains(key), FileRow([value]).isBlank(0) {
      return "unknown: the field is blank"
    }
    return GTDCodebook.book.meaning(key, value)
  }

  /// The columns in which a blank field says that something is not known.
  static let counts: Set<String> = [
    "nkill", "nkillus", "nkillter", "nwound", "nwoundus", "nwoundte",
  ]

  private func id(_ row: FileRow) throws(RowProblem) -> String {
    let given = row.text(places.id)
    guard let given else {
      throw RowProblem(
        column: places.id, "is blank", remedy: "Each row needs its eventid of twelve digits.")
    }
    guard let number = row.integer(places.id), (100_000_000_000...999_999_999_999).contains(number)
    else {
      throw RowProblem(
        column: places.id, "is no eventid of twelve digits",
        remedy: given.contains(where: \.isLetter)
          ? "A spreadsheet has rounded it; import the file as it was downloaded."
          : "Write it as in 201801010001: year, month, day and a number of four digits.")
    }
    return String(number)
  }

  /// The groups to which the row attributes the attack; `Unknown` is none.
  private func groups(_ row: FileRow) -> [DatasetParty] {
    places.groups.compactMap { row.text($0) }.filter(Self.isGroup).map { DatasetParty($0) }
  }

  /// Whether a name stands for a group, and not for its absence.
  static func isGroup(_ name: String) -> Bool {
    name != "Unknown" && name != "Unaffiliated Individual(s)"
  }

  /// `Bombing/Explosion, Northern Front`; the target where no group is known.
  private func title(_ row: FileRow, kind: String, groups: [DatasetParty]) -> String {
    let what = groups.isEmpty ? known(row, places.target) ?? known(row, places.organisation) : nil
    let who = groups.map(\.name).joined(separator: "; ")
    return [kind, what ?? (who.isEmpty ? nil : who)].compactMap(\.self).joined(separator: ", ")
  }

  /// A text that is not blank and not `Unknown`.
  func known(_ row: FileRow, _ column: Int?) -> String? {
    row.text(column).flatMap {
      $0 == "Unknown" || $0 == "Not Applicable" || $0 == "-9" || $0 == "-99" ? nil : $0
    }
  }

  /// From the town to the country.
  func towns(_ row: FileRow) -> [DatasetPlace] {
    [(places.city, "town"), (places.province, "province"), (places.country, "country")].compactMap {
      column, type in known(row, column).map { DatasetPlace($0, type) }
    }
  }

  /// Nil where not even the first-order region is known (specificity 5).
  public func coordinates(_ row: FileRow) -> Coordinates? {
    guard row.integer(places.specificity) != 5, let latitude = row.decimal(places.latitude),
      let longitude = row.decimal(places.longitude)
    else { return nil }
    return Coordinates(latitude: latitude, longitude: longitude)
  }
}
