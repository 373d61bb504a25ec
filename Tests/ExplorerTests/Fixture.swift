import Canvas
import Model
import Query

@testable import Explorer

/// An explorer over a handful of made-up records, without a store: a question is answered from here.
struct Fixture {
  var state = ExplorerState()
  /// What was asked for and not answered from here.
  var effects: [Effect] = []
  private var newest: [Slot: Request] = [:]

  static let events: [ListRow] = [
    row(
      .event, "norburg-attack", "Attack in Norburg", "2020-04-30", figures: ">7 killed",
      place: "Norburg"),
    row(.event, "siege", "Siege of Souburg", "2020-05/2020-07", place: "Souburg"),
    row(.event, "talk", "Talk of unknown date", nil),
  ]
  static let groups = [
    row(.group, "red-band", "Red Band", nil, events: 2), row(.group, "blue-band", "Blue Band", nil),
  ]
  static let passage = PassageID(source: "doe-2020", number: ParagraphNumber(2))
  static let citations = [
    Citation(passage, via: ["herald"]),
    Citation(PassageID(source: "doe-2020", number: ParagraphNumber(4))),
  ]

  static func row(
    _ kind: RecordKind, _ id: RecordID, _ title: String, _ date: String?, figures: String = "",
    place: String = "", events: Int = 0
  ) -> ListRow {
    ListRow(
      target: .record(id), kind: kind, title: title,
      date: date.flatMap { try? ExtendedDate(reading: $0) }, place: place, figures: figures,
      events: events)
  }

  static func dossier(_ id: RecordID) -> Dossier {
    let title = (events + groups).first { $0.target == .record(id) }?.title ?? id.rawValue
    var names: [RecordID: String] = ["red-band": "Red Band", "herald": "Herald, 1 May 2020"]
    names[id] = title
    if groups.contains(where: { $0.target == .record(id) }) {
      return Dossier(record: .group(Group(id: id, name: title)), names: names)
    }
    func statement(
      _ property: Property, _ label: String, _ value: Statement.Value, _ basis: Basis = .stated
    ) -> Statement {
      Statement(
        id: RecordID("\(id)/\(property.rawValue).1"), subject: id, property: property,
        label: label, value: value, basis: basis,
        citations: property == .killed ? citations : [citations[0]])
    }
    return Dossier(
      record: .event(
        Event(
          id: id, title: title, kind: Term(key: "attack", label: "Attack"),
          statements: [
            statement(
              Property(.claimant), "Claimed by", .reference(.record("red-band")), .reported),
            statement(.killed, "Killed", .figure(CasualtyFigure(7, .moreThan))),
          ])), names: names)
  }

  static let reading = Reading(
    source: Source(id: "doe-2020", title: "A made-up article", isHeld: true),
    passages: ["The headline.", "Tells of an attack in Norburg.", "Says nothing of it.", "A note."]
      .enumerated()
      .map { index, digest in
        Passage(
          id: PassageID(source: "doe-2020", number: ParagraphNumber(index + 1)),
          kind: index == 0 ? .title : .paragraph, digest: digest)
      }, facts: [0, 2, 0, 1])

  init(width: Int = 120, height: Int = 16, _ memory: Memory = Memory()) {
    act(.started(Size(width: width, height: height), memory))
  }

  mutating func act(_ action: Action) {
    let effects = update(&state, action)
    for case .ask(let slot, let request) in effects { newest[slot] = request }
    for effect in effects {
      // What a newer question took the place of is not answered.
      if case .ask(let slot, let request) = effect, newest[slot] != request { continue }
      answer(effect)
    }
  }

  /// Presses keys one after another; text stands for its characters.
  mutating func press(_ keys: Key...) {
    for key in keys { act(.pressed(key)) }
  }

  mutating func type(_ text: String) {
    for character in text { act(.pressed(.character(character))) }
  }

  mutating func answer(_ effect: Effect) {
    guard case .ask(let slot, let request) = effect, let reply = Self.reply(to: request) else {
      effects.append(effect)
      return
    }
    act(.answered(slot, reply))
  }

