import Casebook
import Foundation
import Library
import Model
import Query
import Testing

/// Lists of records that a reader has marked, held against the whole list looked through row by row.
@Suite struct ChosenRecordsTests {
  private static func ids(_ store: some EvidenceStore, _ request: RowRequest) async throws
    -> [RecordID]
  {
    guard case .rows(let window) = try await store.answer(.rows(request)) else { return [] }
    #expect(window.total == window.rows.count)
    return window.rows.compactMap { if case .record(let id) = $0.target { id } else { nil } }
  }

  @Test func theseAndAllButTheseAreWhatAListHasOfThem() async throws {
    let fixture = try LibraryFixture()
    let second = fixture.cache + "/second"
    try FileManager.default.copyItem(atPath: fixture.casebook.path, toPath: second)
    let one = try fixture.open()
    let two = try SQLiteStore.open(CasebookFolder(path: second), cache: fixture.cache)
    let stores: [any EvidenceStore] = [one, Collections([one]), Collections([one, two])]
    for store in stores {
      for kind in [RecordKind.event, .group, .person, .place, .source] {
        let all = try await Self.ids(store, RowRequest(kind, count: 1000))
        #expect(!all.isEmpty)
        // Some ids are nobody's, or no ids at all.
        for count in Set([0, 1, 2, all.count / 2, all.count - 1, all.count]) {
          let chosen = Array(all.shuffled().prefix(count)) + ["nobody", "a\"b", "", "back\\slash"]
          let these = QueryExpression.these(chosen, words: "marked")
          let found = try await Self.ids(store, RowRequest(kind, expression: these, count: 1000))
          #expect(found == all.filter { chosen.contains($0) })
          let others = try await Self.ids(
            store, RowRequest(kind, expression: .not(these), count: 1000))
          #expect(others == all.filter { !chosen.contains($0) })
        }
      }
    }
  }

  @Test func theyAreNarrowedAsAnyQueryIs() async throws {
    let store = try LibraryFixture().open()
    let all = try await Self.ids(store, RowRequest(.event, scope: "red-band", count: 1000))
    let some = Array(all.prefix(1))
    #expect(!some.isEmpty)
    let these = QueryExpression.these(some, words: "marked")
    #expect(
      try await Self.ids(store, RowRequest(.event, expression: these, scope: "red-band", count: 9))
        == some)
    #expect(
      try await Self.ids(
        store, RowRequest(.event, expression: .all([these, .undated, .not(.undated)]), count: 9)
      ).isEmpty)
    #expect(these.description == "[marked]" && these.words.isEmpty)
  }
}
