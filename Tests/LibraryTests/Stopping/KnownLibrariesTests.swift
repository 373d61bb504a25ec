import Glibc
import Model
import Query
import Synchronization
import Testing

@testable import Library

/// Who waits for a library that is being made, and what becomes of it when they wait no longer.
@Suite(.timeLimit(.minutes(1))) struct KnownLibrariesTests {
  private let libraries = KnownLibraries<Int>()
  private let day = DayNumber(rawValue: 1000)

  /// A making that goes on until it is let go, or nobody wants it.
  private final class Slow: Sendable {
    let begun = Mutex(0)
    let ended = Mutex(0)
    let isFree = Mutex(false)

    func make(_: [Set<RecordID>]) throws(StoreProblem) -> Int {
      let number = begun.withLock { count in
        count += 1
        return count
      }
      defer { ended.withLock { $0 += 1 } }
      while !isFree.withLock({ $0 }) {
        do throws(CancellationError) { try LongWork.step() } catch { throw .cancelled }
        usleep(500)
      }
      return number
    }
  }

  private func ask(_ slow: Slow) -> Task<Int, any Error> {
    Task { [libraries, day] in
      try await libraries.made(by: day) { () throws(StoreProblem) in
        [["held"]]
      } make: { sources throws(StoreProblem) in
        try slow.make(sources)
      }
    }
  }

  private func wait(until isSo: () -> Bool) async throws {
    while !isSo() { try await Task.sleep(for: .milliseconds(1)) }
  }

  @Test func whatTheOnlyOneWaitsForEndsWithThem() async throws {
    let slow = Slow()
    let asking = ask(slow)
    try await wait { slow.begun.withLock { $0 } == 1 && libraries.waiting == 1 }
    asking.cancel()
    await #expect(throws: StoreProblem.cancelled) { try await asking.value }
    #expect(slow.ended.withLock { $0 } == 1 && libraries.waiting == 0)
    slow.isFree.withLock { $0 = true }
    #expect(try await ask(slow).value == 2, "it is made anew")
    #expect(try await ask(slow).value == 2, "and then kept")
  }

  @Test func whatAnotherWaitsForGoesOn() async throws {
    let slow = Slow()
    let (one, other) = (ask(slow), ask(slow))
    try await wait { libraries.waiting == 2 }
    one.cancel()
    try await wait { libraries.waiting == 1 }
    slow.isFree.withLock { $0 = true }
    await #expect(throws: StoreProblem.cancelled) { try await one.value }
    #expect(try await other.value == 1)
    #expect(slow.begun.withLock { $0 } == 1 && libraries.waiting == 0)
  }

  @Test func whenAllHaveLeftItEndsAndALaterOneBeginsAnother() async throws {
    let slow = Slow()
    let all = (0..<5).map { _ in ask(slow) }
    try await wait { libraries.waiting == 5 }
    for asking in all { asking.cancel() }
    // Before the first making has come to its end.
    let later = ask(slow)
    for asking in all { await #expect(throws: StoreProblem.cancelled) { try await asking.value } }
    try await wait { libraries.waiting == 1 }
    slow.isFree.withLock { $0 = true }
    #expect(try await later.value == 2)
  }

  @Test func oneWhoIsGoneAlreadyBeginsNothing() async throws {
    let slow = Slow()
    let asking = Task { [libraries, day] in
      withUnsafeCurrentTask { $0?.cancel() }
      return try await libraries.made(by: day) { () throws(StoreProblem) in
        [["held"]]
      } make: { sources throws(StoreProblem) in
        try slow.make(sources)
      }
    }
    await #expect(throws: StoreProblem.cancelled) { try await asking.value }
    #expect(libraries.waiting == 0)
    #expect(slow.begun.withLock { $0 } == slow.ended.withLock { $0 })
  }

  @Test func whatCannotBeMadeIsToldToAllAndTriedAgain() async throws {
    let problem = StoreProblem.full(path: "here")
    let tries = Mutex(0)
    for count in 1...2 {
      await #expect(throws: problem) {
        try await libraries.made(by: day) { () throws(StoreProblem) in
          [[]]
        } make: { _ throws(StoreProblem) in
          tries.withLock { $0 += 1 }
          throw problem
        }
      }
      #expect(tries.withLock { $0 } == count)
    }
  }
}
