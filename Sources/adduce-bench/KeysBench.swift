import Canvas
import Casebook
import Explorer
import Foundation
import Library
import Model
import Query

/// Keys pressed in every view of the explorer over a library of a million events: from the key to the frame
/// that shows all its answers. What the terminal takes to write that frame is not in it.
enum KeysBench {
  /// What is pressed where, from a fresh start; words stand for their letters.
  private static let scripts: [(view: String, keys: String)] = [
    ("list of groups", "j j j j j C-d C-d C-u k G k k Home j j"),
    ("people, places, sources", "3 j j 4 j j C-d G 5 j j C-d G 1"),
    ("list of events", "Tab j j j j j C-d C-d C-d PgDn PgDn C-u G k k Home Space Space b"),
    ("record", "Tab j j l j j j j J J J K C-d C-u G"),
    ("search, words", "/ quet C-u ba C-u ambush Space kab C-u raid Down Down Enter"),
    ("search, fields", "/ group:red Space kind:raid C-u date:1995..1997 Space killed:>50 C-u"),
    ("date", "d 1995 Enter j j d 2010-06 Enter"),
    ("rival values", "V j j j C-d q"),
    ("timeline", "T h h l + + h - - L H G 0 s h h s l l m h h m l l d 1995-06 Enter + + h h s s q"),
    ("timeline of a group", "j j T h h + + s m h l - - m s l q"),
    ("map", "M n n n h l j k + n + n Right Right Up - - 0 n Enter Esc M + + v Esc"),
    ("network", "j j N j j j j Enter j j Backspace k C-d q"),
    ("themes", "6 j j j Enter j j j"),
    ("filters", "\\ raid Enter 2 j j \\ date:1995..1997 Enter j j T h q M n q Esc j Esc j"),
    (
      "lists that follow",
      "j j \\ raid Enter 3 j 4 j 5 j 1 j Esc \\ date:1995..1997 Enter 4 j 5 j 1 j Esc 4 5 1 j"
    ),
    ("marks", "2 j x j x j x X j j x X X j x"),
    ("weak support", "g ! j j C-d Tab j Tab j q"),
    ("as of a day", "a 2016 Enter j j Tab j j T q / quetta Esc a Enter"),
    ("hints, help, palette", "f Esc ? j C-d q C-p time Esc : ti Esc g g"),
  ]

  /// Presses every script, or that of one view, `rounds` times over the bundled casebook and the made-up
  /// dataset below `folder`.
  static func run(count: Int, folder: String, view only: String?, rounds: Int = 20) throws {
    let dataset = try LibraryBench.dataset(count: count, folder: folder)
    let store = Collections([
      try SQLiteStore.open(CasebookFolder(path: "Data/khorasan"), cache: folder + "/cache"),
      try SQLiteStore.open(dataset),
    ])
    store.warmUp()
    // As they come with the program; they are read beside the screen, so that no key waits for it.
    let outlines = try MapOutlines(folder: "Data/geo")
    try Bench.measure("read the outlines of maps", runs: 20) {
      _ = try MapOutlines(folder: "Data/geo")
    }
    for size in [Size(width: 80, height: 24), Size(width: 200, height: 60)] {
      print("\(size.width)x\(size.height)")
      var all = Bench.Timing("all keys")
      for (view, keys) in scripts where only.map({ view == $0 }) ?? true {
        var timing = Bench.Timing(view)
        for _ in 0..<rounds {
          var desk = try RehearsedExplorer(size, store, outlines)
          for key in Key.typed(keys) {
            let took = try ContinuousClock().measure { try desk.press(key) }
            timing.add(took)
            all.add(took)
          }
        }
        timing.print()
      }
      all.print()
    }
  }
}

/// An explorer without a terminal, whose questions are answered one after another before it is drawn. Maps get the
/// outlines that are given, as soon as they ask for them.
struct RehearsedExplorer {
  private(set) var state = ExplorerState()
  private let store: any SynchronousStore
  private let outlines: MapOutlines?

  init(_ size: Size, _ store: some SynchronousStore, _ outlines: MapOutlines? = nil) throws {
    self.store = store
    self.outlines = outlines
    try act(.started(size))
  }

  /// Presses a key, takes all answers and draws.
  mutating func press(_ key: Key) throws {
    try act(.pressed(key))
    _ = view(state)
  }

  private mutating func act(_ action: Action) throws {
    var effects = update(&state, action)
    while !effects.isEmpty {
      switch effects.removeFirst() {
      case .ask(let slot, let request):
        effects += update(&state, .answered(slot, try store.answerNow(request)))
      case .loadOutlines:
        if let outlines { effects += update(&state, .outlines(outlines)) }
      default: break
      }
    }
  }
}

/// A store that answers at once.
protocol SynchronousStore {
  func answerNow(_ request: Request) throws(StoreProblem) -> Reply
}

extension SQLiteStore: SynchronousStore {}
extension Collections: SynchronousStore {}
