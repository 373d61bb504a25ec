import Canvas
import Model
import Query

/// A list of one kind of record, in its display order; only rows near the screen are held.
///
/// The lists in the first pane begin with a row that stands for all of them, so that the events of
/// all groups are one row away from the events of one.
struct ListPane: Equatable, Sendable {
  let kind: RecordKind
  /// What the list is restricted to, and what that is called.
  private(set) var scope: RecordID?
  private(set) var scopeName = ""
  /// What its rows must match beside that, each a chip over them.
  private(set) var filters: [Filter] = []
  /// In the first pane: the events that its records must have a part in; nil where no filter narrows them.
  private(set) var events: QueryExpression?
  /// The same for the rows that it holds: until the new ones come, counts of the old ones are not theirs.
  private var heldEvents: QueryExpression?
  /// The record that the cursor stays on while the events are narrowed and widened, until it is moved. Where it
  /// has no part in them, the cursor is on the row for all, and goes back to it later.
  private var wanted: RecordID?
  private(set) var list = WindowedList<ListRow>()
  /// How many of its events lie in each month; nil until known, and for other kinds.
  private(set) var months: MonthCounts?
  private var hasAskedMonths = false
  /// How many of its records are marked as reviewed; nil until known, or where nobody asks.
  private(set) var reviewedCount: Int?
  /// The marks that were counted, and those whose count was asked for last.
  private var countedMarks: [RecordID]?
  private var askedMarks: [RecordID]?

  init(_ kind: RecordKind) { self.kind = kind }

  /// How many rows stand before the records: one in the lists of the first pane.
  private var leading: Int { kind == .event ? 0 : 1 }

  /// The record under the cursor; nil on the row that stands for all, and before rows have come.
  var selected: ListRow? { row(at: list.selected) }

  /// Whether the cursor stands on the row that stands for all.
  var isOnAll: Bool { list.selected < leading }

  /// How many records the list has; nil until known.
  var total: Int? { list.total.map { $0 - leading } }

  /// `3/23`, as the title says it.
  var position: String {
    guard let total else { return "…" }
    return isOnAll || total == 0 ? "\(total)" : "\(list.selected - leading + 1)/\(total)"
  }

  func row(at position: Int) -> ListRow? { position < leading ? nil : list.row(position) }

  /// The positions on the screen, with their rows where held.
  func visible(height: Int) -> [(position: Int, row: ListRow?)] {
    guard let total = list.total else { return [] }
    return (list.top..<max(list.top, min(list.top + height, total))).map { ($0, row(at: $0)) }
  }

  var cursor: Int { list.selected }

  mutating func move(by rows: Int) { select(list.selected + rows) }
  mutating func moveToTop() { select(0) }
  mutating func moveToBottom() { select((list.total ?? 1) - 1) }

  mutating func select(_ position: Int) {
    list.select(position)
    wanted = nil
    guard isNarrowing else { return }
    wanted = selectedID
    list.renew()
  }

  /// Goes to a record of the list; while that changes, its rows bring the cursor where it belongs.
  mutating func select(record position: Int) {
    if isNarrowing, wanted != nil { return }
    list.select(position + leading)
    wanted = nil
  }

  private var selectedID: RecordID? {
    if case .record(let id)? = selected?.target { id } else { nil }
  }

  /// Restricts the list to what concerns a record; nil lifts that.
  mutating func restrict(to scope: RecordID?, named name: String) {
    guard scope != self.scope else { return }
    self.scope = scope
    scopeName = name
    startAnew()
  }

  /// Restricts the list to what passes all of these.
  mutating func narrow(by filters: [Filter]) {
    guard filters != self.filters else { return }
    self.filters = filters
    startAnew()
  }

  /// Keeps to records with a part in some events; nil lifts that. The cursor stays on its record, and the rows
  /// of before are shown until those come.
  mutating func keep(inEvents events: QueryExpression?) {
    guard kind != .event, kind != .theme, events != self.events else { return }
    if wanted == nil { wanted = selectedID }
    self.events = events
    list.renew()
    forgetReviewed()
  }

  /// Whether it waits for the rows that it is narrowed to.
  var isNarrowing: Bool { events != heldEvents }