  static func reply(to request: Request) -> Reply? {
    switch request {
    case .overview:
      return .overview(
        Overview(title: "A made-up casebook", description: "", counts: [.group: 2, .event: 3]))
    case .rows(let request):
      var rows = request.kind == .event ? events : request.kind == .group ? groups : []
      if request.kind == .event, request.scope == "red-band" { rows = Array(rows.prefix(2)) }
      if request.kind == .event, request.scope == "blue-band" { rows = [] }
      if request.scope == "gone-band" { return nil }
      rows = rows.filter { passes(request.expression, $0) }
      if let narrowed = request.expression.events {
        for index in rows.indices { rows[index].eventsLeft = eventsLeft(narrowed, of: rows[index]) }
      }
      let sought = request.around.map { record in
        ListWindow.Sought(record, at: rows.firstIndex { $0.target == .record(record) })
      }
      return .rows(
        ListWindow(kind: request.kind, rows: rows, first: 0, total: rows.count, sought: sought))
    case .months(let request):
      let months = MonthCounts(
        months: [.init(CalendarMonth(rawValue: 12 * 2020 + 3), count: 1)],
        years: [.init(CalendarMonth(rawValue: 12 * 2020), count: 1)], undated: 1)
      return .months(
        request.scope == "blue-band" || request.expression != .everything ? MonthCounts() : months)
    case .timeline(let request): return .timeline(TimelineFixture.answer(request))
    case .map(let request): return .map(marks(request))
    case .position(let anchor, let list):
      switch anchor {
      case .record(let id):
        if list.scope == "red-band", id == "talk" { return .position(nil) }
        let rows = (list.kind == .event ? events : groups).filter { passes(list.expression, $0) }
        return .position(rows.firstIndex { $0.target == .record(id) })
      case .day(let day):
        return .position(events.firstIndex { ($0.date?.earliest ?? .distantPast) >= day })
      }
    case .dossier(let id): return .dossier(dossier(id))
    case .reading: return .reading(reading)
    case .facts(let passage):
      let statement = dossier("siege").record.statements[1]
      return .facts(
        passage.number.rawValue == 3
          ? []
          : [
            Fact(
              statement: statement, subject: "Siege of Souburg", subjectKind: .event,
              value: "more than 7")
          ])
    case .resting:
      let fact = Fact(
        statement: dossier("siege").record.statements[1], subject: "Siege of Souburg",
        subjectKind: .event, value: "more than 7")
      return .resting(RestingFacts(name: "A made-up article", alone: [fact], shared: [fact]))
    case .rivals(let id):
      let statements = [dossier("siege").record.statements[1]]
      return .rivals(
        RivalList(
          [RivalValues(subject: id ?? "siege", question: "killed", statements: statements)],
          names: ["siege": "Siege of Souburg"]))
    case .support(let request):
      var fact = Fact(
        statement: dossier("siege").record.statements[1], subject: "Siege of Souburg",
        subjectKind: .event, value: "more than 7")
      if request.kind == .secondHand {
        fact.statement = dossier("siege").record.statements[0]
        fact.value = "Red Band"
      }
      return .support(
        SupportWindow(
          kind: request.kind, facts: [fact],
          totals: [.oneSource: 1, .oneReport: 1, .secondHand: 1],
          all: 2, names: ["herald": "Herald, 1 May 2020"]))
    case .known(let day, let request):
      // The siege is known from May 2021 on, and with it nothing else.
      guard let known = DayNumber(year: 2021, month: 5, day: 31), day >= known else { return nil }
      switch request {
      case .overview:
        return .overview(
          Overview(title: "A made-up casebook", description: "", counts: [.group: 1, .event: 1]))
      case .rows(let request):
        let rows = request.kind == .event ? [events[1]] : request.kind == .group ? [groups[0]] : []
        return .rows(ListWindow(kind: request.kind, rows: rows, first: 0, total: rows.count))
      case .position(.record(let id), _):
        return .position(id == "siege" || id == "red-band" ? 0 : nil)
      default: return reply(to: request)
      }
    case .network(let id): return .network(NetworkFixture.network(of: id))
    case .search(let expression, _):
      if expression.words == ["talk"] {
        return .hits([ListWindow(kind: .event, rows: [], first: 0, total: 1)])
      }
      guard expression.words == ["tal"] else { return .hits([]) }
      return .hits([ListWindow(kind: .event, rows: [events[2]], first: 0, total: 1)])
    }
  }

  /// How many of the events that a query finds a record has a part in: the Red Band in the first two.
  private static func eventsLeft(_ query: QueryExpression, of row: ListRow) -> Int {
    row.target == .record("red-band") ? events.prefix(2).count { passes(query, $0) } : 0
  }

  /// Whether a row is what a query asks for, as far as words and ids go.
  private static func passes(_ expression: QueryExpression, _ row: ListRow) -> Bool {
    switch expression {
    case .word(let word, _): row.title.lowercased().contains(word)
    case .these(let ids, _): ids.contains { row.target == .record($0) }
    case .inEvents(let events): eventsLeft(events, of: row) > 0
    case .not(let inner): !passes(inner, row)
    case .all(let parts): parts.allSatisfy { passes($0, row) }
    case .any(let parts): parts.contains { passes($0, row) }
    default: true
    }
  }

  /// Which row the screen marks as selected in the pane in focus, as its text.
  var selectedText: String {
    let frame = view(state)
    return (0..<frame.size.height).compactMap { row -> String? in
      let cells = frame.row(row).filter { $0.style.marks.contains(.selected) }
      guard !cells.isEmpty else { return nil }
      return String(cells.compactMap(\.grapheme)).split(
        separator: " ", omittingEmptySubsequences: true
      ).joined(separator: " ")
    }.joined(separator: " | ")
  }

  var text: String { view(state).text }
}
