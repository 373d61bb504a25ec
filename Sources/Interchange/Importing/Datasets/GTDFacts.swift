import Model

extension GTD {
  /// All that a row says, in reading order: when, who, where, against whom, how, and what came of it.
  public func facts(_ row: FileRow) -> [DatasetFact] {
    var facts = dates(row)
    facts += parties(row)
    facts += coded(row, Self.aboutAttackers)
    facts += place(row)
    facts += targets(row)
    facts += coded(row, Self.aboutAttack)
    facts += casualties(row)
    facts += coded(row, Self.aboutConsequences)
    return facts
  }

  private func dates(_ row: FileRow) -> [DatasetFact] {
    guard let date = try? date(row) else { return [] }
    var facts = [
      DatasetFact(
        .date, "Date", .date(date.whole), columns: [places.year, places.month, places.day],
        note: [unknownPart(row), row.text(names.place("approxdate")).map { "in words: \($0)" }]
          .compactMap(\.self).joined(separator: "; ").nilIfEmpty)
    ]
    facts += coded(row, ["approxdate", "extended"])
    guard let resolution = places.resolution else { return facts }
    if let end = date.end {
      facts.append(DatasetFact("ended", "Ended", .date(end), columns: [resolution]))
    } else if let text = date.unreadEnd {
      facts.append(
        DatasetFact(
          "ended", "Ended", .text(text), columns: [resolution],
          note: "as the row has it; it cannot be read as one day on or after the start"))
    } else if let text = row.text(resolution) {
      facts.append(
        DatasetFact(
          "ended", "Ended", .text(text), columns: [resolution],
          note: "as the row has it, though it does not say that the incident lasted over 24 hours"))
    }
    return facts
  }

  private func unknownPart(_ row: FileRow) -> String? {
    func isUnknown(_ column: Int) -> Bool { (row.integer(column) ?? 0) <= 0 }
    if isUnknown(places.month) { return "the month is not known" }
    return isUnknown(places.day) ? "the day is not known" : nil
  }

  /// Who is said to have done it, and who says so of themselves: two facts, not one.
  private func parties(_ row: FileRow) -> [DatasetFact] {
    (1...3).flatMap { number -> [DatasetFact] in
      let suffix = number == 1 ? "" : "\(number)"
      let claimed = number == 1 ? "claimed" : "claim\(number)"
      var facts: [DatasetFact] = []
      if let column = names.place("gname\(suffix)"), let name = row.text(column) {
        facts = attribution(row, name, column, number)
        if let claim = names.place(claimed), row.integer(claim) == 1 {
          facts.append(self.claim(row, name, [column, claim], suffix))
        } else {
          facts += coded(row, [claimed])
        }
      }
      return facts + coded(row, ["gsubname\(suffix)"])
    }
  }

  private func attribution(
    _ row: FileRow, _ name: String, _ column: Int, _ number: Int
  ) -> [DatasetFact] {
    let doubt = names.place("guncertain\(number)")
    let isSuspected = row.integer(doubt) == 1
    let isGroup = Self.isGroup(name)
    return [
      DatasetFact(
        Property(Role.attributed), Role.attributed.label,
        isGroup ? .party(DatasetParty(name)) : .text(name),
        columns: [column] + (isSuspected ? [doubt].compactMap(\.self) : []),
        basis: isSuspected ? .alleged : .stated,
        note: isSuspected
          ? "the perpetrator is suspected" : isGroup ? "attributed by the GTD" : "no group is known"
      )
    ]
  }

