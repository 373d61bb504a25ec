import Canvas
import Model
import Query
import Text

/// A dossier laid out for a width: what the reader sees of a record, and what each row leads to.
struct RecordPage {
  var page = Page()
  var items: [RecordItem] = []

  let dossier: Dossier
  let width: Int
  /// Where values begin; labels stand left of it.
  private let indent: Int

  init(_ dossier: Dossier, width: Int) {
    self.dossier = dossier
    self.width = max(12, width - 1)
    indent = width >= 40 ? 16 : 4
    heading()
    switch dossier.record {
    case .source(let source): particulars(of: source)
    case .theme(let theme): add(theme)
    case .relation(let relation): parties(of: relation)
    case .place(let place):
      if let within = place.within { link("Lies in", to: within) }
      statements(place.statements)
    case .group, .person, .event: statements(dossier.record.statements)
    }
    if let row = dossier.row { evidence(row) }
    aliases()
    relations()
    mentions()
  }

  /// The row of a dataset supports all that is said, and stands once for all of it.
  private mutating func evidence(_ row: DatasetRow) {
    section("Evidence")
    for line in RowPart(row: row, name: dossier.name(of:)).lines {
      guard let destination = line.destination else {
        value(line.label, line.spans, item: nil)
        continue
      }
      items.append(RecordItem(destination: destination, statement: nil, citations: []))
      value(line.label, line.spans, item: items.count - 1)
    }
  }

  private mutating func heading() {
    page.add(wrapped: [Span(title, .title)], width: width, indent: 1, lead: [Span(" ")])
    page.add(wrapped: [Span(subtitle, .dim)], width: width, indent: 1, lead: [Span(" ")])
    page.add()
  }

  private var title: String {
    if case .source(let source) = dossier.record { return source.name }
    return dossier.name(of: dossier.record.id)
  }

  private var subtitle: String {
    switch dossier.record {
    case .group: "group"
    case .person: "person"
    case .place(let place): "place · \(place.type.label.lowercased())"
    case .event(let event): "event · \(event.kind.label.lowercased())"
    case .relation(let relation): "relation · \(relation.kind.rawValue)"
    case .theme(let theme): "theme · \(theme.kind.label.lowercased())"
    case .source(let source): source.isHeld ? "source, coded" : "cited \(source.type)"
    }
  }

  private mutating func section(_ name: String) {
    if page.lines.last?.spans.isEmpty == false { page.add() }
    page.add([Span(" \(name)", .heading)])
  }

  /// A labelled value; the first of its item, if it is one.
  private mutating func value(_ label: String, _ spans: [Span], item: Int?) {
    // What does not fit beside its value stands above it, for no word is cut.
    if indent < 10 || Cells.width(label) > indent - 2 {
      page.add([Span(" " + label, .dim)], item: item)
      page.add(wrapped: spans, width: width, indent: indent, item: item)
    } else {
      page.add(
        wrapped: spans, width: width, indent: indent, lead: [Span(" " + label, .dim)], item: item)
    }
  }

  mutating func statements(_ statements: [Statement]) {
    let rivals = Set(RivalValues.among(statements).flatMap(\.statements).map(\.id))
    var last = ""
    for statement in statements {
      let isRival = rivals.contains(statement.id)
      let label = statement.label == last && !isRival ? "" : statement.label
      last = statement.label
      add(statement, label: isRival ? "\(label) (rival)" : label)
    }
  }

  private mutating func add(_ statement: Statement, label: String, value known: [Span]? = nil) {
    let item = add(itemFor: statement)
    value(label, spans(of: statement, value: known), item: item)
    if let note = statement.note {
      page.add(wrapped: [Span(note, .dim)], width: width, indent: indent, item: item)
    }
    if dossier.row == nil { add(statement.citations, of: statement.id) }
  }

  /// What a statement says: its value, who says so, and how the source puts it.
  func spans(of statement: Statement, value known: [Span]? = nil) -> [Span] {
    var spans = known ?? valueSpans(statement.value)
    for (word, reference) in [("through", statement.through), ("says", statement.by)] {
      guard let reference else { continue }
      let name = dossier.name(of: reference)
      spans.append(Span(word == "says" ? " — \(name)" : " \(word) \(name)", .dim))
    }
    if statement.extent == .throughout { spans.append(Span(" throughout", .date)) }
    if statement.basis != .stated { spans.append(Span(" [\(statement.basis.rawValue)]", .caution)) }
    if let asOf = statement.asOf, statement.property != .relation {
      spans.append(Span(" (\(asOf.words))", .date))
    }
    return spans
  }

  /// Adds the item that a statement's own lines belong to, and gives its number. It leads to the record that
  /// the statement points to, else to what supports it.
  mutating func add(itemFor statement: Statement) -> Int {
    var destination: Destination?
    if case .reference(.record(let id)) = statement.value { destination = .record(id) }
    if let link = statement.link { destination = .record(link) }
    let first =
      dossier.row.map { Destination.row($0.columns[statement.id] ?? []) }
      ?? statement.citations.first.map {
        Destination.passage($0.passage, of: statement.citations)
      }
    items.append(
      RecordItem(
        destination: destination ?? first, statement: statement.id, citations: statement.citations))
    return items.count - 1
  }

  private func valueSpans(_ value: Statement.Value) -> [Span] {
    switch value {
    case .text(let text): [Span(text)]
    case .date(let date): [Span(date.words, .date), Span(dateCode(date), .dim)]
    case .figure(let figure): [Span(figure.description, .figure)]
    case .reference(.record(let id)): [Span(dossier.name(of: id), .link)]
    case .reference(.words(let words)): [Span(words)]
    }
  }

