import GRDB
import Model
import Query
import SearchIndex
import Text

/// Lists: windows of what a query finds, in display order.
extension Answering {
  func rows(_ request: RowRequest) throws -> ListWindow {
    let found = try documents(of: request)
    let sought = try request.around.map { record in
      ListWindow.Sought(record, at: try document(of: record).flatMap { found.position(of: $0) })
    }
    let first = request.first(holding: sought?.position)
    let numbers = found.window(from: first, count: request.count)
    var window = ListWindow(
      kind: request.kind, rows: try rows(numbers, in: request.kind, for: request.expression),
      first: first, total: found.count, sought: sought)
    if let events = request.expression.events {
      window.take(eventsLeft: try counts(of: request.kind, in: events))
    }
    return window
  }

  /// The first hits of every kind that people search; kinds without any are left out. Where dates are
  /// asked for, what lies in them certainly comes first, as a window of its own.
  func search(_ expression: QueryExpression, limit: Int) throws -> [ListWindow] {
    try Collections.searched.flatMap { kind in
      let named = try hits(for: expression, in: kind)
      let found = try documents(expression, in: kind)
      guard expression.asksForDates else {
        return [try window(of: found, named, kind, expression, limit, isCertain: nil)]
      }
      let certain = try documents(expression, in: kind, .certain)
      return [
        try window(of: certain, named, kind, expression, limit, isCertain: true),
        try window(of: found.minus(certain), named, kind, expression, limit, isCertain: false),
      ]
    }.filter { $0.total > 0 }
  }

  /// Records that a name finds stand by tier, before those that are found by their words alone.
  private func window(
    of found: Bitmap, _ named: [(document: UInt32, hit: NameHit)], _ kind: RecordKind,
    _ expression: QueryExpression, _ limit: Int, isCertain: Bool?
  ) throws -> ListWindow {
    let names = Bitmap(named.map(\.document).sorted())
    let others = found.minus(names)
    let first = named.prefix(limit).map(\.document)
    let numbers = first + others.window(from: 0, count: max(0, limit - first.count))
    var rows = try rows(numbers, in: kind, for: expression)
    let hits = Dictionary(named.map { ($0.hit.id, $0.hit) }, uniquingKeysWith: { one, _ in one })
    for index in rows.indices {
      guard case .record(let id) = rows[index].target, let hit = hits[id.rawValue] else { continue }
      let isShown = hit.alias == rows[index].title && hit.rule <= .folded
      rows[index].foundBy = isShown ? nil : hit.alias
      rows[index].foundHow = isShown || hit.rule <= .folded ? nil : hit.rule.words
      rows[index].snippet = nil
    }
    return ListWindow(
      kind: kind, rows: rows, first: 0, total: names.count + others.count, isCertain: isCertain)
  }

  func position(of anchor: Request.Anchor, in request: RowRequest) throws -> Int? {
    let found = try documents(of: request)
    switch anchor {
    case .record(let id): return try document(of: id).flatMap { found.position(of: $0) }
    case .day(let day):
      let section = index.documents(in: request.kind.rawValue)
      let first = index.firstDocument(in: section) { $0 >= day.rawValue }
      let before = found.count(in: section.lowerBound..<first)
      let dated = found.minus(index.undated).count
      return before < dated ? before : nil
    }
  }

  func months(of request: RowRequest) throws -> MonthCounts {
    index.months(of: try documents(of: request), in: request.kind.rawValue)
  }

  /// The number of a record in the index; nil where there is no such record.
  func document(of id: RecordID) throws -> UInt32? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT document FROM record WHERE id = ?1
        UNION ALL SELECT document FROM listing WHERE target = ?1 AND kind = 'event'
        """)
    return try Int.fetchOne(statement, arguments: [id.rawValue]).map { UInt32($0) }
  }

  func exists(_ id: RecordID) throws -> Bool { try document(of: id) != nil }

  /// What a list holds here, to be merged with that of other collections.
  func part(of request: RowRequest) throws -> MergedHits.Part {
    MergedHits.Part(
      index: index, section: request.kind.rawValue, hits: try documents(of: request))
  }

  func documents(of request: RowRequest) throws -> Bitmap {
    let found = try documents(request.expression, in: request.kind)
    guard let scope = request.scope else { return found }
    let kind = try String.fetchOne(
      database, sql: "SELECT kind FROM record WHERE id = ?", arguments: [scope.rawValue])
    guard let kind else { throw StoreProblem.noSuchRecord(scope.rawValue) }
    return found.and(index.documents(Field(kind), key: scope.rawValue))
  }

  func rows(
    _ documents: [UInt32], in kind: RecordKind, for expression: QueryExpression
  ) throws -> [ListRow] {
    let statement = try DocumentStatement(
      database,
      """
      SELECT kind, target, title, date, place, detail, figures, events, facts FROM listing
      WHERE document = ?
      """)
    let words = expression.words.flatMap { Folding.words($0) }
    let sought = SoughtWords(words, lastIsPrefix: true)
    let wordings = try Wordings(database)
    let certain =
      expression.asksForDates
      ? try self.documents(expression, in: kind, .certain, among: Bitmap(documents)) : nil
    return try documents.compactMap { document in
      guard var row = try statement.read(document, Self.row) ?? nil else { return nil }
      if !words.isEmpty, !sought.isAny(in: row.title) {
        row.foundBy = try alias(that: sought, finds: row)
        if row.foundBy == nil {
          row.snippet = try wordings.part(of: document) { sought.isAny(inUTF8: $0) }
        }
      }
      row.isCertain = certain?.contains(document)
      return row
    }
  }

  private static func row(_ stored: DocumentStatement.Columns) -> ListRow? {
    guard let kind = RecordKind(rawValue: stored.text(0)) else { return nil }
    let text = stored.text(1)
    let target: ListRow.Target
    switch kind {
    case .passage:
      guard let passage = PassageID(text) else { return nil }
      target = .passage(passage)
    case .text:
      let parts = text.split(separator: "@")
      guard parts.count == 2, let paragraph = Int(parts[1]) else { return nil }
      target = .text(RecordID(String(parts[0])), paragraph: paragraph)
    default: target = .record(RecordID(text))
    }
    return ListRow(
      target: target, kind: kind, title: stored.text(2),
      date: stored.textIfAny(3).flatMap { try? ExtendedDate(reading: $0) },
      place: stored.text(4), detail: stored.text(5), figures: stored.text(6),
      events: stored.number(7), facts: stored.number(8))
  }

  /// The alias by which a group, person or place was found, where its title does not show it.
  private func alias(that sought: SoughtWords, finds row: ListRow) throws -> String? {
    guard [.group, .person, .place].contains(row.kind), case .record(let id) = row.target else {
      return nil
    }
    return try reading.aliases(of: id).map(\.text).first { sought.isAny(in: $0) }
  }
}