  /// Has the cursor go to a record with the rows that are on their way.
  mutating func want(_ record: RecordID) {
    guard isNarrowing else { return }
    wanted = record
    list.renew()
  }

  /// What its rows match: all filters as one.
  var expression: QueryExpression {
    switch conditions.count {
    case 0: .everything
    case 1: conditions[0]
    default: .all(conditions)
    }
  }

  private var conditions: [QueryExpression] {
    filters.map(\.expression) + (events.map { [.inEvents($0)] } ?? [])
  }

  private mutating func startAnew() {
    wanted = nil
    list.reset()
    months = nil
    hasAskedMonths = false
    forgetReviewed()
  }

  private mutating func forgetReviewed() {
    reviewedCount = nil
    countedMarks = nil
    askedMarks = nil
  }

  /// Goes to where its cursor once stood, narrowed as it was then.
  mutating func stand(at cursor: SavedPlace.Cursor, filters: [Filter]) {
    narrow(by: filters)
    list.stand(at: max(0, cursor.row), top: cursor.top)
    // A list that was not shown may have been kept as it was before the events were narrowed.
    if kind != .event { wanted = cursor.record.map { RecordID($0) } }
  }

  /// Its marks have changed, and with them perhaps its rows.
  mutating func takeMarks(_ marked: [RecordID]) {
    if marked.isEmpty { forgetReviewed() }
    guard let index = filters.firstIndex(where: { $0.origin == .review }) else { return }
    let filter = Filter.review(isReviewed: filters[index].isForReviewed, marked)
    guard filter != filters[index] else { return }
    filters[index] = filter
    // A record that leaves the list leaves the cursor to the next one.
    wanted = nil
    list.renew()
    hasAskedMonths = false
  }

  /// Forgets all rows and counts: they are asked for again.
  mutating func forgetAnswers() { startAnew() }

  mutating func fill(_ window: ListWindow) {
    var rows = window.rows
    let first = window.first
    if first == 0, leading == 1 {
      rows.insert(ListRow(target: .record(""), kind: kind, title: ""), at: 0)
    }
    let sought = window.sought.flatMap { $0.record == wanted ? $0 : nil }
    list.fill(
      rows, at: first == 0 ? 0 : first + leading, of: window.total + leading,
      cursor: sought.map { $0.position.map { $0 + leading } ?? 0 })
    heldEvents = events
  }

  mutating func take(_ months: MonthCounts) {
    self.months = months
  }

  mutating func settle(height: Int) { list.settle(height: height) }

  /// The question for what the screen misses.
  mutating func missing() -> Request? {
    list.missing().map { window in
      let first = max(0, window.lowerBound - leading)
      var request = request(first: first, count: window.upperBound - first)
      if list.isStale || list.total == nil { request.around = wanted }
      return .rows(request)
    }
  }

  /// The question for the months of its events, where it has not been asked.
  mutating func missingMonths() -> Request? {
    guard kind == .event, !hasAskedMonths else { return nil }
    hasAskedMonths = true
    return .months(request())
  }

  mutating func take(reviewed count: Int) {
    reviewedCount = count
    countedMarks = askedMarks
  }

  /// The question how many of its records are marked, where it has not been asked and no filter answers it.
  mutating func missingReviewed(_ marked: [RecordID]) -> Request? {
    guard askedMarks != marked, !marked.isEmpty,
      !filters.contains(where: { $0.origin == .review })
    else { return nil }
    askedMarks = marked
    return .rows(request(narrowedBy: .these(marked, words: Filter.reviewedWords)))
  }

  /// Answers on their way will not come: what is missing is asked for again.
  mutating func forgetQuestions() {
    list.forgetQuestion()
    hasAskedMonths = months != nil
    askedMarks = countedMarks
  }

  /// The question where in this list a record or a day stands.
  func position(of anchor: Request.Anchor) -> Request {
    .position(anchor, in: request())
  }

  /// The question how many rows it would have if something narrowed it further.
  func request(narrowedBy expression: QueryExpression) -> RowRequest {
    var request = request()
    request.expression = .all(conditions + [expression])
    return request
  }

  /// A window of what the list holds.
  func request(first: Int = 0, count: Int = 0) -> RowRequest {
    RowRequest(kind, expression: expression, scope: scope, first: first, count: count)
  }
}
