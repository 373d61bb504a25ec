import Model
public import Query
import SearchIndex

/// Several collections searched as one: casebooks, each with a library of its own.
///
/// Events stand by their earliest possible day, those of one day collection by collection, the
/// undated last; of every other kind collection follows on collection. A record is that of the first
/// collection that has its id.
public final class Collections: EvidenceStore {
  let stores: [SQLiteStore]
  private let copies: AttachedCopies
  /// What was counted over all of them.
  let found = FoundCache()
  /// What of them could be known by some day.
  let knownLibraries = KnownLibraries<Collections>()

  /// In the order in which they shall stand; at least one.
  public init(_ stores: [SQLiteStore]) {
    precondition(!stores.isEmpty, "a library has at least one collection")
    self.stores = stores
    SharedRecords.connect(stores)
    copies = AttachedCopies(stores: stores.filter(\.hasCopies))
  }

  /// What readers should know of the collections, such as that one was damaged and built anew.
  public var notices: [String] { stores.compactMap(\.notice) }

  /// Makes ready what the first search would have to wait for; to be called beside the first screen.
  public func warmUp() {
    copies.warmUp()
    for store in stores where !store.hasCopies { store.warmUp() }
  }

  /// Answers one request; cancelling the task ends it early.
  public func answer(_ request: Request) async throws(StoreProblem) -> Reply {
    if Task.isCancelled { throw .cancelled }
    if case .known(let day, let request) = request {
      return try await known(by: day).answer(request)
    }
    if stores.count == 1 { return try await stores[0].answer(request) }
    if Task.isCancelled { throw .cancelled }
    return try answerNow(request)
  }

  /// Answers at once, on the thread that asks: for the command line and the first screen.
  public func answerNow(_ request: Request) throws(StoreProblem) -> Reply {
    if case .known(let day, let inner) = request { return try knownNow(by: day).answerNow(inner) }
    if stores.count == 1 { return try stores[0].answerNow(request) }
    switch request {
    case .overview: return .overview(try overview())
    case .rows(let request):
      var window = try rows(resolved(request))
      try countEvents(of: &window, narrowedBy: request.expression.events)
      return .rows(try copies.marking(window))
    case .position(let anchor, let request):
      return .position(try position(of: anchor, in: resolved(request)))
    case .months(let request): return .months(try months(of: resolved(request)))
    case .timeline(let request): return .timeline(try timeline(request))
    case .map(let request): return .map(try map(request))
    case .resting(let ground): return .resting(try resting(on: ground))
    case .rivals(let id): return .rivals(try rivals(of: id))
    case .network(let id): return .network(try network(of: id))
    case .search(let expression, let limit):
      return .hits(try search(resolved(expression), limit: limit).map(copies.marking))
    case .dossier(let id):
      var dossier = try merged(id)
      dossier.anchors = try copies.anchors(of: dossier.cited)
      return .dossier(dossier)
    case .reading(let id):
      let reply = try first(where: StoreProblem.noSuchRecord(id.rawValue), request)
      guard case .reading(var reading) = reply else { return reply }
      reading.copy = try copies.copy(of: id)
      return .reading(reading)
    case .facts(let passage): return try first(where: StoreProblem.noSuchPassage(passage), request)
    case .support(let request): return .support(try support(request))
    case .known(let day, let request): return try knownNow(by: day).answerNow(request)
    }
  }

  /// The answer of the first collection that has what is asked for.
  private func first(
    where missing: StoreProblem, _ request: Request
  ) throws(StoreProblem) -> Reply {
    for store in stores {
      do {
        return try store.answerNow(request)
      } catch {
        if error != missing { throw error }
      }
    }
    throw missing
  }

