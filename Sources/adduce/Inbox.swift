import Explorer
import Library
import Synchronization
import Terminal

/// Answers on their way from tasks to the run loop.
final class Inbox: Sendable {
  struct Message: Sendable {
    var slot: Slot
    /// Which question of the slot it answers.
    var generation: Int
    /// What it is to the explorer.
    var action: Action
    /// The library that answers from here on, where that is what has come.
    var store: Collections?
    /// Whether nothing follows for the question.
    var isLast = true
  }

  private let messages = Mutex<[Message]>([])
  private let wake: Wake

  init(wake: Wake) { self.wake = wake }

  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake()
  }

  /// Takes everything that has come, oldest first.
  func drain() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
