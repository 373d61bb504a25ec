import Foundation
import Synchronization

@testable import Library

/// Cancels a task at a certain step of the work that it waits for.
final class Stopper: Sendable {
  private struct State {
    var task: (any Stoppable)?
    var steps = 0
  }

  private let state = Mutex(State())
  /// The step, from 1, at which it is cancelled; nil for none.
  private let last: Int?

  init(at last: Int? = nil) { self.last = last }

  /// How many steps there were.
  var steps: Int { state.withLock { $0.steps } }

  private func step() {
    let now = state.withLock { state in
      state.steps += 1
      return state.steps
    }
    guard now == last else { return }
    while true {
      let task = state.withLock { $0.task }
      task?.cancel()
      // The work may have begun before its task could be handed over, or be told of it.
      if Task.isCancelled { return }
      sched_yield()
    }
  }

  /// What the work gives, or the error that it ends with.
  func run<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = LongWork.$watcher.withValue({ self.step() }) { Task { try await work() } }
    state.withLock { $0.task = task }
    return try await task.value
  }
}

private protocol Stoppable: Sendable {
  func cancel()
}

extension Task: Stoppable {}
