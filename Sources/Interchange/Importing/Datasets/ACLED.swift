public import Model

/// The event files of ACLED (Armed Conflict Location & Event Data), as exported or as served: 30 or 31
/// columns, and older files with `data_id`, `event_id_no_cnty` and `iso3`.
///
/// Followed is the ACLED Codebook of October 2024, and for what it does not say the documents that
/// `ACLEDCodebook` cites. A precision of 2 or 3 makes an interval of the date that a row gives, and 0
/// fatalities mean that none were reported.
public struct ACLED: EventFormat {
  /// What `--as`, ids and `in:` call it.
  public static let key = "acled"
  /// What people call it.
  public let title = "ACLED"
  /// The provider and the codebook.
  public let attribution =
    "ACLED (Armed Conflict Location & Event Data), acleddata.com; codebook of October 2024"
  /// Always: the columns differ too much between releases to be told without names.
  public let hasHeader = true

  let names: ColumnNames
  let places: Places

  /// The file's columns, by what they hold; nil where it has none such.
  struct Places: Sendable {
    let id, date, type: Int
    let year, precision, subtype, country, latitude, longitude, geoPrecision: Int?
    let fatalities, source: Int?
    let location, admin1, admin2, admin3, notes, tags: Int?
    /// The first actor, those associated with it, the second, those associated with it.
    let actors: [(column: Int, isList: Bool)]
  }

  /// Needs `event_id_cnty` or `data_id`, `event_date` and `event_type`, in any order and in either case.
  public init?(header: FileRow) {
    names = ColumnNames(header: header)
    let place = names.place
    guard let id = place("event_id_cnty") ?? place("data_id"), let date = place("event_date"),
      let type = place("event_type")
    else { return nil }
    let actors = [
      ("actor1", false), ("assoc_actor_1", true), ("actor2", false), ("assoc_actor_2", true),
    ]
    places = Places(
      id: id, date: date, type: type, year: place("year"), precision: place("time_precision"),
      subtype: place("sub_event_type"), country: place("country"), latitude: place("latitude"),
      longitude: place("longitude"), geoPrecision: place("geo_precision"),
      fatalities: place("fatalities"), source: place("source"),
      location: place("location"), admin1: place("admin1"), admin2: place("admin2"),
      admin3: place("admin3"), notes: place("notes"), tags: place("tags"),
      actors: actors.compactMap { name, isList in place(name).map { ($0, isList) } })
  }

  /// The columns' names, in the file's order.
  public var columns: [String] { names.all }

  /// What a row says, in short.
  ///
  /// - Throws: `RowProblem` where there is no id, or the date is none or can be read in two ways.
  public func event(_ row: FileRow) throws(RowProblem) -> DatasetEvent {
    guard let id = row.text(places.id) else {
      throw RowProblem(
        column: places.id, "is blank", remedy: "Each row needs its id, such as FRE1234.")
    }
    let date = try date(row)
    let kind = row.text(places.type) ?? "Event"
    let deaths = deaths(row)
    return DatasetEvent(
      id: id, title: title(row, kind), kind: kind, date: date.span, groups: parties(row),
      places: towns(row), killed: deaths?.figure,
      casualties: deaths?.line,
      sources: row.list(places.source).map { CitedWork(publisher: $0) },
      note: [row.text(places.notes), row.text(places.tags)].compactMap(\.self).joined(
        separator: "\n"))
  }

  /// The codebook on a column.
  public func help(_ column: Int) -> CodebookEntry? {
    names.key(column).flatMap(ACLEDCodebook.book.entry)
  }

  /// What a code means; that 0 fatalities are none reported, and which numbers may be estimates.
  public func meaning(_ column: Int, _ value: String) -> String? {
    guard let key = names.key(column) else { return nil }
    if key == "fatalities", FileRow([value]).isBlank(0) { return "unknown: the field is blank" }
    return ACLEDCodebook.book.meaning(key, value)
  }

  /// `Armed clash: Northern Front – Police Forces of Freedonia`.
  private func title(_ row: FileRow, _ kind: String) -> String {
    let what = row.text(places.subtype) ?? kind
    let who = places.actors.filter { !$0.isList }.compactMap { row.text($0.column) }
    return who.isEmpty ? what : "\(what): \(who.joined(separator: " – "))"
  }

  /// Actors and those associated with them, each once.
  private func parties(_ row: FileRow) -> [DatasetParty] {
    var parties: [DatasetParty] = []
    for (column, isList) in places.actors {
      for name in isList ? row.list(column) : [row.text(column)].compactMap(\.self) {
        let party = DatasetParty(name)
        if !parties.contains(party) { parties.append(party) }
      }
    }
    return parties
  }

  /// From the town to the country.
  func towns(_ row: FileRow) -> [DatasetPlace] {
    [
      (places.location, "town"), (places.admin3, "subdistrict"), (places.admin2, "district"),
      (places.admin1, "province"), (places.country, "country"),
    ].compactMap { column, type in row.text(column).map { DatasetPlace($0, type) } }
  }

  /// Where the row puts the event; the middle of a region where `geo_precision` says so.
  public func coordinates(_ row: FileRow) -> Coordinates? {
    guard let latitude = row.decimal(places.latitude), let longitude = row.decimal(places.longitude)
    else { return nil }
    return Coordinates(latitude: latitude, longitude: longitude)
  }
}
