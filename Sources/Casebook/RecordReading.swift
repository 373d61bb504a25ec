import Model
import Yams

/// One function a kind of record.
extension CasebookReader {
  mutating func readGroup(_ node: Node, file: String) {
    readNamed(node, file: file, what: "a group") { id, name, aliases, statements in
      .group(Group(id: id, name: name, aliases: aliases, statements: statements))
    }
  }

  mutating func readPerson(_ node: Node, file: String) {
    readNamed(node, file: file, what: "a person") { id, name, aliases, statements in
      .person(Person(id: id, name: name, aliases: aliases, statements: statements))
    }
  }

  /// What groups and persons have alike.
  private mutating func readNamed(
    _ node: Node, file: String, what: String,
    make: (RecordID, String, [Alias], [Statement]) -> Record
  ) {
    let keys: Set<String> = ["id", "name", "aliases", "facts"]
    guard let entry = Entry(node, file: file, keys: keys, what: what, collector),
      let id = id(of: entry), let name = entry.required("name")
    else { return }
    add(make(id, name, aliases(entry), facts(entry, of: id)), at: entry)
  }

  mutating func readPlace(_ node: Node, file: String) {
    let keys: Set<String> = ["id", "name", "type", "within", "aliases", "facts"]
    guard let entry = Entry(node, file: file, keys: keys, what: "a place", collector),
      let id = id(of: entry), let name = entry.required("name"),
      let type = entry.term("type", in: vocabulary, named: "place-types")
    else { return }
    add(
      .place(
        Place(
          id: id, name: name, type: type, within: link(entry, "within", kinds: [.place]),
          aliases: aliases(entry), statements: facts(entry, of: id))), at: entry)
  }

  mutating func readTheme(_ node: Node, file: String) {
    let keys: Set<String> = ["id", "title", "kind", "facts", "members"]
    guard let entry = Entry(node, file: file, keys: keys, what: "a theme", collector),
      let id = id(of: entry), let title = entry.required("title"),
      let kind = entry.term("kind", in: vocabulary, named: "theme-kinds")
    else { return }
    let members = entry.entries(
      "members", keys: Self.factKeys.union(["label", "value", "who"]), what: "a member"
    ).enumerated().compactMap { index, member -> Statement? in
      guard let value = member.required("value") else { return nil }
      let link = link(member, "who", kinds: [.group, .person, .place, .event, .theme, .source])
      return statement(
        member, of: id, .member, label: member.text("label") ?? "\(index + 1)", .text(value),
        number: index + 1, link: link)
    }
    let statements = facts(entry, of: id) + members
    add(.theme(Theme(id: id, title: title, kind: kind, statements: statements)), at: entry)
  }

  mutating func readRelation(_ node: Node, file: String) {
    let keys = Self.factKeys.union(["id", "type", "from", "to", "date", "facts"])
    guard let entry = Entry(node, file: file, keys: keys, what: "a relation", collector),
      let id = id(of: entry)
    else { return }
    let parties: Set<RecordKind> = [.group, .person]
    guard entry.required("type") != nil, entry.required("from") != nil, entry.required("to") != nil,
      let kind = entry.choice("type", of: Relation.Kind.self),
      let from = reference(entry, "from", kinds: parties),
      let to = reference(entry, "to", kinds: parties)
    else { return }
    let date = entry.date("date")
    var edge = statement(
      entry, of: id, .relation, label: kind.forward, .reference(to), number: 1)
    edge.asOf = date ?? edge.asOf
    add(
      .relation(
        Relation(
          id: id, kind: kind, from: from, to: to, date: date,
          statements: [edge] + facts(entry, of: id))), at: entry)
  }

  mutating func readSource(_ node: Node, file: String) {
    let keys: Set<String> = [
      "id", "title", "authors", "publisher", "series", "issue", "date", "date-note", "url", "type",
      "language", "held", "note", "cites",
    ]
    guard let entry = Entry(node, file: file, keys: keys, what: "a source", collector),
      let id = id(of: entry)
    else { return }
    let held = entry.text("held") ?? "false"
    if held != "true", held != "false", let node = entry["held"] {
      entry.problem(at: node, value: held, "no truth value", remedy: "Write true or false.")
    }
    if entry["title"] == nil, entry["publisher"] == nil {
      entry.problem(
        at: entry.node, "the work has neither title nor publisher", remedy: "Add one of them.")
    }
    add(
      .source(
        Source(
          id: id, title: entry.text("title"), authors: entry.texts("authors").map(\.text),
          publisher: entry.text("publisher"), series: entry.text("series"),
          issue: entry.text("issue"), date: entry.date("date"), dateNote: entry.text("date-note"),
          url: entry.text("url"), type: entry.text("type") ?? "article",
          language: entry.text("language"), isHeld: held == "true", note: entry.text("note"),
          citations: citations(entry))), at: entry)
  }

  mutating func readPassages(_ node: Node, file: String) {
    let keys: Set<String> = ["source", "passages"]
    guard let entry = Entry(node, file: file, keys: keys, what: "a file of passages", collector),
      entry.required("source") != nil, let source = link(entry, "source", kinds: [.source])
    else { return }
    let items = entry.entries(
      "passages", keys: ["number", "kind", "digest", "facts"], what: "a passage")
    for (index, item) in items.enumerated() {
      guard let number = item.required("number"), let digest = item.required("digest") else {
        continue
      }
      if number != "\(index + 1)" {
        item.problem(
          at: item["number"] ?? item.node, value: number, "passage \(index + 1) was expected here",
          remedy: "Passages are numbered from 1, in order and without gaps.")
      }
      let facts = item.text("facts")
      if let facts, facts != "none", let node = item["facts"] {
        item.problem(
          at: node, value: facts, "“facts” of a passage can only be none",
          remedy: "Write facts: none where it states nothing, or leave the line out.")
      }
      let id = PassageID(source: source, number: ParagraphNumber(index + 1))
      links.passagePlaces[id] = item.place
      contents.passages.append(
        Passage(
          id: id, kind: item.choice("kind", of: Passage.Kind.self) ?? .paragraph, digest: digest,
          statesNothing: facts == "none"))
    }
  }
}