  private func claim(
    _ row: FileRow, _ name: String, _ columns: [Int], _ suffix: String
  ) -> DatasetFact {
    let code = names.place("claimmode\(suffix)")
    let words = names.place("claimmode\(suffix)_txt")
    let competing = suffix.isEmpty ? names.place("compclaim") : nil
    var notes: [String] = []
    if let way = row.text(words) ?? code.flatMap({ meaning($0, row[$0]) }) ?? row.text(code) {
      notes.append("by: \(way)")
    }
    if row.integer(competing) == 1 { notes.append("others claim that they alone did it") }
    return DatasetFact(
      Property(Role.claimant), Role.claimant.label,
      Self.isGroup(name)
        ? .party(DatasetParty(name)) : .text("somebody whom the row does not name"),
      columns: columns + [code, words].compactMap(\.self), basis: .reported,
      note: notes.joined(separator: "; ").nilIfEmpty)
  }

  private func place(_ row: FileRow) -> [DatasetFact] {
    let named = towns(row)
    var facts: [DatasetFact] = []
    if !named.isEmpty {
      let near = names.place("vicinity")
      facts.append(
        DatasetFact(
          .place, "Place", .place(named),
          columns: [places.city, places.province, places.country, near].compactMap(\.self),
          note: near.flatMap { column in row.text(column).flatMap { meaning(column, $0) } }.flatMap
          {
            $0 == "unknown" ? "whether in the city or near it is unknown" : $0
          }))
    }
    if let here = coordinates(row) {
      let what = places.specificity.flatMap { column in
        row.text(column).flatMap { meaning(column, $0) }
      }
      facts.append(
        DatasetFact(
          "coordinates", "Coordinates", .text("\(here.latitude), \(here.longitude)"),
          columns: [places.latitude, places.longitude, places.specificity].compactMap(\.self),
          note: what))
    } else {
      facts += coded(row, ["specificity"])
    }
    return facts + coded(row, ["location", "region"])
  }

  private func targets(_ row: FileRow) -> [DatasetFact] {
    (1...3).flatMap { number in
      coded(
        row,
        ["target", "corp", "targtype", "targsubtype", "natlty"].map { "\($0)\(number)" },
        property: Property(Role.target))
    }
  }

  /// The facts of these columns as the codebook labels and explains them; none for blank ones.
  private func coded(
    _ row: FileRow, _ columns: [String], property: Property? = nil
  ) -> [DatasetFact] {
    columns.compactMap { name in
      let key = name.lowercased()
      let code = names.place(key)
      let words = names.place("\(key)_txt")
      guard let guide = GTDCodebook.book.guide(key), let given = row.text(words) ?? row.text(code)
      else { return nil }
      let number = row.text(words) == nil ? row.integer(code) : nil
      let meaning = number.flatMap { guide.codes[$0] }
      let isUnlisted = number != nil && meaning == nil && !guide.codes.isEmpty
      let isCount = Set(guide.codes.keys) == [-9, -99]
      return DatasetFact(
        property ?? Property(key), guide.label, .text(meaning ?? given),
        columns: [code, words].compactMap(\.self),
        note: (number ?? 0) < 0
          ? "coded \(given)"
          : isUnlisted && !isCount ? "a code that the codebook does not list" : nil)
    }
  }

  private static let aboutAttackers = [
    "motive", "individual", "nperps", "nperpcap", "compclaim",
  ]
  private static let aboutAttack =
    ["summary"] + (1...3).map { "attacktype\($0)" }
    + (1...4).flatMap { ["weaptype\($0)", "weapsubtype\($0)"] } + [
      "weapdetail", "success", "suicide", "multiple", "related", "crit1", "crit2", "crit3",
      "doubtterr", "alternative",
    ]
  private static let aboutConsequences = [
    "property", "propextent", "propvalue", "propcomment", "ishostkid", "nhostkid", "nhostkidus",
    "nhours", "ndays", "divert", "kidhijcountry", "ransom", "ransomamt", "ransomamtus",
    "ransompaid", "ransompaidus", "ransomnote", "hostkidoutcome", "nreleased", "int_log",
    "int_ideo", "int_misc", "int_any", "addnotes", "dbsource", "scite1", "scite2", "scite3",
  ]
}

extension String {
  /// Nil for no characters.
  var nilIfEmpty: String? { isEmpty ? nil : self }
}
