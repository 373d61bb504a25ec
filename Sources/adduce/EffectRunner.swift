import Explorer
import Library
import Query

/// Asks the store what the explorer wants to know: one task a question, the newest of a slot wins.
///
/// Used by the run loop's thread alone; only the inbox is shared with the tasks.
struct EffectRunner {
  /// What answers.
  var store: any EvidenceStore
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
      let action: Action
      do throws(StoreProblem) {
        action = .answered(slot, try await store.answer(request))
      } catch {
        action = .failed(slot, error)
      }
      inbox.post(Inbox.Message(slot: slot, generation: generation, action: action))
    }
  }

  /// Writes a file; what it says on the way comes as answers do.
  mutating func export(_ request: ExportRequest, with exports: ExplorerExports) {
    cancel(.export)
    let generation = generations[.export, default: 0]
    tasks[.export] = Task { [inbox] in
      let told = exports.write(request) { progress in
        inbox.post(
          Inbox.Message(
            slot: .export, generation: generation, action: .exporting(progress, isDone: false),
            isLast: false))
      }
      inbox.post(
        Inbox.Message(
          slot: .export, generation: generation, action: .exporting(told, isDone: true)))
    }
  }

  /// Writes what a command shall read.
  mutating func pipe(_ request: PipeRequest, with exports: ExplorerExports) {
    cancel(.export)
    let generation = generations[.export, default: 0]
    tasks[.export] = Task { [inbox] in
      let action = exports.prepare(request) { progress in
        inbox.post(
          Inbox.Message(
            slot: .export, generation: generation, action: .exporting(progress, isDone: false),
            isLast: false))
      }
      inbox.post(Inbox.Message(slot: .export, generation: generation, action: action))
    }
  }

  /// Reads the files again.
  mutating func reload(_ files: LibraryFiles) {
    cancel(.reload)
    let generation = generations[.reload, default: 0]
    tasks[.reload] = Task { [inbox] in
      var message = Inbox.Message(slot: .reload, generation: generation, action: .reloaded)
      do throws(LibraryProblem) {
        message.store = try files.open()
      } catch {
        let problems = files.problems(of: error)
        message.action =
          problems.isEmpty
          ? .notRead("\(error.message). \(error.remedy)") : .unreadable(problems)
      }
      inbox.post(message)
    }
  }

  /// Reads the outlines of maps, off the thread that takes keys.
  mutating func loadOutlines() {
    cancel(.outlines)
    let generation = generations[.outlines, default: 0]
    tasks[.outlines] = Task { [inbox] in
      inbox.post(
        Inbox.Message(
          slot: .outlines, generation: generation, action: OutlinesFolder.loading))
    }
  }

  /// Forgets a slot's question; its answer will not be taken.
  mutating func cancel(_ slot: Slot) {
    tasks.removeValue(forKey: slot)?.cancel()
    generations[slot, default: 0] += 1
  }

  /// Whether a question is without its answer, or the files are being read; the writing of a file tells of itself.
  var isWaiting: Bool { tasks.contains { $0.key != .export } }

  /// Takes note of an answer; false where it is not that of its slot's newest question.
  mutating func take(_ message: Inbox.Message) -> Bool {
    guard generations[message.slot, default: 0] == message.generation else { return false }
    if message.isLast { tasks[message.slot] = nil }
    return true
  }
}
