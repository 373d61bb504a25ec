import Casebook
import Foundation
import Library
import Model
import Query
import Testing

/// Timelines of one library and of two read as one, held against looking at every event.
@Suite struct TimelineTests {
  private struct Pair {
    let fixture: LibraryFixture
    let first: SQLiteStore
    let merged: Collections

    init() throws {
      fixture = try LibraryFixture()
      first = try fixture.open()
      merged = Collections([first, try fixture.openSecond()])
    }
  }

  private struct Known {
    let id: RecordID
    let event: Event
    let groups: [RecordID]
  }

  /// Every event of a store, with the groups whose scope has it.
  private func events(_ store: some EvidenceStore, _ request: RowRequest) async throws -> [Known] {
    var groups: [RecordID: [RecordID]] = [:]
    for group in ["red-band", "blue-band"] as [RecordID] {
      for id in try await ids(store, RowRequest(.event, scope: group, count: 1000)) {
        groups[id, default: []].append(group)
      }
    }
    var known: [Known] = []
    for id in try await ids(store, request) {
      guard case .dossier(let dossier) = try await store.answer(.dossier(id)),
        case .event(let event) = dossier.record
      else { continue }
      known.append(Known(id: id, event: event, groups: groups[id] ?? []))
    }
    return known
  }

  private func ids(_ store: some EvidenceStore, _ request: RowRequest) async throws -> [RecordID] {
    guard case .rows(let window) = try await store.answer(.rows(request)) else { return [] }
    return window.rows.compactMap { if case .record(let id) = $0.target { id } else { nil } }
  }

  private func timeline(
    _ store: some EvidenceStore, _ request: TimelineRequest
  ) async throws -> Timeline {
    guard case .timeline(let timeline) = try await store.answer(.timeline(request)) else {
      throw StoreProblem.cancelled
    }
    return timeline
  }

  private static let requests: [TimelineRequest] = CalendarUnit.allCases.flatMap { unit in
    ["2018-12-20", "2019-04-20", "2020-04-15"].flatMap { text -> [TimelineRequest] in
      guard let day = try? ExtendedDate(reading: text).span.first else { return [] }
      let stackings: [TimelineRequest.Stacking?] = [nil, .kind, .group]
      return stackings.flatMap { stacking in
        TimelineRequest.Measure.allCases.map { measure in
          let bar = unit.number(of: day)
          return TimelineRequest(
            unit: unit, bars: bar..<(bar + 14), stacking: stacking, measure: measure, wide: 0..<99)
        }
      }
    }
  }

  @Test(arguments: ["", "date:2019..", "-siege", "nothing at all"])
  func countsAreThoseOfTheEvents(query: String) async throws {
    let pair = try Pair()
    let expression = try QueryReader.read(query)
    let all = RowRequest(.event, expression: expression, count: 1000)
    let (one, both) = (try await events(pair.first, all), try await events(pair.merged, all))
    for var request in Self.requests {
      request.expression = expression
      expect(try await timeline(pair.first, request), request, one)
      expect(try await timeline(pair.merged, request), request, both)
    }
  }