  private func overview() throws(StoreProblem) -> Overview {
    var overviews: [Overview] = []
    for store in stores {
      if case .overview(let overview) = try store.answerNow(.overview) {
        overviews.append(overview)
      }
    }
    return Overview(
      title: overviews.map(\.title).filter { !$0.isEmpty }.joined(separator: " · "),
      description: overviews.map(\.description).filter { !$0.isEmpty }.joined(separator: "\n"),
      counts: overviews.map(\.counts).reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) },
      collections: overviews.flatMap(\.collections), written: overviews.flatMap(\.written))
  }

  private func resting(on ground: RestingFacts.Ground) throws(StoreProblem) -> RestingFacts {
    var all: RestingFacts?
    for store in stores {
      let some = try store.read { try $0.resting(on: ground) }
      all?.alone += some.alone
      all?.shared += some.shared
      all = all ?? some
    }
    return all ?? RestingFacts(name: "")
  }

  private func rivals(of id: RecordID?) throws(StoreProblem) -> RivalList {
    var all = RivalList()
    for store in stores { all = all.adding(try store.read { try $0.rivals(of: id) }) }
    return all
  }

  // MARK: Lists

  private func rows(_ request: RowRequest) throws(StoreProblem) -> ListWindow {
    let hits = try hits(request)
    let merged = MergedHits(hits, byDay: request.kind == .event)
    var sought: ListWindow.Sought?
    if let record = request.around {
      sought = .init(record, at: try position(of: record, in: merged))
    }
    let first = request.first(holding: sought?.position)
    let start = min(first, merged.count)
    let places = merged.places(
      in: start..<(start + min(max(0, request.count), merged.count - start)))
    return ListWindow(
      kind: request.kind, rows: try rows(places, request), first: first, total: merged.count,
      sought: sought)
  }

  private func months(of request: RowRequest) throws(StoreProblem) -> MonthCounts {
    try hits(request).reduce(MonthCounts()) {
      $0.adding($1.index.months(of: $1.hits, in: $1.section))
    }
  }

  private func map(_ request: MapRequest) throws(StoreProblem) -> MapMarks {
    let rows = try resolved(request.rows)
    if let scope = rows.scope, try !exists(scope) { throw .noSuchRecord(scope.rawValue) }
    var parts: [MapPart] = []
    for store in stores {
      do {
        parts.append(try store.read { try $0.map(MapRequest(rows, in: request.grid)) })
      } catch .noSuchRecord {
        continue
      }
    }
    return MapPart.marks(parts, on: request.grid)
  }

  /// What each collection finds; nothing where the scope is a record of another.
  func hits(_ request: RowRequest) throws(StoreProblem) -> [MergedHits.Part] {
    var parts: [MergedHits.Part] = []
    for store in stores {
      do {
        parts.append(try store.read { try $0.part(of: request) })
      } catch .noSuchRecord {
        parts.append(
          MergedHits.Part(index: store.index, section: request.kind.rawValue, hits: Bitmap([])))
      }
    }
    if let scope = request.scope, try !exists(scope) { throw .noSuchRecord(scope.rawValue) }
    return parts
  }

  func exists(_ id: RecordID) throws(StoreProblem) -> Bool {
    for store in stores where try store.read({ try $0.exists(id) }) { return true }
    return false
  }

  /// The rows at some places, in their order.
  private func rows(
    _ places: [MergedHits.Place], _ request: RowRequest
  ) throws(StoreProblem) -> [ListRow] {
    var rows: [Int: [UInt32: ListRow]] = [:]
    for (part, places) in Dictionary(grouping: places, by: \.part) {
      let documents = places.map(\.document)
      let found = try stores[part].read {
        try $0.rows(documents, in: request.kind, for: request.expression)
      }
      rows[part] = Dictionary(
        zip(documents, found).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }
    return places.compactMap { rows[$0.part]?[$0.document] }
  }

  private func position(
    of anchor: Request.Anchor, in request: RowRequest
  ) throws(StoreProblem) -> Int? {
    let merged = MergedHits(try hits(request), byDay: request.kind == .event)
    switch anchor {
    case .day(let day): return merged.position(ofDay: day.rawValue)
    case .record(let id): return try position(of: id, in: merged)
    }
  }

  private func position(
    of id: RecordID, in merged: MergedHits
  ) throws(StoreProblem) -> Int? {
    for (index, store) in stores.enumerated() {
      let document = try store.read { try $0.document(of: id) }
      if let document, let position = merged.position(of: document, in: index) { return position }
    }
    return nil
  }

  /// Windows of one kind and certainty, of all collections, become one.
  private func search(
    _ expression: QueryExpression, limit: Int
  ) throws(StoreProblem) -> [ListWindow] {
    var all: [[ListWindow]] = []
    for store in stores {
      if case .hits(let hits) = try store.answerNow(.search(expression, limit: limit)) {
        all.append(hits)
      }
    }
    return Self.searched.flatMap { kind in
      [nil, true, false].compactMap { certainty -> ListWindow? in
        let windows = all.joined().filter { $0.kind == kind && $0.isCertain == certainty }
        guard !windows.isEmpty else { return nil }
        var rows = windows.flatMap(\.rows)
        if kind == .event {
          rows = rows.enumerated().sorted {
            ($0.element.earliest, $0.offset) < ($1.element.earliest, $1.offset)
          }.map(\.element)
        }
        return ListWindow(
          kind: kind, rows: Array(rows.prefix(limit)), first: 0,
          total: windows.map(\.total).reduce(0, +), isCertain: certainty)
      }
    }
  }

  /// The kinds that people search, in the order in which hits are shown.
  static let searched: [RecordKind] = [
    .group, .person, .place, .event, .passage, .text, .theme, .relation, .source, .statement,
  ]
}

extension ListRow {
  fileprivate var earliest: DayNumber { date?.span.first ?? .distantFuture }
}
