import Model
import Query
import SearchIndex

/// Records by the events that they have a part in. A record has its part in just the events that a list
/// restricted to it shows, so that its count is the length of that list.
extension Answering {
  /// How many of the events that a query finds concern each record of a kind; those of none are left out.
  func counts(of kind: RecordKind, in events: QueryExpression) throws -> [String: Int] {
    try counts(
      of: Field(kind.rawValue), in: RowRequest(.event, expression: events, count: 0))
  }

  /// How many of some events have each key of a field; remembered, since every window of a list asks.
  func counts(of field: Field, in events: RowRequest) throws -> [String: Int] {
    try found.counts(of: field, in: events) {
      try index.counts(of: field, among: documents(of: events)) { try LongWork.step() }
    }
  }
}

extension Collections {
  /// How many of the events that a query finds concern each record of a kind, over all collections: a
  /// record of one may have its part in the events of another.
  func counts(
    of kind: RecordKind, in events: QueryExpression
  ) throws(StoreProblem) -> [String: Int] {
    let request = RowRequest(.event, expression: events, count: 0)
    let field = Field(kind.rawValue)
    return try found.counts(of: field, in: request) { () throws(StoreProblem) in
      var all: [String: Int] = [:]
      for store in stores {
        let some = try store.read { try $0.counts(of: field, in: request) }
        all.merge(some, uniquingKeysWith: +)
      }
      return all
    }
  }
}

extension ListWindow {
  /// Says of each row how many of the events it is narrowed to concern it.
  mutating func take(eventsLeft counts: [String: Int]) {
    for index in rows.indices {
      guard case .record(let id) = rows[index].target else { continue }
      rows[index].eventsLeft = counts[id.rawValue] ?? 0
    }
  }
}

extension RowRequest {
  /// Where its window begins, if the record that it is around stands there.
  func first(holding position: Int?) -> Int {
    position.map { max(0, $0 - count / 2) } ?? max(0, first)
  }
}