  private func expect(_ timeline: Timeline, _ request: TimelineRequest, _ events: [Known]) {
    var sums = Array(repeating: FigureSum(), count: request.bars.count)
    var (wide, before, after, undated): ([RecordID], Int, Int, Int) = ([], 0, 0, 0)
    for known in events {
      guard let days = known.event.span else {
        undated += 1
        continue
      }
      if let bar = request.bars.first(where: {
        request.unit.days(of: $0..<($0 + 1)).contains(days)
      }) {
        sums[bar - request.bars.lowerBound] =
          sums[bar - request.bars.lowerBound] + sum(known.event, request.measure)
      } else if days.overlaps(request.days) {
        wide.append(known.id)
      } else if days.last < request.days.first {
        before += 1
      } else {
        after += 1
      }
    }
    #expect(timeline.sums == sums, "\(request)")
    #expect(timeline.total == events.count)
    #expect(timeline.before == before && timeline.after == after && timeline.undated == undated)
    #expect(timeline.wide == wide.count && timeline.spans.count == wide.count)
    #expect(
      Set(timeline.spans.map(\.row.target)) == Set(wide.map(ListRow.Target.record)), "\(request)")
    for span in timeline.spans {
      let known = events.first { span.row.target == .record($0.id) }
      #expect(known?.event.span == span.days)
    }
    let starts = timeline.spans.map(\.days.first)
    let knownStarts = starts.filter { $0 != .distantPast }
    #expect(Array(starts.prefix(knownStarts.count)) == knownStarts.sorted(), "known starts first")
    expectLayers(timeline, request, events)
  }

  private func expectLayers(_ timeline: Timeline, _ request: TimelineRequest, _ events: [Known]) {
    guard let stacking = request.stacking else {
      #expect(timeline.layers.allSatisfy { $0.part == .others })
      return
    }
    for layer in timeline.layers {
      guard case .one(let key, let name) = layer.part else { continue }
      #expect(name != key, "layers have names: \(key)")
      var expected = Array(repeating: FigureSum(), count: request.bars.count)
      var having = 0
      for known in events {
        let keys = stacking == .kind ? [known.event.kind.key] : known.groups.map(\.rawValue)
        guard let days = known.event.span, keys.contains(key),
          let bar = request.bars.first(where: {
            request.unit.days(of: $0..<($0 + 1)).contains(days)
          })
        else { continue }
        having += 1
        guard keys.count == 1 else { continue }
        expected[bar - request.bars.lowerBound] =
          expected[bar - request.bars.lowerBound] + sum(known.event, request.measure)
      }
      #expect(layer.sums == expected && layer.having == having, "\(key) \(request)")
    }
  }

  private func sum(_ event: Event, _ measure: TimelineRequest.Measure) -> FigureSum {
    guard measure != .events else { return FigureSum(events: 1) }
    let figures = event.figures(measure == .killed ? .killed : .wounded)
    guard !figures.isEmpty else { return FigureSum(events: 1) }
    // As a query understands them: about is its number, up to begins at 0.
    let lows = figures.map { $0.qualifier == .upTo ? 0 : $0.low ?? $0.high ?? $0.value }
    let highs = figures.map {
      [.atLeast, .moreThan].contains($0.qualifier) ? nil : $0.high ?? $0.value
    }
    let low = lows.min() ?? 0
    let isOpen = highs.contains(nil)
    return FigureSum(
      events: 1, known: 1, low: low, high: isOpen ? low : highs.compactMap(\.self).max() ?? low,
      open: isOpen ? 1 : 0)
  }

  @Test func rowsOfTheWideComeInWindows() async throws {
    let pair = try Pair()
    var request = TimelineRequest(unit: .day, bars: 17_897..<18_500, wide: 0..<99)
    let all = try await timeline(pair.merged, request)
    #expect(all.wide > 4)
    for first in 0...all.wide {
      request.wide = first..<(first + 2)
      let some = try await timeline(pair.merged, request)
      #expect(some.spans == Array(all.spans.dropFirst(first).prefix(2)) && some.firstSpan == first)
    }
  }

  @Test func aGroupInScopeIsNoLayer() async throws {
    let pair = try Pair()
    let request = TimelineRequest(
      scope: "red-band", unit: .year, bars: 2015..<2022, stacking: .group)
    let found = try await timeline(pair.merged, request)
    #expect(found.layers.count > 1)
    #expect(
      !found.layers.contains { if case .one("red-band", _) = $0.part { true } else { false } })
    await #expect(throws: StoreProblem.noSuchRecord("nobody")) {
      try await pair.merged.answer(
        .timeline(TimelineRequest(scope: "nobody", unit: .year, bars: 0..<1)))
    }
  }
}
