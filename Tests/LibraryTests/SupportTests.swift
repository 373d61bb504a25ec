import Casebook
import Library
import Model
import Query
import Testing

/// Weakly supported facts, held against the statements themselves.
@Suite struct SupportTests {
  private func window(
    _ store: some EvidenceStore, _ request: SupportRequest
  ) async throws -> SupportWindow {
    guard case .support(let window) = try await store.answer(.support(request)) else {
      throw StoreProblem.cancelled
    }
    return window
  }

  @Test(arguments: WeakSupport.allCases)
  func theyAreThoseOfTheCasebookInItsOrderAndWindowsArePartsOfIt(kind: WeakSupport) async throws {
    let fixture = try LibraryFixture()
    let (contents, _) = CasebookReader.read(fixture.casebook)
    let all = contents.records.flatMap(\.statements)
    let expected = all.filter(kind.holds).map(\.id)
    #expect(!expected.isEmpty)
    let store = try fixture.open()
    let found = try await window(store, SupportRequest(kind, count: 1000))
    #expect(found.facts.map(\.statement.id) == expected)
    #expect(found.total == expected.count && found.all == all.count)
    for first in 0...expected.count {
      let part = try await window(store, SupportRequest(kind, first: first, count: 2))
      #expect(part.facts == Array(found.facts.dropFirst(first).prefix(2)))
      #expect(part.first == first && part.totals == found.totals)
    }
    for record in contents.records {
      let own = try await window(store, SupportRequest(kind, of: record.id, count: 1000))
      #expect(own.facts == found.facts.filter { $0.statement.subject == record.id })
      #expect(own.all == record.statements.count)
    }
  }

  @Test func severalCollectionsFollowOnEachOther() async throws {
    let fixtures = [try LibraryFixture(), try LibraryFixture()]
    let stores = try fixtures.map { try $0.open() }
    let merged = Collections(stores)
    let one = try await window(stores[0], SupportRequest(.oneReport, count: 1000))
    let both = one.facts + one.facts
    for first in [0, 1, one.total - 1, one.total, one.total + 1, both.count, both.count + 5] {
      for count in [1, 2, one.total, 1000] {
        let part = try await window(merged, SupportRequest(.oneReport, first: first, count: count))
        #expect(part.facts == Array(both.dropFirst(first).prefix(count)), "\(first) \(count)")
        #expect(part.total == both.count && part.all == 2 * one.all)
      }
    }
  }
}
