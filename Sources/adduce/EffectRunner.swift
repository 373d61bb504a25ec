import Explorer
import Query

/// Asks the store what the explorer wants to know: one task a question, the newest of a slot wins.
///
/// Used by the run loop's thread alone; only the inbox is shared with the tasks.
struct EffectRunner {
  private let store: any EvidenceStore
  private let inbox: Inbox
  private var generations: [Slot: Int] = [:]
  private var tasks: [Slot: Task<Void, Never>] = [:]

  init(store: any EvidenceStore, inbox: Inbox) {
    self.store = store
    self.inbox = inbox
  }

  mutating func ask(_ slot: Slot, _ request: Request) {
    cancel(slot)
    let generation = generations[slot, default: 0]
    tasks[slot] = Task { [store, inbox] in
      let answer: Result<Reply, StoreProblem>
      do throws(StoreProblem) {
        answer = .success(try await store.answer(request))
      } catch {
        answer = .failure(error)
      }
      inbox.post(Inbox.Message(slot: slot, generation: generation, answer: answer))
    }
  }

  /// Forgets a slot's question; its answer will not be taken.
  mutating func cancel(_ slot: Slot) {
    tasks.removeValue(forKey: slot)?.cancel()
    generations[slot, default: 0] += 1
  }

  /// Whether a question is without its answer.
  var isWaiting: Bool { !tasks.isEmpty }

  /// Takes note of an answer; false where it is not that of its slot's newest question.
  mutating func take(_ message: Inbox.Message) -> Bool {
    guard generations[message.slot, default: 0] == message.generation else { return false }
    tasks[message.slot] = nil
    return true
  }
}
