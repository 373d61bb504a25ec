import GRDB
import Model
import Query
import SearchIndex

/// What one collection adds to a timeline.
struct TimelinePart {
  /// For each kind or group with a layer: what it has alone, and how many events have it at all.
  var ones: [(sums: [FigureSum], having: Int)]
  var several: [FigureSum]
  var others: [FigureSum]
  var before: Int
  var after: Int
  var undated: Int
  var extent: DayRange?
  /// Events that lie in no single bar.
  var wide: MergedHits.Part
}

extension Answering {
  func timeline(_ request: TimelineRequest) throws -> Timeline {
    var names: [(key: String, name: String)] = []
    if let stacking = request.stacking {
      let keys = Timeline.most(of: [try sums(of: stacking, in: request)], by: request.measure)
      names = try self.names(of: keys, stacking)
    }
    let part = try part(of: request, keys: names.map(\.key))
    let merged = MergedHits([part.wide], byDay: true)
    var timeline = Timeline(request, names, [part], wide: merged.count)
    timeline.spans = try spans(merged.places(of: timeline, request).map(\.document), request)
    return timeline
  }

  /// What the events that have each kind or group amount to by what is measured; remembered, since every move of a
  /// timeline asks.
  func sums(
    of stacking: TimelineRequest.Stacking, in request: TimelineRequest
  ) throws -> [String: FigureSum] {
    try found.sums(of: stacking, in: request.events, by: request.measure) {
      var counts = try counts(of: Field(stacking.rawValue), in: request.events)
      if stacking == .kind {
        let kinds = try kindsOfEvents()
        counts = counts.filter { kinds.contains($0.key) }
      }
      if let scope = request.scope { counts[scope.rawValue] = nil }
      guard request.measure != .events else { return counts.mapValues { FigureSum(events: $0) } }
      let hits = try documents(of: request.events)
      let figures = index.figures(Column(request.measure.rawValue))
      let events = index.documents(in: RecordKind.event.rawValue)
      var sums: [String: FigureSum] = [:]
      for key in counts.keys {
        try LongWork.step()
        let having = index.documents(Field(stacking.rawValue), key: key)
        sums[key] = figures.sum(of: hits.and(having), in: events)
      }
      return sums
    }
  }

  /// The kinds that events have; the index has other words by which `kind:` finds them too.
  private func kindsOfEvents() throws -> Set<String> {
    Set(
      try String.fetchAll(
        database,
        sql: """
          SELECT term FROM record WHERE kind = 'event' AND term IS NOT NULL
          UNION SELECT key FROM vocabulary WHERE field = 'kind'
          """))
  }

  /// What some kinds or groups are called here; those that are not known here by their keys.
  func names(
    of keys: [String], _ stacking: TimelineRequest.Stacking
  ) throws -> [(key: String, name: String)] {
    try keys.map { (key) -> (key: String, name: String) in
      let sql =
        switch stacking {
        case .group: "SELECT name FROM record WHERE id = ?1"
        case .kind:
          """
          SELECT termLabel FROM record WHERE kind = 'event' AND term = ?1
          UNION ALL SELECT name FROM vocabulary WHERE field = 'kind' AND key = ?1 LIMIT 1
          """
        }
      return (key, try String.fetchOne(database, sql: sql, arguments: [key]) ?? key)
    }
  }

  /// What lies in the bars here, divided by kinds or groups.
  ///
  /// - Throws: `StoreProblem.noSuchRecord` for a scope that is not here.
  func part(of request: TimelineRequest, keys: [String]) throws -> TimelinePart {
    try part(of: request, keys: keys, among: documents(of: request.events))
  }

