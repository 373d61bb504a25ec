import Model

/// Where the columns of a UCDP actor list stand, and what a row says by them.
struct UCDPActorColumns {
  private var places: [String: Int] = [:]

  /// Why a row is no actor.
  struct Fault: Error {
    var field: String
    var reason: String
    var remedy: String
  }

  /// By name, in any order; nil where one is missing without which it is no list of actors.
  init?(_ header: FileRow) {
    for (place, name) in header.fields.enumerated() {
      let name = name.trimmingPrefix("\u{FEFF}").lowercased()
      if places[name] == nil { places[name] = place }
    }
    let needed = ["ActorId", "NameData", "NameOrig", "NameChange", "Org", "Splinter", "Alliance"]
    guard needed.allSatisfy({ places[$0.lowercased()] != nil }) else { return nil }
  }

  /// A column's place; one past every row where there is no such column.
  func place(_ column: String) -> Int { places[column.lowercased()] ?? .max }

  func actor(_ row: FileRow) throws(Fault) -> UCDPActors.Actor {
    guard let number = Int(value(row, "ActorId")), number > 0 else {
      throw Fault(
        field: "ActorId", reason: "is no number of an actor",
        remedy: "Give the row the actor's number, such as 356.")
    }
    let name = value(row, "NameData")
    guard !name.isEmpty else {
      throw Fault(
        field: "NameData", reason: "has no name", remedy: "Give the row the actor's current name.")
    }
    var links: [UCDPActors.Link] = []
    for (bond, flag, names, numbers) in Self.bonds where value(row, flag) != "0" {
      links += try self.links(row, bond, names: names, numbers: numbers)
    }
    return UCDPActors.Actor(
      number: number, name: name, aliases: UCDPActorNames(self, row).aliases, links: links,
      location: value(row, "Location"),
      organisation: Int(value(row, "Org")).flatMap(UCDPActors.Organisation.init),
      version: value(row, "Version"), facts: facts(row), line: row.line)
  }

  /// A cell on one line; empty for `n/a` and for a column that the file has not.
  func value(_ row: FileRow, _ column: String) -> String {
    let text = RecordText.oneLine(row[place(column)])
    return text.lowercased() == "n/a" ? "" : text
  }

  private static let bonds: [(UCDPActors.Bond, flag: String, names: String, numbers: String)] = [
    (.splinter, "Splinter", "NamePrev", "ActorIdPrev"),
    (.temporarySplit, "SplitTemp", "NameSplitTemp", "ActorIdSplitTemp"),
    (.alliance, "Alliance", "NameAlliance", "ActorIdAlliance"),
    (.joined, "JoinGroup", "GroupName", "ActorIdGroup"),
  ]

  /// The actors that a cell lists: `204, 1067`, with their names in the cell beside it.
  private func links(
    _ row: FileRow, _ bond: UCDPActors.Bond, names: String, numbers: String
  ) throws(Fault) -> [UCDPActors.Link] {
    let numberTexts = Self.list(value(row, numbers))
    let names = Self.list(value(row, names))
    var links: [UCDPActors.Link] = []
    for (index, text) in numberTexts.enumerated() {
      guard let number = Int(text) else {
        throw Fault(
          field: numbers, reason: "is no list of numbers of actors",
          remedy: "Write the numbers with commas between them, such as 204, 1067.")
      }
      let name = names.count == numberTexts.count ? names[index] : nil
      links.append(UCDPActors.Link(bond: bond, number: number, name: name))
    }
    return links
  }

  /// The items of a cell that lists them with commas.
  static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { RecordText.oneLine($0) }.filter { !$0.isEmpty }
  }

  /// The columns that neither names nor links are of.
  private func facts(_ row: FileRow) -> [UCDPActors.Fact] {
    Self.other.compactMap { column, label, codes in
      let value = value(row, column)
      guard !value.isEmpty else { return nil }
      let meanings = Self.list(value).map { codes[$0] ?? $0 }
      let text = codes.isEmpty ? value : meanings.joined(separator: ", ")
      return UCDPActors.Fact(column: column, label: label, value: text)
    }
  }

  private static let yesNo = ["0": "no", "1": "yes"]
  private static let other: [(column: String, label: String, codes: [String: String])] = [
    ("ConflictId", "State-based conflicts, UCDP ids", [:]),
    ("DyadId", "State-based dyads, UCDP ids", [:]),
    ("PrimaryParty", "Primary party of a state-based conflict", yesNo),
    ("OSID", "One-sided violence, UCDP ids", [:]),
    ("OSCoalition", "In a coalition in one-sided violence", yesNo),
    ("OSCoalitionID", "Coalitions in one-sided violence, UCDP ids", [:]),
    ("NSID", "Non-state conflicts, UCDP ids", [:]),
    ("NSCoalition", "In a coalition in non-state conflict", yesNo),
    ("NSCoalitionID", "Coalitions in non-state conflict, UCDP ids", [:]),
    ("GWNOLoc", "Countries of activity, Gleditsch and Ward numbers", [:]),
    (
      "Region", "Region",
      ["1": "Europe", "2": "Middle East", "3": "Asia", "4": "Africa", "5": "Americas"]
    ),
  ]
}
