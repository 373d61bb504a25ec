import Model
import Yams

/// Events: dates, places, participants and casualties become statements beside the other facts.
extension CasebookReader {
  mutating func readEvent(_ node: Node, file: String) {
    let keys: Set<String> = [
      "id", "title", "kind", "dates", "places", "participants", "killed", "wounded",
      "killed-and-wounded", "facts",
    ]
    guard let entry = Entry(node, file: file, keys: keys, what: "an event", collector),
      let id = id(of: entry), let title = entry.required("title"),
      let kind = entry.term("kind", in: vocabulary, named: "event-kinds")
    else { return }
    let statements =
      dates(entry, of: id) + places(entry, of: id) + participants(entry, of: id)
      + figures(entry, "killed", .killed, label: "Killed", of: id)
      + figures(entry, "wounded", .wounded, label: "Wounded", of: id)
      + figures(
        entry, "killed-and-wounded", .killedAndWounded, label: "Killed+wounded", of: id)
      + facts(entry, of: id)
    if statements.isEmpty {
      entry.problem(
        at: entry.node, value: id.rawValue, "the event states nothing",
        remedy: "Give it at least a date, a place or a fact, with its passage.")
    }
    add(.event(Event(id: id, title: title, kind: kind, statements: statements)), at: entry)
  }

  private func dates(_ entry: Entry, of id: RecordID) -> [Statement] {
    entry.entries("dates", keys: Self.factKeys.union(["date", "extent"]), what: "a date")
      .enumerated()
      .compactMap { index, item in
        guard item.required("date") != nil, let date = item.date("date") else { return nil }
        var statement = statement(
          item, of: id, .date, label: "Date", .date(date), number: index + 1)
        statement.extent = item.choice("extent", of: Extent.self) ?? .within
        return statement
      }
  }

  private func places(_ entry: Entry, of id: RecordID) -> [Statement] {
    entry.entries("places", keys: Self.factKeys.union(["place", "where"]), what: "a place")
      .enumerated().compactMap { index, item in
        let place: Reference
        if let known = link(item, "place", kinds: [.place]) {
          place = .record(known)
        } else if let words = item.text("where") {
          place = .words(words)
        } else {
          item.problem(
            at: item.node, "“place” is missing",
            remedy: "Add “place:” with the id of a place, or “where:” with words.")
          return nil
        }
        return statement(item, of: id, .place, label: "Place", .reference(place), number: index + 1)
      }
  }

  private func participants(_ entry: Entry, of id: RecordID) -> [Statement] {
    var numbers: [Role: Int] = [:]
    let keys = Self.factKeys.union(["role", "who"])
    return entry.entries("participants", keys: keys, what: "a participant").compactMap { item in
      guard item.required("role") != nil, item.required("who") != nil,
        let role = item.choice("role", of: Role.self),
        let who = reference(item, "who", kinds: [.group, .person, .place, .source])
      else { return nil }
      numbers[role, default: 0] += 1
      return statement(
        item, of: id, Property(role), label: role.label, .reference(who), number: numbers[role]!)
    }
  }

  private func figures(
    _ entry: Entry, _ key: String, _ property: Property, label: String, of id: RecordID
  ) -> [Statement] {
    entry.entries(key, keys: Self.factKeys.union(["figure"]), what: "a figure").enumerated()
      .compactMap { index, item in
        guard let text = item.required("figure"), let node = item["figure"] else { return nil }
        do throws(FigureProblem) {
          let figure = try CasualtyFigure(reading: text)
          return statement(item, of: id, property, label: label, .figure(figure), number: index + 1)
        } catch {
          let place = item.place(of: node)
          collector.add(
            CasebookProblem(
              place: FilePlace(
                file: item.file, line: place.line, column: place.column + error.column - 1),
              value: text, message: error.message, remedy: error.remedy))
          return nil
        }
      }
  }
}
