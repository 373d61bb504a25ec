import Casebook
import Foundation
import Library
import Model
import Query
import Testing

/// Several casebooks read as one, held against each of them read alone.
@Suite struct CollectionsTests {
  /// The made-up casebook, and one beside it with events of its own on the same days and others.
  private struct Pair {
    let fixture: LibraryFixture
    let stores: [SQLiteStore]
    let merged: Collections

    init() throws {
      fixture = try LibraryFixture()
      stores = [try fixture.open(), try fixture.openSecond()]
      merged = Collections(stores)
    }

    func months(_ store: some EvidenceStore, _ request: RowRequest) async throws -> MonthCounts {
      guard case .months(let months) = try await store.answer(.months(request)) else {
        throw StoreProblem.cancelled
      }
      return months
    }

    func rows(_ store: some EvidenceStore, _ request: RowRequest) async throws -> ListWindow {
      guard case .rows(let window) = try await store.answer(.rows(request)) else {
        throw StoreProblem.cancelled
      }
      return window
    }
  }

  @Test(arguments: ["", "attack", "date:2019..", "-siege", "date:undated", "nothing at all"])
  func everyWindowIsThatOfTheMergedList(query: String) async throws {
    let pair = try Pair()
    let expression = try QueryReader.read(query)
    for kind in [RecordKind.event, .group, .passage, .statement] {
      let all = RowRequest(kind, expression: expression, count: 1000)
      var expected: [ListRow] = []
      for store in pair.stores { expected += try await pair.rows(store, all).rows }
      if kind == .group {
        // A group of both is listed once, with the events of both.
        for (index, row) in expected.enumerated() {
          guard case .record(let id) = row.target else { continue }
          let scoped = RowRequest(.event, scope: id, count: 0)
          expected[index].events = try await pair.rows(pair.merged, scoped).total
        }
      }
      if kind == .event {
        expected = expected.enumerated().sorted {
          (earliest($0.element), $0.offset) < (earliest($1.element), $1.offset)
        }.map(\.element)
      }
      for first in 0...(expected.count + 1) {
        for count in [0, 1, 3, 50] {
          let request = RowRequest(kind, expression: expression, first: first, count: count)
          let window = try await pair.rows(pair.merged, request)
          #expect(window.total == expected.count)
          #expect(window.rows == Array(expected.dropFirst(first).prefix(count)))
        }
      }
      let months = MonthCounts(counting: expected.map { $0.date?.span })
      if kind == .event { #expect(try await pair.months(pair.merged, all) == months) }
      for (position, row) in expected.enumerated() {
        guard case .record(let id) = row.target, kind == .event else { continue }
        #expect(try await place(.record(id), all, in: pair) == position)
        guard let date = row.date else { continue }
        let first = expected.firstIndex { earliest($0) >= date.span.first }
        #expect(try await place(.day(date.span.first), all, in: pair) == first)
      }
    }
  }

  private func earliest(_ row: ListRow) -> DayNumber {
    row.target == .record("norburg-attack")
      ? DayNumber(year: 2020, month: 4, day: 29)! : row.date?.span.first ?? .distantFuture
  }

  private func place(
    _ anchor: Request.Anchor, _ list: RowRequest, in pair: Pair
  ) async throws -> Int? {
    guard case .position(let position) = try await pair.merged.answer(.position(anchor, in: list))
    else { return nil }
    return position
  }

  @Test func recordsAreFoundInWhicheverHasThem() async throws {
    let pair = try Pair()
    for id in ["siege", "other-3"] as [RecordID] {
      guard case .dossier(let dossier) = try await pair.merged.answer(.dossier(id)) else { return }
      #expect(dossier.record.id == id)
    }
    await #expect(throws: StoreProblem.noSuchRecord("nobody")) {
      try await pair.merged.answer(.dossier("nobody"))
    }
    await #expect(throws: StoreProblem.noSuchRecord("nobody")) {
      try await pair.merged.answer(.rows(RowRequest(.event, scope: "nobody", count: 1)))
    }
  }

  @Test func collectionsAreNamedInQueries() async throws {
    let pair = try Pair()
    let second = try QueryReader.read("in:second")
    let window = try await pair.rows(
      pair.merged, RowRequest(.event, expression: second, count: 100))
    #expect(window.total == 13)
    guard case .overview(let overview) = try await pair.merged.answer(.overview) else { return }
    #expect(overview.counts[.event] == 16)
    guard
      case .hits(let hits) = try await pair.merged.answer(
        .search(try QueryReader.read("attack"), limit: 4))
    else { return }
    #expect(hits.first { $0.kind == .event }?.total == 15)
    #expect(hits.first { $0.kind == .event }?.rows.count == 4)
  }
}
