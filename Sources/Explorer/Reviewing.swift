import Canvas
import Model
import Query

/// What the reader has gone through: marks of their own, by the ids of records, which hold from one release of a
/// dataset to the next.
struct Marks: Equatable, Sendable {
  private(set) var ids: Set<RecordID> = []
  /// The same in the order of marking, so that a question about them need not sort tens of thousands.
  private(set) var list: [RecordID] = []

  init(_ ids: Set<RecordID> = []) {
    self.ids = ids
    list = ids.sorted()
  }

  /// Marks a record, or takes its mark away; whether it is marked now.
  mutating func toggle(_ id: RecordID) -> Bool {
    let isNew = ids.insert(id).inserted
    if isNew {
      list.append(id)
    } else {
      ids.remove(id)
      list.removeAll { $0 == id }
    }
    return isNew
  }

  func contains(_ id: RecordID) -> Bool { ids.contains(id) }
}

extension Filter {
  static let reviewedWords = "reviewed"

  /// What is marked, or what is not.
  static func review(isReviewed: Bool, _ marked: [RecordID]) -> Filter {
    let these = QueryExpression.these(marked, words: reviewedWords)
    return Filter(
      origin: .review, words: isReviewed ? reviewedWords : "not reviewed",
      expression: isReviewed ? these : .not(these))
  }

  /// Whether it is what is marked that passes.
  var isForReviewed: Bool { words == Self.reviewedWords }
}

extension ListPane {
  /// What stands at the right of its title, the longest first. A narrowed list says so, and of how many records in
  /// all its own are.
  func sideTitles(of all: Int?) -> [String] {
    if isNarrowing { return [events == nil ? "…" : "narrowing …", "…"] }
    if events != nil { return narrowedTitles(of: all) }
    guard let count = reviewedCount, let total, total > 0 else { return [position] }
    let short = count == 0 ? [] : ["✓\(count) · \(position)"]
    return ["\(count) of \(total) reviewed · \(position)"] + short + [position]
  }

  private func narrowedTitles(of all: Int?) -> [String] {
    guard let total else { return [position] }
    let rest = all.map { " of \($0)" } ?? ""
    let (here, count) = ("\(position)\(rest)", "\(total)\(rest)")
    let marks = "✓\(reviewedCount ?? 0) · \(here)"
    let reviewed = (reviewedCount ?? 0) == 0 ? [] : ["narrowed · " + marks, marks]
    return reviewed + ["narrowed · \(here)", "narrowed · \(count)", here, count]
  }
}

extension ExplorerState {
  /// `x`: marks the record under the cursor as reviewed, or takes the mark away.
  mutating func toggleReviewed() -> [Effect] {
    guard let id = markable else {
      notice = .init(text: "x marks a record as reviewed; there is none under the cursor")
      return []
    }
    let isReviewed = reviewed.toggle(id)
    takeMarks()
    let count = reviewed.list.count
    notice = .init(
      text: "\(isReviewed ? "reviewed" : "no longer reviewed"); \(count) reviewed in all")
    return [.mark(id, isReviewed: isReviewed)]
  }

  /// `X`: all, what is not reviewed, what is reviewed, and all again; of the list in the first pane where it is
  /// in focus, else of the events.
  mutating func cycleReviewed() -> [Effect] {
    let isIndex = focus == .index
    let filters = isIndex ? panes.index.filters : panes.events.filters
    let rest = filters.filter { $0.origin != .review }
    let next: Filter?
    switch filters.first(where: { $0.origin == .review })?.isForReviewed {
    case nil: next = .review(isReviewed: false, reviewed.list)
    case false?: next = .review(isReviewed: true, reviewed.list)
    case true?: next = nil
    }
    notice = .init(
      text: (isIndex ? panes.indexKind.plural : "events")
        + ": \(next?.words ?? "all, reviewed or not") · X goes on")
    if isIndex { return narrowIndex(by: rest + (next.map { [$0] } ?? [])) }
    return next.map { add($0) } ?? removeFilters(of: .review)
  }

  /// Counts and filters follow the marks.
  mutating func takeMarks() {
    for kind in panes.lists.keys { panes.lists[kind]?.takeMarks(reviewed.list) }
    panes.events.takeMarks(reviewed.list)
  }

  /// Whether a mark took a record out of a list that shows only such, or no such.
  func isOutOfList(_ id: RecordID?, _ list: ListPane) -> Bool {
    guard let id, let filter = list.filters.first(where: { $0.origin == .review }) else {
      return false
    }
    return reviewed.contains(id) != filter.isForReviewed
  }

  private var markable: RecordID? {
    let row: ListRow?
    switch focus {
    case .index: row = panes.index.selected
    case .events: row = panes.events.selected
    case .record, .reader: return panes.record.dossier?.record.id
    }
    guard case .record(let id)? = row?.target else { return nil }
    return id
  }
}
