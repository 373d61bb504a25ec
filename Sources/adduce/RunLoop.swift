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
  private let terminal: any ExplorerScreen
  private let store: Collections
  private let exports: ExplorerExports
  private let inbox: Inbox
  private var runner: EffectRunner
  private var state = ExplorerState()
  private var isDone = false
  /// Since when a question has been without its answer.
  private var waitingSince: ContinuousClock.Instant?
  /// Whether the explorer knows that it takes long.
  private var isWorking = false

  /// What takes longer says that it works.
  private static let unnoticed = Duration.milliseconds(150)

  init(terminal: any ExplorerScreen, store: Collections, exports: ExplorerExports) {
    self.exports = exports
    self.terminal = terminal
    self.store = store
    inbox = Inbox(wake: terminal.wake)
    runner = EffectRunner(store: store, inbox: inbox)
  }

  /// Runs until the reader leaves, or the terminal goes away; it is restored either way.
  consuming func run(usesMouse: Bool = false) {
    defer { terminal.restore() }
    state = FirstScreen(terminal.size, store).state
    _ = update(&state, .reviewed(Opening.marks.ids))
    if usesMouse { act(.usesMouse(true)) }
    Task.detached(priority: .background) { [store] in store.warmUp() }
    while !isDone {
      terminal.show(state)
      takeAll(terminal.wait(atMost: timeUntilNoticed))
      awaitAnswers()
    }
  }

  private mutating func awaitAnswers() {
    guard let patience = terminal.patience else {
      while !isDone, runner.isWaiting { takeAll(terminal.waitForAnswers(atMost: 50)) }
      return
    }
    let deadline = ContinuousClock.now + patience
    while !isDone, !isWorking, runner.isWaiting, ContinuousClock.now < deadline {
      takeAll(terminal.waitForAnswers(atMost: 2))
    }
  }

  /// Milliseconds until the reader is to be told that an answer takes long; -1, for ever, where none is
  /// awaited, or they have been told: there is no timer while nothing is to be done.
  private var timeUntilNoticed: Int32 {
    guard let waitingSince, !isWorking else { return -1 }
    let left = (waitingSince + Self.unnoticed - ContinuousClock.now) / .milliseconds(1)
    return Int32(max(1, left.rounded(.up)))
  }

  private mutating func watchAnswers() {
    guard runner.isWaiting else {
      waitingSince = nil
      if isWorking {
        isWorking = false
        act(.working(false))
      }
      return
    }
    let since = waitingSince ?? .now
    waitingSince = since
    if !isWorking, ContinuousClock.now - since >= Self.unnoticed {
      isWorking = true
      act(.working(true))
    }
  }

  /// Keys and signals first, then answers.
  private mutating func takeAll(_ inputs: [Input]) {
    for input in inputs where !isDone { take(input) }
    for message in inbox.drain() where runner.take(message) { act(message.action) }
    watchAnswers()
  }

  private mutating func take(_ input: Input) {
    switch input {
    case .key(let key): act(.pressed(key))
    case .mouse(let event): act(.mouse(event))
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
      case .mouse(let isOn): terminal.useMouse(isOn)
      case .theme(let name): use(theme: name)
      case .open(let target): open(target)
      case .mark(let id, let isReviewed): mark(id, isReviewed)
      case .export(let request): runner.export(request, with: exports)
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

  private mutating func use(theme name: String) {
    guard let palette = Palette(rawValue: name) else {
      return act(.told("there is no theme “\(name)”; there are \(Palette.names)"))
    }
    terminal.use(palette)
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
