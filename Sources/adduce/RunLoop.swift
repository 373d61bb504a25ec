import Canvas
import Explorer
import Foundation
import Library
import Model
import Query
import Terminal

/// The one thread that owns the terminal: it sleeps until a key, a signal or an answer comes, takes
/// all that is there, and paints once.
struct RunLoop {
  private let terminal: CursesTerminal
  private let store: Collections
  private let exports: ExplorerExports
  private let inbox: Inbox
  private var runner: EffectRunner
  private var state = ExplorerState()
  private var isDone = false

  init(terminal: CursesTerminal, store: Collections, exports: ExplorerExports) {
    self.exports = exports
    self.terminal = terminal
    self.store = store
    inbox = Inbox(wake: terminal.wake)
    runner = EffectRunner(store: store, inbox: inbox)
  }

  /// Runs until the reader leaves, or the terminal goes away; it is restored either way.
  consuming func run() {
    defer { terminal.restore() }
    state = FirstScreen(terminal.size, store).state
    _ = update(&state, .reviewed(Opening.marks.ids))
    Task.detached(priority: .background) { [store] in store.warmUp() }
    while !isDone {
      terminal.paint(view(state))
      takeAll(terminal.wait())
      // What was just asked is mostly answered within a few milliseconds: then one frame shows the
      // key and its answer, and half as much goes over the line.
      let deadline = ContinuousClock.now + .milliseconds(6)
      while !isDone, runner.isWaiting, ContinuousClock.now < deadline {
        takeAll(terminal.wait(atMost: 2))
      }
    }
  }

  /// Keys and signals first, then answers.
  private mutating func takeAll(_ inputs: [Input]) {
    for input in inputs where !isDone { take(input) }
    for message in inbox.drain() where runner.take(message) { act(message.action) }
  }

  private mutating func take(_ input: Input) {
    switch input {
    case .key(let key): act(.pressed(key))
    case .resized(let size): act(.resized(size))
    case .ended, .interrupted: isDone = true
    case .stopRequested: suspend()
    case .resumed: break
    }
  }

  private mutating func act(_ action: Action) {
    for effect in update(&state, action) {
      switch effect {
      case .ask(let slot, let request): runner.ask(slot, request)
      case .cancel(let slot): runner.cancel(slot)
      case .redraw: terminal.redrawAll()
      case .open(let target): open(target)
      case .mark(let id, let isReviewed): mark(id, isReviewed)
      case .export(let request): runner.export(request, with: exports)
      case .loadOutlines: runner.loadOutlines()
      case .suspend: suspend()
      case .quit: isDone = true
      }
    }
  }

  /// Opens a file or an address outside the terminal, and says so.
  private mutating func open(_ target: String) {
    do throws(OpeningProblem) {
      try SystemOpener.open(target)
      act(.told("opened \(target)"))
    } catch {
      act(.told("\(error.message); \(target)"))
    }
  }

  private mutating func mark(_ id: RecordID, _ isReviewed: Bool) {
    do {
      try Opening.marks.set(id, isReviewed: isReviewed)
    } catch {
      act(
        .told("the mark could not be kept in \(Opening.marks.path): \(error.localizedDescription)"))
    }
  }

  private mutating func suspend() {
    terminal.suspend()
    act(.resized(terminal.size))
  }
}