  /// The EDTF form, where the words do not say it all.
  private func dateCode(_ date: ExtendedDate) -> String {
    date.isSingleDay && !date.isUncertain && !date.isApproximate ? "" : "  \(date)"
  }

  private mutating func add(_ citations: [Citation], of statement: RecordID?) {
    for citation in citations {
      let item = add(itemFor: citation, among: citations, of: statement)
      page.add(
        wrapped: spans(of: citation), width: width, indent: indent,
        lead: [Span(String(repeating: " ", count: max(0, indent - 2))), Span("› ", .dim)],
        item: item)
    }
  }

  /// Adds the item of a citation, and gives its number.
  mutating func add(
    itemFor citation: Citation, among citations: [Citation], of statement: RecordID?
  ) -> Int {
    items.append(
      RecordItem(
        destination: .passage(citation.passage, of: citations), statement: statement,
        citations: citations))
    return items.count - 1
  }

  /// The passage, how it was found in a copy, and the works on which it rests.
  func spans(of citation: Citation) -> [Span] {
    var spans = [Span(citation.passage.words, .citation)]
    if let anchor = dossier.anchors[citation.passage] {
      spans.append(
        anchor == .exact ? Span(" ✓", .dim) : Span(" \(anchor.words)", .caution))
    }
    if !citation.via.isEmpty {
      let works = citation.via.map(dossier.name(of:)).joined(separator: "; ")
      spans.append(Span(" via \(works)", .dim))
    }
    return spans
  }

  private mutating func particulars(of source: Source) {
    if source.isHeld {
      let first = PassageID(source: source.id, number: ParagraphNumber(1))
      items.append(RecordItem(destination: .passage(first), statement: nil, citations: []))
      value(
        "Passages",
        [Span("\(dossier.passages) passages, \(dossier.facts) facts rest on them", .citation)],
        item: 0)
    }
    let lines: [(String, String?)] = [
      ("Id", source.id.rawValue),
      ("Title", source.title == nil ? nil : source.title),
      ("Authors", source.authors.isEmpty ? nil : source.authors.joined(separator: ", ")),
      ("Publisher", source.publisher), ("Series", source.series), ("Issue", source.issue),
      ("Date", source.date.map { "\($0.words)  \($0)" }), ("", source.dateNote),
      ("Type", source.type), ("Language", source.language), ("URL", source.url),
      ("Note", source.note),
    ]
    for (label, text) in lines {
      guard let text else { continue }
      value(label, [Span(text, label.isEmpty ? .dim : .plain)], item: nil)
    }
    guard !source.citations.isEmpty else { return }
    section("Cited in")
    add(source.citations, of: nil)
  }

  /// A line that leads to another record and rests on no passage of its own.
  private mutating func link(_ label: String, to id: RecordID) {
    items.append(RecordItem(destination: .record(id), statement: nil, citations: []))
    value(label, [Span(dossier.name(of: id), .link)], item: items.count - 1)
  }

  private mutating func parties(of relation: Relation) {
    for (label, party) in [("From", relation.from), ("To", relation.to)] {
      if let id = party.record {
        link(label, to: id)
      } else {
        value(label, [Span(dossier.name(of: party))], item: nil)
      }
    }
    statements(relation.statements)
  }

  private mutating func aliases() {
    let aliases = dossier.record.aliases
    guard !aliases.isEmpty else { return }
    section("Names")
    for alias in aliases {
      let sources = alias.sources.map(\.rawValue).joined(separator: ", ")
      let kind = alias.kind == .name ? "" : "  \(alias.kind.rawValue)"
      page.add(
        wrapped: [Span(alias.text), Span(kind, .dim), Span("  \(sources)", .dim)],
        width: width, indent: 3)
    }
  }

  private mutating func relations() {
    guard !dossier.relations.isEmpty, dossier.record.kind != .relation else { return }
    section("Relations")
    for relation in dossier.relations {
      let isForward = relation.from.record == dossier.record.id
      let other = isForward ? relation.to : relation.from
      var spans = [Span(dossier.name(of: other), other.record == nil ? .plain : .link)]
      if let date = relation.date { spans.append(Span(" (\(date.words))", .date)) }
      let label = isForward ? relation.kind.forward : relation.kind.backward
      for (index, statement) in relation.statements.enumerated() {
        if index == 0 {
          let count = items.count
          add(statement, label: label, value: spans)
          items[count].destination = other.record.map { .record($0) } ?? items[count].destination
        } else {
          add(statement, label: statement.label)
        }
      }
    }
  }

  private mutating func mentions() {
    let mentions = dossier.mentions.filter { $0.statement.property != .relation }
    guard !mentions.isEmpty else { return }
    section("Named in \(mentions.count) \(mentions.count == 1 ? "fact" : "facts") elsewhere")
    for fact in mentions {
      items.append(
        RecordItem(
          destination: .record(fact.statement.subject, statement: fact.statement.id),
          statement: fact.statement.id, citations: fact.statement.citations))
      var spans = [Span(fact.subject, .link)]
      let isThis = fact.statement.references.first == dossier.record.id
      spans.append(
        Span(
          isThis ? " · \(fact.statement.label)" : " · \(fact.statement.label): \(fact.value)", .dim)
      )
      page.add(
        wrapped: spans, width: width, indent: 3, lead: [Span(" · ", .dim)], item: items.count - 1)
    }
  }
}
