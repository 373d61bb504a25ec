import Canvas
import Explorer
import Foundation
import Interchange
import Library
import Model
import Query
import Terminal

/// The one thread that owns the terminal: it sleeps until a key, a signal or an answer comes, takes
/// all that is there, and paints once.
struct RunLoop {
  private let terminal: any ExplorerScreen
  private var store: Collections
  private var exports: ExplorerExports
  private let files: LibraryFiles
  private var remembering: Remembering
  private let isFresh: Bool
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

  private let config: Configured

  /// - Parameter isFresh: whether it begins anew, and not where it was left.
  init(
    terminal: any ExplorerScreen, store: Collections, files: LibraryFiles, config: Configured,
    remembering: Remembering, isFresh: Bool
  ) {
    exports = ExplorerExports(store: store, casebooks: files.casebooks)
    self.files = files
    self.config = config
    self.remembering = remembering
    self.isFresh = isFresh
    self.terminal = terminal
    self.store = store
    inbox = Inbox(wake: terminal.wake)
    runner = EffectRunner(store: store, inbox: inbox)
  }

  /// Runs until the reader leaves, or the terminal goes away; it is restored either way.
  ///
  /// - Throws: what keeps the place that was left from being kept.
  consuming func run() throws {
    defer { terminal.restore() }
    let memory = remembering.memory(isFresh: isFresh)
    let learned = remembering.learned()
    // Marks may be many; they are counted when something is on the screen.
    let first = FirstScreen(
      terminal.size, store, config.settings, memory, notices: remembering.notices + config.notices,
      putOff: [.indexReviewed, .eventsReviewed])
    state = first.state
    _ = update(&state, .taught(learned))
    perform(first.later)
    if config.settings.usesMouse { act(.usesMouse(true)) }
    Task.detached(priority: .background) { [store] in store.warmUp() }
    while !isDone {
      terminal.show(state)
      takeAll(terminal.wait(atMost: timeUntilNoticed))
      awaitAnswers()
    }
    try remembering.leave(state.session, learned: state.lessonsKnown)
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
    for message in inbox.drain() {
      guard runner.take(message) else {
        // Nobody waits for the command any longer.
        if case .prepared(let job) = message.action { unlink(job.path) }
        continue
      }
      if let store = message.store { use(store) }
      act(message.action)
    }
    watchAnswers()
  }

  /// From here on another library answers.
  private mutating func use(_ store: Collections) {
    self.store = store
    runner.store = store
    exports.store = store
    Task.detached(priority: .background) { store.warmUp() }
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

  private mutating func act(_ action: Action) { perform(update(&state, action)) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .ask(let slot, let request): runner.ask(slot, request)
      case .cancel(let slot): runner.cancel(slot)
      case .redraw: terminal.redrawAll()
      case .mouse(let isOn): terminal.useMouse(isOn)
      case .theme(let name): use(theme: name)
      case .open(let target): open(target)
      case .mark(let id, let isReviewed): mark(id, isReviewed)
      case .keep(let change): keep(change)
      case .export(let request): runner.export(request, with: exports)
      case .copy(let text, let name): copy(text, as: name)
      case .copyRow(let row): copy(row)
      case .pipe(let request): runner.pipe(request, with: exports)
      case .run(let job): act(.told(lent { $0.run(job) }))
      case .edit(let target): edit(target)
      case .reload: runner.reload(files)
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

  /// Puts a text into the clipboard of the reader's terminal, and says what it was.
  private mutating func copy(_ text: String, as name: String) {
    do throws(ClipboardProblem) {
      try terminal.copy(text)
      act(.told("copied \(name): \(text)"))
    } catch {
      act(.told("\(error.message). \(error.remedy)"))
    }
  }

  private mutating func copy(_ row: ListRow) {
    do {
      copy(try exports.text(of: row, as: .csv), as: "the row")
    } catch {
      act(.told("the row could not be read: \(error)"))
    }
  }

  /// Opens the place in the reader's editor; the files are read again when it has ended.
  private mutating func edit(_ target: EditTarget) {
    guard let place = files.place(of: target) else {
      act(.told("it stands in no file of a casebook; R shows the row of a dataset"))
      return
    }
    if let problem = lent({ $0.edit(place.path, line: place.line) }) {
      act(.told(problem))
    } else {
      act(.edited)
    }
  }

  /// Gives the terminal to another program, which may come back in another size.
  private mutating func lent<Value>(_ body: (any ExplorerScreen) -> Value) -> Value {
    let value = body(terminal)
    act(.resized(terminal.size))
    return value
  }

  private mutating func use(theme name: String) {
    guard let palette = Palette(rawValue: name) else {
      return act(.told("there is no theme “\(name)”; there are \(Palette.names)"))
    }
    terminal.use(palette, overrides: config.settings.colours)
  }

  private mutating func mark(_ id: RecordID, _ isReviewed: Bool) {
    do {
      try Opening.marks.set(id, isReviewed: isReviewed)
    } catch {
      act(
        .told("the mark could not be kept in \(Opening.marks.path): \(error.localizedDescription)"))
    }
  }

  private mutating func keep(_ change: Keepsakes.Change) {
    let (kept, problem) = remembering.keep(change)
    if let kept { act(.kept(kept)) }
    if let problem { act(.told(problem)) }
  }

  private mutating func suspend() {
    terminal.suspend()
    act(.resized(terminal.size))
  }
}
