import Casebook
import Library
import Model
import Query
import Testing

/// Questions on which sources differ, as a library answers them.
@Suite struct RivalTests {
  private func rivals(_ store: SQLiteStore, of id: RecordID?) throws -> RivalList {
    guard case .rivals(let list) = try store.answerNow(.rivals(id)) else { return RivalList() }
    return list
  }

  @Test func aRecordsQuestionsAreThoseOfItsStatements() throws {
    let store = try LibraryFixture().open()
    let list = try rivals(store, of: "norburg-attack")
    #expect(list.questions.map(\.question) == ["date"])
    #expect(list.questions.first?.answers.count == 2)
    #expect(list.name(of: "norburg-attack") == "Attack in Norburg")
    #expect(try rivals(store, of: "talk").questions.isEmpty)
    #expect(try rivals(store, of: "no-such-record").questions.isEmpty)
  }

  /// All of them are what the casebook's own count finds.
  @Test func allAreThoseThatTheCasebookCounts() throws {
    let fixture = try LibraryFixture()
    let (contents, problems) = CasebookReader.read(fixture.casebook)
    #expect(problems.isEmpty)
    let expected = Coverage(of: contents).rivals
    let found = try rivals(fixture.open(), of: nil).questions
    #expect(!expected.isEmpty)
    #expect(Set(found) == Set(expected) && found.count == expected.count)
  }
}
