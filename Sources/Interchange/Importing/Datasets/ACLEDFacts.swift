import Model

/// What a row of ACLED says of the dead.
struct ACLEDDeaths {
  /// Nil where none were reported, or the field holds no number.
  var figure: CasualtyFigure?
  /// For lists, where the figure alone would mislead.
  var line: String?
  /// What there is instead of a figure.
  var words: String?
  var note: String
}

extension ACLED {
  /// All that a row says, in reading order: when, what, who, where, how many died, and who reported it.
  public func facts(_ row: FileRow) -> [DatasetFact] {
    dates(row) + texts(row, ["event_type", "sub_event_type", "disorder_type"])
      + actors(row, "1") + actors(row, "2")
      + texts(row, ["interaction", "civilian_targeting"]) + place(row) + killed(row)
      + texts(row, ["notes", "tags"]) + sources(row) + changed(row)
      + texts(row, ["data_id", "event_id_no_cnty", "year", "iso", "iso3"])
  }

  /// The numbers of the column `fatalities`, by the codebook's “Reported Fatalities”: 0 says that nobody
  /// reported any, and some numbers may stand for words.
  func deaths(_ row: FileRow) -> ACLEDDeaths? {
    guard let column = places.fatalities else { return nil }
    guard let number = row.integer(column), number >= 0 else {
      let why =
        row.text(column).map { "“\($0)” is no number of people" } ?? "the field is blank"
      return ACLEDDeaths(line: "killed unknown", words: "unknown", note: why)
    }
    if number == 0 {
      return ACLEDDeaths(
        line: "none reported", words: "none reported",
        note: "coded 0: no deaths were reported, or “casualties” without a number of dead")
    }
    let figure = CasualtyFigure(number)
    let reported =
      "as reported; a total for several days or places is divided among its events"
    guard let word = ACLEDCodebook.estimates[number] else {
      return ACLEDDeaths(figure: figure, note: reported)
    }
    return ACLEDDeaths(figure: figure, line: "\(number)? killed", note: "\(word); \(reported)")
  }

  private func killed(_ row: FileRow) -> [DatasetFact] {
    guard let column = places.fatalities, let deaths = deaths(row) else { return [] }
    let value = deaths.figure.map(DatasetFact.Value.figure) ?? .text(deaths.words ?? "unknown")
    return [
      DatasetFact(
        .killed, "Killed", value, columns: [column], basis: .reported, note: deaths.note)
    ]
  }

  private func dates(_ row: FileRow) -> [DatasetFact] {
    guard let date = try? date(row) else { return [] }
    let columns = [places.date, places.precision].compactMap(\.self)
    var facts = [DatasetFact(.date, "Date", .date(date.span), columns: columns, note: date.note)]
    if date.day != date.span {
      facts.append(
        DatasetFact(
          "given-date", "Date as given", .date(date.day), columns: [places.date],
          note: "stands for the whole of the date"))
    }
    return facts
  }

  /// An actor and those associated with it. Which of the two is first says nothing of who attacked whom
  /// (codebook, “Actors”), so all are participants.
  private func actors(_ row: FileRow, _ number: String) -> [DatasetFact] {
    let role = Property(Role.participant)
    var facts: [DatasetFact] = []
    let type = names.place("inter\(number)")
    if let column = names.place("actor\(number)"), let name = row.text(column) {
      let kind = type.flatMap { column in
        row.text(column).map { meaning(column, $0) ?? $0 }
      }
      facts.append(
        DatasetFact(
          role, "Actor \(number)", .party(DatasetParty(name)),
          columns: [column] + (kind == nil ? [] : [type].compactMap(\.self)), note: kind))
    }
    let associated = names.place("assoc_actor_\(number)")
    return facts
      + row.list(associated).map { name in
        DatasetFact(
          role, "Associated with actor \(number)", .party(DatasetParty(name)),
          columns: [associated].compactMap(\.self), note: "takes part with it, or describes it")
      }
  }

  private func place(_ row: FileRow) -> [DatasetFact] {
    let named = towns(row)
    let precision = names.place("geo_precision")
    let note = precision.flatMap { column in
      row.text(column).map { meaning(column, $0) ?? "a precision of \($0)" }
    }
    var facts: [DatasetFact] = []
    if !named.isEmpty {
      let columns = [
        places.location, places.admin3, places.admin2, places.admin1, places.country, precision,
      ]
      facts.append(
        DatasetFact(
          .place, "Place", .place(named), columns: columns.compactMap(\.self), note: note))
    }
    if let here = coordinates(row) {
      facts.append(
        DatasetFact(
          "coordinates", "Coordinates", .text("\(here.latitude), \(here.longitude)"),
          columns: [places.latitude, places.longitude].compactMap(\.self), note: note))
    }
    return facts + texts(row, ["region"])
  }

  private func sources(_ row: FileRow) -> [DatasetFact] {
    row.list(places.source).map { name in
      DatasetFact(
        "source", "Source", .text(name), columns: [places.source].compactMap(\.self),
        note: "an outlet; ACLED gives neither title nor date")
    } + texts(row, ["source_scale"])
  }

  private func changed(_ row: FileRow) -> [DatasetFact] {
    guard let column = names.place("timestamp"), let text = row.text(column) else { return [] }
    guard let seconds = row.integer(column), (0..<253_402_300_800).contains(seconds),
      let day = try? ExtendedDate(
        reading: DayNumber(rawValue: Int32(seconds / 86_400)).description)
    else {
      return [DatasetFact("changed", "Row last changed", .text(text), columns: [column])]
    }
    return [
      DatasetFact(
        "changed", "Row last changed", .date(day), columns: [column],
        note: "\(seconds) seconds since 1970, UTC")
    ]
  }

  /// The facts of these columns as the codebook labels and explains them; none for blank ones.
  private func texts(_ row: FileRow, _ columns: [String]) -> [DatasetFact] {
    columns.compactMap { name in
      guard let column = names.place(name), let text = row.text(column),
        let guide = ACLEDCodebook.book.guide(name)
      else { return nil }
      return DatasetFact(
        Property(name), guide.label, .text(meaning(column, text) ?? text), columns: [column])
    }
  }
}
