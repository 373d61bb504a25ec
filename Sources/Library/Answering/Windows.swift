import GRDB
import Model
import Query
import SearchIndex
import Text

/// Lists: windows of what a query finds, in display order.
extension Answering {
  func rows(_ request: RowRequest) throws -> ListWindow {
    let found = try documents(of: request)
    let numbers = found.window(from: max(0, request.first), count: request.count)
    return ListWindow(
      kind: request.kind, rows: try rows(numbers, for: request.expression),
      first: max(0, request.first), total: found.count)
  }

  /// The first hits of every kind that people search; kinds without any are left out.
  func search(_ expression: QueryExpression, limit: Int) throws -> [ListWindow] {
    let kinds: [RecordKind] = [
      .group, .person, .place, .event, .passage, .theme, .relation, .source, .statement,
    ]
    return try kinds.compactMap { kind in
      let window = try rows(RowRequest(kind, expression: expression, count: limit))
      return window.total > 0 ? window : nil
    }
  }

  func position(of anchor: Request.Anchor, in request: RowRequest) throws -> Int? {
    let found = try documents(of: request)
    switch anchor {
    case .record(let id):
      let document = try Int.fetchOne(
        database, sql: "SELECT document FROM record WHERE id = ?", arguments: [id.rawValue])
      return document.flatMap { found.position(of: UInt32($0)) }
    case .day(let day):
      let section = index.documents(in: request.kind.rawValue)
      let first = index.firstDocument(in: section) { $0 >= day.rawValue }
      let before = found.count(in: section.lowerBound..<first)
      let dated = found.minus(index.undated).count
      return before < dated ? before : nil
    }
  }

  private func documents(of request: RowRequest) throws -> Bitmap {
    let found = try documents(request.expression, in: request.kind)
    guard let scope = request.scope else { return found }
    let kind = try String.fetchOne(
      database, sql: "SELECT kind FROM record WHERE id = ?", arguments: [scope.rawValue])
    guard let kind else { throw StoreProblem.noSuchRecord(scope.rawValue) }
    return found.and(index.documents(Field(kind), key: scope.rawValue))
  }

  private func rows(_ documents: [UInt32], for expression: QueryExpression) throws -> [ListRow] {
    let statement = try database.cachedStatement(sql: "SELECT * FROM listing WHERE document = ?")
    let words = expression.words.flatMap { Folding.words($0) }
    let spans = expression.spans.map(\.range)
    return try documents.compactMap { document in
      guard let stored = try Row.fetchOne(statement, arguments: [document]),
        var row = Self.row(stored)
      else { return nil }
      if !words.isEmpty { row.foundBy = try alias(that: words, finds: row) }
      if !spans.isEmpty, let days = index.days(of: document) {
        let span = DayRange(
          first: DayNumber(rawValue: days.lowerBound), last: DayNumber(rawValue: days.upperBound))
        row.isCertain = spans.allSatisfy { $0.contains(span) }
      }
      return row
    }
  }

  private static func row(_ stored: Row) -> ListRow? {
    guard let kind = RecordKind(rawValue: stored["kind"]) else { return nil }
    let text: String = stored["target"]
    let target: ListRow.Target
    if kind == .passage {
      guard let passage = PassageID(text) else { return nil }
      target = .passage(passage)
    } else {
      target = .record(RecordID(text))
    }
    return ListRow(
      target: target, kind: kind, title: stored["title"],
      date: (stored["date"] as String?).flatMap { try? ExtendedDate(reading: $0) },
      place: stored["place"], detail: stored["detail"], figures: stored["figures"],
      events: stored["events"], facts: stored["facts"])
  }

  /// The alias by which a group, person or place was found, where its title does not show it.
  private func alias(that words: [String], finds row: ListRow) throws -> String? {
    guard [.group, .person, .place].contains(row.kind), case .record(let id) = row.target,
      Folding.ranges(of: words, in: row.title, lastIsPrefix: true).isEmpty
    else { return nil }
    return try reading.aliases(of: id).map(\.text).first {
      !Folding.ranges(of: words, in: $0, lastIsPrefix: true).isEmpty
    }
  }
}
