/// What the columns and codes of GED mean, in our words, after the UCDP GED Codebook (Högbladh), whose text was not
/// at hand: codes of date, place and clarity, and how deaths are counted, were read there by others; the rest
/// follows from names, rows and usage. The names of older releases stand beside the present ones.
extension UCDPEvents {
  /// The codebook's account of a column.
  public func help(_ column: Int) -> CodebookEntry? {
    guard columns.indices.contains(column) else { return nil }
    let name = columns[column].lowercased()
    let now = Self.formerNames[name] ?? name
    return Self.entries[now].map { CodebookEntry($0, after: "the UCDP GED Codebook on \(now)") }
  }

  /// What a code means.
  public func meaning(_ column: Int, _ value: String) -> String? {
    guard columns.indices.contains(column) else { return nil }
    let name = columns[column].lowercased()
    return Self.codes[Self.formerNames[name] ?? name]?[value.lowercased()]
  }

  private static let formerNames = [
    "best_est": "best", "low_est": "low", "high_est": "high", "best_death": "best",
    "low_death": "low", "high_death": "high",
  ]

  private static let codes: [String: [String: String]] = [
    "date_prec": [
      "1": "the exact day is known", "2": "known to within two to six days",
      "3": "only the week is known", "4": "known to within 8 to 30 days, or the month",
      "5": "known to more than a month and within a year",
    ],
    "where_prec": [
      "1": "the exact place", "2": "within about 25 km of the place",
      "3": "the district (second-order division)", "4": "the province (first-order division)",
      "5": "a vague or long feature, such as a river, a border or a region",
      "6": "the country alone", "7": "at sea or in the air",
    ],
    "type_of_violence": [
      "1": "state-based violence", "2": "non-state violence", "3": "one-sided violence",
    ],
    "event_clarity": [
      "1": "one event, told as such", "2": "the source tells of several events together",
    ],
    "code_status": [
      "clear": "meets all criteria", "check": "still to be checked by the coders",
    ],
    "active_year": [
      "1": "the dyad passed 25 deaths in that year",
      "0": "the dyad stayed below 25 deaths in that year",
      "true": "the dyad passed 25 deaths in that year",
      "false": "the dyad stayed below 25 deaths in that year",
    ],
    "number_of_sources": ["-1": "not counted: the row is of the older coding"],
  ]

  private static let entries: [String: String] = [
    "id": "The number of the event, the same in all releases since 2013.",
    "relid": "The event's code in the coders' own records.",
    "year": "The year in which the event is counted.",
    "month":
      "The month in which the event began; this file has no column for how exactly it is known.",
    "day": "The day on which the event began; this file has no column for how exactly it is known.",
    "active_year":
      "Whether the conflict, dyad or actor caused 25 deaths or more in that year, UCDP's bound for its yearly lists.",
    "code_status":
      "Whether the coders hold the event for settled. Yearly releases have settled ones only; Candidate files have others too.",
    "type_of_violence":
      "Which of UCDP's three types it is: with a state on one side, between organised groups without a state, or against civilians.",
    "conflict_dset_id": "The conflict's number in UCDP releases before 17.1.",
    "conflict_new_id":
      "The conflict's number in UCDP's present system; joins with its other datasets.",
    "conflict_name":
      "The conflict as UCDP calls it; for one-sided violence the actor and civilians.",
    "dyad_dset_id": "The dyad's number in UCDP releases before 17.1.",
    "dyad_new_id": "The number of the pair of sides in UCDP's present system.",
    "dyad_name": "The pair of sides as UCDP calls it.",
    "side_a_dset_id": "Side A's number in UCDP releases before 17.1.",
    "side_a_new_id": "Side A's number; the same as in UCDP's list of actors.",
    "side_a":
      "In state-based violence the government, in one-sided violence the attacker; otherwise the order says nothing.",
    "side_b_dset_id": "Side B's number in UCDP releases before 17.1.",
    "side_b_new_id": "Side B's number; the same as in UCDP's list of actors.",
    "side_b":
      "In state-based violence the opponent of the government, in one-sided violence civilians.",
    "number_of_sources":
      "How many works the coders used; -1 stands for rows coded before that was counted, and is not a number.",
    "source_article":
      "The works used, each with publisher, date and headline; in older rows the coders' shorthand.",
    "source_office": "The publishers of the works, in their order.",
    "source_date": "The dates of the works, in their order.",
    "source_headline": "The headlines of the works, in their order.",
    "source_original":
      "Who the works quote as having seen or reported the event: a police chief, an agency, a party to it.",
    "where_prec":
      "How exactly the place is known, from 1, the place itself, to 6, the country alone, and 7, at sea or in the air.",
    "where_coordinates": "The place to which the coordinates belong.",
    "where_description":
      "Where it was in the words of the sources or coders, often finer than the coordinates.",
    "adm_1": "The first-order division, such as a province, in which the coordinates lie.",
    "adm_2": "The second-order division, such as a district, in which the coordinates lie.",
    "latitude": "Degrees north, WGS 84, of the place; read it with the precision of the place.",
    "longitude": "Degrees east, WGS 84, of the place; read it with the precision of the place.",
    "geom_wkt": "The coordinates as well-known text (OGC Simple Features).",
    "priogrid_gid": "The cell of PRIO-GRID, half a degree wide, in which the coordinates lie.",
    "country": "The country in which the event was, by the system of states of Gleditsch and Ward.",
    "iso3": "The country's code by ISO 3166-1, added by the Humanitarian Data Exchange.",
    "country_id": "The country's number in the system of states of Gleditsch and Ward.",
    "region": "One of UCDP's five regions.",
    "event_clarity":
      "1 where the source tells of this event alone; 2 where it sums up several, which are then one row.",
    "date_prec":
      "How exactly the date is known, from 1, the day, to 5, more than a month. The two dates are the bounds already.",
    "date_start": "The first day on which it can have been.",
    "date_end": "The last day on which it can have been.",
    "deaths_a": "Deaths on side A in the best estimate.",
    "deaths_b": "Deaths on side B in the best estimate.",
    "deaths_civilians":
      "Civilians killed, in the best estimate; in one-sided violence they are side B.",
    "deaths_unknown": "Deaths in the best estimate of people whose side is not known.",
    "best":
      "The most reliable estimate of deaths, the sum of those of side A, side B, civilians and unknown side. 0 is a count: the most reliable report gives none.",
    "high": "The highest estimate that UCDP holds for reliable.",
    "low": "The lowest estimate that UCDP holds for reliable.",
    "gwnoa": "The Gleditsch and Ward number of side A, where it is a state.",
    "gwnob": "The Gleditsch and Ward number of side B, where it is a state.",
  ]
}
