import Foundation
import Library
import Model
import Query
import Testing

/// What takes long ends in the middle when nobody wants it any longer, and leaves nothing behind.
@Suite(.timeLimit(.minutes(5))) struct StoppingTests {
  /// Some of many steps: the first and the last, and of those between one in a while.
  private func some(_ steps: Int) -> [Int] {
    Set([1, 2, 3, steps] + Array(stride(from: 7, to: steps, by: max(1, steps / 23)))).sorted()
  }

  private func files(_ path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
  }

  @Test func theLibraryOfADayIsGivenUpAndMadeAnew() async throws {
    let fixture = try LibraryFixture()
    let store = try fixture.open()
    let question = Request.known(
      by: try #require(try ExtendedDate(reading: "2020-05").certainEnd),
      .rows(RowRequest(.statement, count: 1000)))
    let whole = Stopper()
    let expected = try await whole.run { try await Collections([store]).answer(question) }
    #expect(whole.steps > 100)
    let before = try files(fixture.cache)
    let library = Collections([store])
    for step in some(whole.steps) {
      let stopper = Stopper(at: step)
      await #expect(throws: StoreProblem.cancelled, "at step \(step)") {
        try await stopper.run { try await library.answer(question) }
      }
      #expect(stopper.steps == step, "nothing more is done")
      #expect(try files(fixture.cache) == before, "at step \(step)")
    }
    #expect(try await library.answer(question) == expected)
    #expect(try files(fixture.cache) == before)
  }

  @Test func theReadingOfFilesIsGivenUpAndDoneAnew() async throws {
    let fixture = try LibraryFixture()
    let whole = Stopper()
    let path = try await whole.run { try fixture.open().path }
    #expect(whole.steps > 100)
    try FileManager.default.removeItem(atPath: path)
    let before = try files(fixture.cache)
    for step in some(whole.steps) {
      let stopper = Stopper(at: step)
      await #expect("at step \(step)") {
        try await stopper.run { _ = try fixture.open() }
      } throws: { error in
        if case LibraryProblem.cancelled = error { true } else { false }
      }
      #expect(stopper.steps - step <= 2, "nothing more is done")
      #expect(try files(fixture.cache) == before, "at step \(step)")
    }
    _ = try fixture.open()
    #expect(FileManager.default.fileExists(atPath: path))
  }

  /// A program that was killed while it made a library leaves what it wrote; the next one removes it.
  @Test func whatAKilledProgramLeftIsRemoved() async throws {
    let fixture = try LibraryFixture()
    let store = try fixture.open()
    let before = try files(store.path)
    // No process has the highest number that there can be.
    let (dead, living) = (Int32.max, ProcessInfo.processInfo.processIdentifier)
    for process in [dead, living] {
      try FileManager.default.createDirectory(
        atPath: "\(store.path)/known.\(process).left/inner", withIntermediateDirectories: true)
    }
    let day = try #require(try ExtendedDate(reading: "2020-05").certainEnd)
    _ = try await store.answer(.known(by: day, .overview))
    #expect(
      try files(store.path)
        == (before + ["known.\(living).left", "known.\(living).left/inner"]).sorted())
  }
}