  func part(
    of request: TimelineRequest, keys: [String], among hits: Bitmap
  ) throws -> TimelinePart {
    let section = RecordKind.event.rawValue
    guard
      let stretches = index.stretches(
        of: hits, in: section, unit: request.unit, numbers: request.bars)
    else {
      // Libraries number events by their days; only a file that was changed does not say so.
      throw StoreProblem.damaged(path: collection, detail: "its events are not in order of days")
    }
    let column = request.measure == .events ? nil : Column(request.measure.rawValue)
    let field = Field(request.stacking?.rawValue ?? "")
    let having = keys.map { stretches.narrow.and(index.documents(field, key: $0)) }
    var (once, several) = (Bitmap([]), Bitmap([]))
    for one in having {
      several = several.or(once.and(one))
      once = once.or(one)
    }
    func sums(_ some: Bitmap) -> [FigureSum] {
      index.sums(of: some, over: stretches, summing: column)
    }
    return TimelinePart(
      ones: having.map { (sums($0.minus(several)), $0.count) }, several: sums(several),
      others: sums(stretches.narrow.minus(once)), before: stretches.before,
      after: stretches.after, undated: stretches.undated, extent: stretches.extent,
      wide: MergedHits.Part(index: index, section: section, hits: stretches.wide))
  }

  /// Events with all their possible days.
  func spans(_ documents: [UInt32], _ request: TimelineRequest) throws -> [Timeline.Span] {
    let rows = try rows(documents, in: .event, for: .everything)
    return zip(documents, rows).compactMap { document, row in
      index.days(of: document).map { days in
        Timeline.Span(
          row,
          days: DayRange(
            first: DayNumber(rawValue: days.lowerBound), last: DayNumber(rawValue: days.upperBound))
        )
      }
    }
  }
}

extension Timeline {
  /// The keys with most of what is measured over all collections: of figures the least that they allow, which is
  /// what bars are filled by, then the most. Those without any figure come last, for what is not known is not 0.
  /// Those alike stand by events, then by key.
  static func most(
    of sums: [[String: FigureSum]], by measure: TimelineRequest.Measure
  ) -> [String] {
    var all: [String: FigureSum] = [:]
    for sums in sums { all.merge(sums, uniquingKeysWith: +) }
    func rank(_ sum: FigureSum) -> [Int] {
      measure == .events
        ? [sum.events] : [sum.known == 0 ? 0 : 1, sum.low, sum.high, sum.events]
    }
    let ranked = all.sorted { (one, other) -> Bool in
      let (first, second) = (rank(one.value), rank(other.value))
      return first == second ? one.key < other.key : second.lexicographicallyPrecedes(first)
    }
    return ranked.prefix(TimelineRequest.layers).map(\.key)
  }

  /// What collections have, together.
  init(
    _ request: TimelineRequest, _ names: [(key: String, name: String)], _ parts: [TimelinePart],
    wide: Int
  ) {
    self.init(unit: request.unit, bars: request.bars)
    func together(_ sums: (TimelinePart) -> [FigureSum]) -> [FigureSum] {
      parts.map(sums).reduce(Array(repeating: FigureSum(), count: bars.count)) {
        zip($0, $1).map { $0 + $1 }
      }
    }
    layers = names.enumerated().map { index, one in
      Layer(
        .one(key: one.key, name: one.name), sums: together { $0.ones[index].sums },
        having: parts.map { $0.ones[index].having }.reduce(0, +))
    }
    layers.append(Layer(.several, sums: together(\.several)))
    layers.append(Layer(.others, sums: together(\.others)))
    layers.removeAll { layer in layer.having == 0 && layer.sums.allSatisfy { $0.events == 0 } }
    self.wide = wide
    before = parts.map(\.before).reduce(0, +)
    after = parts.map(\.after).reduce(0, +)
    undated = parts.map(\.undated).reduce(0, +)
    let extents = parts.compactMap(\.extent)
    if let first = extents.map(\.first).min(), let last = extents.map(\.last).max() {
      extent = DayRange(first: first, last: last)
    }
    firstSpan = window(request).lowerBound
  }

  /// Which of the wide events to fetch: of those asked for, what there is.
  fileprivate func window(_ request: TimelineRequest) -> Range<Int> {
    request.wide.clamped(to: 0..<wide)
  }
}

extension MergedHits {
  /// The wide events that are asked for. Those that begin on a known day stand first, for they tell more.
  func places(of timeline: Timeline, _ request: TimelineRequest) -> [Place] {
    let open = countOfOpenStarts
    let known = count - open
    let window = timeline.window(request)
    let (first, rest) = (window.clamped(to: 0..<known), window.clamped(to: known..<count))
    return places(in: (first.lowerBound + open)..<(first.upperBound + open))
      + places(in: (rest.lowerBound - known)..<(rest.upperBound - known))
  }
}
