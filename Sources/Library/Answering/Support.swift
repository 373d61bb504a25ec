import GRDB
import Model
import Query

/// Facts that are weakly supported.
extension Answering {
  /// A window of them. What a dataset's file says rests on the file alone, and is not listed.
  func support(_ request: SupportRequest) throws -> SupportWindow {
    var window = SupportWindow(kind: request.kind, first: max(0, request.first))
    guard manifest == nil else { return window }
    let of = request.record.map { _ in "subject = ?" } ?? "1"
    let subject = request.record.map { [$0.rawValue] } ?? []
    let counts = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT count(*) AS 'all', \(WeakSupport.allCases.map {
            "count(*) FILTER (WHERE \(Self.condition($0))) AS '\($0.rawValue)'"
          }.joined(separator: ", ")) FROM statement WHERE \(of)
          """), arguments: StatementArguments(subject))
    guard let counts else { return window }
    window.all = counts["all"]
    for kind in WeakSupport.allCases { window.totals[kind] = counts[kind.rawValue] }
    let statements = try reading.statements(
      """
      SELECT * FROM statement WHERE \(Self.condition(request.kind)) AND \(of)
      ORDER BY document LIMIT \(max(0, request.count)) OFFSET \(window.first)
      """, StatementArguments(subject))
    window.facts = try facts(statements)
    var ids: Set<RecordID> = []
    for statement in statements {
      ids.formUnion(statement.references)
      ids.formUnion(statement.citations.flatMap { $0.via + [$0.passage.source] })
    }
    window.names = try reading.names(of: ids).mapValues(\.name)
    return window
  }

  /// `WeakSupport.holds` as SQL, of what was counted when the library was made.
  private static func condition(_ kind: WeakSupport) -> String {
    switch kind {
    case .oneSource: "sources = 1"
    case .oneReport: "reports = 1"
    case .secondHand: "secondHand"
    }
  }
}

extension Collections {
  /// The lists of all collections, one after another.
  func support(_ request: SupportRequest) throws(StoreProblem) -> SupportWindow {
    var all = SupportWindow(kind: request.kind, first: max(0, request.first))
    for kind in WeakSupport.allCases { all.totals[kind] = 0 }
    for store in stores {
      var part = request
      part.first = max(0, all.first - all.total)
      part.count = max(0, request.count - all.facts.count)
      let some = try store.read { try $0.support(part) }
      all.facts += some.facts
      all.all += some.all
      all.totals.merge(some.totals, uniquingKeysWith: +)
      all.names.merge(some.names) { known, _ in known }
    }
    return all
  }
}
