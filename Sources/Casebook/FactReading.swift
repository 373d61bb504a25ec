import Model
import Yams

/// Facts: what every statement may carry, citations, and references that are checked at the end.
extension CasebookReader {
  /// The keys that any fact may have.
  static let factKeys: Set<String> = [
    "cites", "basis", "by", "through", "as-of", "note", "rival",
  ]

  /// Makes a statement of an entry that has the keys of a fact.
  func statement(
    _ entry: Entry, of subject: RecordID, _ property: Property, label: String,
    _ value: Statement.Value, number: Int, link: RecordID? = nil
  ) -> Statement {
    let citations = citations(entry)
    if citations.isEmpty, entry["cites"] == nil {
      entry.problem(
        at: entry.node, "the fact names no passage",
        remedy: "Add “cites: source#number”; what no passage supports is left out.")
    }
    let id = RecordID("\(subject)/\(property.rawValue).\(number)")
    links.statements[id] = entry.place
    return Statement(
      id: id, subject: subject,
      property: property, label: label, value: value,
      basis: entry.choice("basis", of: Basis.self) ?? .stated,
      by: reference(entry, "by", kinds: [.group, .person, .source]),
      through: reference(entry, "through", kinds: [.group, .person, .source]),
      asOf: entry.date("as-of"), note: entry.text("note"), link: link,
      rival: entry.text("rival"), citations: citations)
  }

  /// The citations of a key: `source#number`, of some words of it `source#number:5-19`, and either
  /// with ` via work + work`.
  func citations(_ entry: Entry) -> [Citation] {
    entry.texts("cites").compactMap { text, node in
      let halves = text.split(separator: " via ", maxSplits: 1)
      let parts = halves[0].split(separator: ":", maxSplits: 1)
      guard let passage = parts.first.flatMap({ PassageID($0) }) else {
        entry.problem(
          at: node, value: String(halves[0]), "this is no passage",
          remedy: "Write the source's id, # and the paragraph's number, such as roul-2016#12.")
        return nil
      }
      var words: ClosedRange<Int>?
      if parts.count > 1 {
        words = PassageSpan("\(passage.number.rawValue):\(parts[1])")?.words
        if words == nil {
          entry.problem(
            at: node, value: String(parts[1]), "these are no words of a passage",
            remedy: "Write the first and the last word's number, such as roul-2016#12:5-19.")
        }
      }
      links.passages.append((passage, words, entry.place(of: node)))
      let works =
        halves.count < 2 ? [] : halves[1].split(separator: " + ").map { RecordID(String($0)) }
      for work in works { links.add(work, [.source], entry.place(of: node)) }
      return Citation(passage, words: words, via: works)
    }
  }

  /// A reference to a record of one of `kinds`, or words after `~`.
  func reference(_ entry: Entry, _ key: String, kinds: Set<RecordKind>) -> Reference? {
    guard let text = entry.text(key), let node = entry[key] else { return nil }
    if text.hasPrefix("~") {
      let words = text.dropFirst().drop { $0 == " " }
      return .words(String(words))
    }
    links.add(RecordID(text), kinds, entry.place(of: node))
    return .record(RecordID(text))
  }

  /// The id of a record of one kind.
  func link(_ entry: Entry, _ key: String, kinds: Set<RecordKind>) -> RecordID? {
    guard let text = entry.text(key), let node = entry[key] else { return nil }
    links.add(RecordID(text), kinds, entry.place(of: node))
    return RecordID(text)
  }

  /// The facts under `key`: a property of the vocabulary with a text, or with whom it points to.
  func facts(_ entry: Entry, _ key: String = "facts", of subject: RecordID) -> [Statement] {
    var numbers: [String: Int] = [:]
    let keys = Self.factKeys.union(["property", "value", "who"])
    return entry.entries(key, keys: keys, what: "a fact").compactMap { fact in
      guard let term = fact.term("property", in: vocabulary, named: "properties") else {
        return nil
      }
      guard let value = value(fact) else { return nil }
      numbers[term.key, default: 0] += 1
      return statement(
        fact, of: subject, Property(term.key), label: term.label, value, number: numbers[term.key]!)
    }
  }

  /// What a fact states: `value` in words, or `who` as a reference; one of them, not both.
  private func value(_ entry: Entry) -> Statement.Value? {
    switch (entry["value"], entry["who"]) {
    case (.some, nil): return entry.text("value").map(Statement.Value.text)
    case (nil, .some):
      return reference(entry, "who", kinds: [.group, .person, .place, .event, .source])
        .map(Statement.Value.reference)
    default:
      entry.problem(
        at: entry.node, "a fact has either “value” or “who”", remedy: "Write one of the two.")
      return nil
    }
  }

  /// The names under `aliases`.
  func aliases(_ entry: Entry) -> [Alias] {
    entry.entries("aliases", keys: ["text", "kind", "in"], what: "an alias").compactMap { alias in
      guard let text = alias.required("text") else { return nil }
      if alias["in"] == nil {
        alias.problem(
          at: alias.node, value: text, "no source is named for the alias",
          remedy: "Add “in:” with the coded sources that print it; other names are left out.")
      }
      let sources = alias.texts("in").map { source, node in
        links.add(RecordID(source), [.source], alias.place(of: node))
        links.aliasSources.append((RecordID(source), alias.place(of: node)))
        return RecordID(source)
      }
      return Alias(
        text: text, kind: alias.choice("kind", of: Alias.Kind.self) ?? .name, sources: sources)
    }
  }
}

/// Pointers met on the way, to be checked when every record is known.
final class Links {
  var records: [(id: RecordID, kinds: Set<RecordKind>, place: FilePlace)] = []
  var passages: [(id: PassageID, words: ClosedRange<Int>?, place: FilePlace)] = []
  var aliasSources: [(id: RecordID, place: FilePlace)] = []
  var fingerprints: [RecordID: FilePlace] = [:]
  /// Where each statement stands, and each passage.
  var statements: [RecordID: FilePlace] = [:]
  var passagePlaces: [PassageID: FilePlace] = [:]

  func add(_ id: RecordID, _ kinds: Set<RecordKind>, _ place: FilePlace) {
    records.append((id, kinds, place))
  }
}
