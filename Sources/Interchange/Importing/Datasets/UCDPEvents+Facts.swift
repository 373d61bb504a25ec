import Model

extension UCDPEvents {
  /// All that a row says, in reading order.
  public func facts(_ row: FileRow) -> [DatasetFact] {
    guard let event = try? event(row) else { return [] }
    var facts: [DatasetFact] = []
    if let date = event.date {
      let columns = [at.start, at.end, at.datePrecision].compactMap(\.self)
      facts.append(
        DatasetFact(
          .date, "Date", .date(date),
          columns: columns.isEmpty ? [at.year, at.month, at.day].compactMap(\.self) : columns,
          note: at.datePrecision.flatMap { note(row, $0) }))
    }
    facts += sides(row)
    add(&facts, row, "conflict", "Conflict", at.conflict)
    if !event.places.isEmpty {
      facts.append(
        DatasetFact(
          .place, "Place", .place(event.places),
          columns: [at.place, at.district, at.province, at.country].compactMap(\.self),
          note: at.wherePrecision.flatMap { note(row, $0) }))
    }
    add(&facts, row, "where", "As described", at.described)
    if let point = coordinates(row) {
      facts.append(
        DatasetFact(
          "coordinates", "Coordinates", .text("\(point.latitude), \(point.longitude)"),
          columns: [at.latitude, at.longitude].compactMap(\.self)))
    }
    facts += deaths(row, event.killed)
    for (property, label, column) in [
      ("sources-counted", "Works used", at.sourceCount), ("clarity", "Clarity", at.clarity),
      ("code-status", "Status", at.status), ("active-year", "Active year", at.active),
    ] {
      guard let column, let value = row.text(column) else { continue }
      facts.append(
        DatasetFact(
          Property(property), label,
          .text(meaning(column, value).map { "\(value): \($0)" } ?? value), columns: [column]))
    }
    return facts
  }

  private func add(
    _ facts: inout [DatasetFact], _ row: FileRow, _ property: Property, _ label: String,
    _ column: Int?
  ) {
    guard let column, let text = row.text(column) else { return }
    facts.append(DatasetFact(property, label, .text(text), columns: [column]))
  }

  private func note(_ row: FileRow, _ column: Int) -> String? {
    row.text(column).flatMap { meaning(column, $0) }
  }

  /// In one-sided violence side A attacks and side B are civilians; else neither is the attacker by being
  /// called A (GED Codebook, `side_a`, `side_b`).
  private func sides(_ row: FileRow) -> [DatasetFact] {
    let isOneSided = event(of: row) == 3
    let roles: [(Role, String, Int, Int?)] = [
      (isOneSided ? .perpetrator : .participant, "Side A", at.sideA, at.idA),
      (isOneSided ? .victim : .participant, "Side B", at.sideB, at.idB),
    ]
    return roles.compactMap { role, label, name, id in
      guard let text = row.text(name) else { return nil }
      let party = DatasetParty(text, id: row.text(id).map { RecordID("ucdp-" + $0) })
      return DatasetFact(
        Property(role), isOneSided ? role.label : label, .party(party),
        columns: [name, id].compactMap(\.self))
    }
  }

  private func event(of row: FileRow) -> Int? {
    row.integer(at.violence)
      ?? (row.text(at.violence)?.lowercased().hasPrefix("one-sided") == true ? 3 : nil)
  }

  private static func note(_ estimates: CasualtyFigure.Estimates, best: Int) -> String {
    let words = "best estimate (lowest–highest)"
    if estimates.low > estimates.high { return words + "; the row's lowest is above its highest" }
    let isWithin = (estimates.low...estimates.high).contains(best)
    return isWithin ? words : words + "; the row's best lies outside the two"
  }

  /// The estimates, and whose deaths the best one is made of.
  private func deaths(_ row: FileRow, _ killed: CasualtyFigure?) -> [DatasetFact] {
    let columns = [at.best, at.low, at.high]
    guard let killed else {
      return [
        DatasetFact(
          .killed, "Killed", .text("not known: the row gives no figure"), columns: columns)
      ]
    }
    var facts = [
      DatasetFact(
        .killed, "Killed", .figure(killed), columns: columns,
        note: killed.estimates.map { Self.note($0, best: killed.value) })
    ]
    for (property, label, column) in [
      ("killed-side-a", "· side A", at.deathsA), ("killed-side-b", "· side B", at.deathsB),
      ("killed-civilians", "· civilians", at.civilians),
      ("killed-side-unknown", "· side unknown", at.unknown),
    ] {
      guard let column, let count = row.integer(column), count >= 0 else { continue }
      facts.append(
        DatasetFact(
          Property(property), label, .figure(CasualtyFigure(count)), columns: [column]))
    }
    return facts
  }
}
