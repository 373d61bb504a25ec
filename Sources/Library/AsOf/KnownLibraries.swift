import Model
import Query
import Synchronization

/// Libraries of what could be known by some day. They are libraries like any other, made of what is left of a
/// casebook, so that lists, counts, search and pages cannot show what came later.
///
/// Days between which no source was written have one and the same. Whoever asks for one that is being made waits for
/// it; when nobody waits any longer, the making ends.
final class KnownLibraries<Library: Sendable>: Sendable {
  /// The held sources that were certainly written by a day, casebook by casebook.
  typealias Sources = [Set<RecordID>]
  typealias Made = Result<Library, StoreProblem>

  /// How many are kept open.
  private static var limit: Int { 4 }

  /// A library on its way.
  private struct Making: Sendable {
    var number: Int
    var sources: Sources
    var task: Task<Made, Never>
    /// How many questions wait for it.
    var waiting = 1
  }

  private struct State {
    var open: [(sources: Sources, made: Library)] = []
    var makings: [Making] = []
    /// How many makings there were.
    var begun = 0
    /// The sources that were written by a day, of days asked for lately.
    var sources: [DayNumber: Sources] = [:]

    func made(_ sources: Sources) -> Library? { open.first { $0.sources == sources }?.made }

    mutating func keep(_ library: Library, _ sources: Sources) {
      if open.count == limit { open.removeFirst() }
      open.append((sources, library))
    }
  }

  private let state = Mutex(State())
  /// Held by the one that makes a library at once.
  private let turn = Mutex(())

  /// The library of a day. Whoever's task is cancelled waits no longer, and with the last one the making ends.
  ///
  /// - Parameters:
  ///   - sources: the held sources that were certainly written by then.
  ///   - make: makes the library of what they say, step by step (`LongWork`); in a task of its own.
  /// - Throws: `.cancelled`, and what the two throw.
  func made(
    by day: DayNumber, sources: () throws(StoreProblem) -> Sources,
    make: @escaping @Sendable (Sources) throws(StoreProblem) -> Library
  ) async throws(StoreProblem) -> Library {
    let written = try written(by: day, sources)
    let (library, making) = join(written, make)
    if let library { return library }
    guard let making else { throw .cancelled }
    let made = await withTaskCancellationHandler {
      await making.task.value
    } onCancel: {
      leave(making.number)
    }
    if Task.isCancelled { throw .cancelled }
    return try made.get()
  }

  /// The same on the thread that asks, for the command line. One at a time is made so.
  func madeNow(
    by day: DayNumber, sources: () throws(StoreProblem) -> Sources,
    make: (Sources) throws(StoreProblem) -> Library
  ) throws(StoreProblem) -> Library {
    let written = try written(by: day, sources)
    let made: Made = turn.withLock { _ in
      if let known = state.withLock({ $0.made(written) }) { return .success(known) }
      let made = Made { () throws(StoreProblem) in try make(written) }
      if case .success(let library) = made { state.withLock { $0.keep(library, written) } }
      return made
    }
    return try made.get()
  }

  /// How many questions wait for a library on its way.
  var waiting: Int { state.withLock { $0.makings.reduce(0) { $0 + $1.waiting } } }

  private func written(
    by day: DayNumber, _ sources: () throws(StoreProblem) -> Sources
  ) throws(StoreProblem) -> Sources {
    if let known = state.withLock({ $0.sources[day] }) { return known }
    let written = try sources()
    state.withLock { state in
      if state.sources.count > 1000 { state.sources = [:] }
      state.sources[day] = written
    }
    return written
  }

  /// The library where it is there, or its making, which is waited for by one more.
  private func join(
    _ sources: Sources, _ make: @escaping @Sendable (Sources) throws(StoreProblem) -> Library
  ) -> (Library?, Making?) {
    state.withLock { state in
      if let known = state.made(sources) { return (known, nil) }
      if let place = state.makings.firstIndex(where: { $0.sources == sources }) {
        state.makings[place].waiting += 1
        return (nil, state.makings[place])
      }
      state.begun += 1
      let number = state.begun
      let task = Task(executorPreference: OwnThread()) { [self] in
        let made = Made { () throws(StoreProblem) in try make(sources) }
        end(number, made)
        return made
      }
      let making = Making(number: number, sources: sources, task: task)
      state.makings.append(making)
      return (nil, making)
    }
  }

  /// One waits for it no longer; the last one ends it, and it is as if it had never begun.
  private func leave(_ number: Int) {
    state.withLock { state in
      guard let place = state.makings.firstIndex(where: { $0.number == number }) else { return }
      state.makings[place].waiting -= 1
      if state.makings[place].waiting == 0 { state.makings.remove(at: place).task.cancel() }
    }
  }

  /// Keeps what was made while somebody still waits for it.
  private func end(_ number: Int, _ made: Made) {
    state.withLock { state in
      guard let place = state.makings.firstIndex(where: { $0.number == number }) else { return }
      let making = state.makings.remove(at: place)
      if case .success(let library) = made { state.keep(library, making.sources) }
    }
  }
}
