import Canvas
import Text

/// The first keys, one after another: what the reader has used is known, the next one stands at the foot.
struct Lessons: Equatable, Sendable {
  /// One key to learn: where it is of use, and what the sentence about it says.
  struct Lesson: Equatable, Sendable {
    let command: Command
    let scopes: Set<Scope>
    /// What follows the key, at most 40 cells.
    let words: String
  }

  /// In the order in which they are of use; the first that is not known and belongs to the pane stands at
  /// the foot.
  static let all = [
    Lesson(command: .down, scopes: [.lists], words: "goes down the list"),
    Lesson(command: .nextPane, scopes: [.lists], words: "goes on to the next pane"),
    Lesson(command: .open, scopes: [.lists], words: "opens the record under the cursor"),
    Lesson(command: .open, scopes: [.record], words: "on a citation opens its passage"),
    Lesson(command: .facts, scopes: [.reader], words: "lists the facts that rest on it"),
    Lesson(command: .back, scopes: [.record, .reader], words: "goes back, to the same row"),
    Lesson(command: .search, scopes: [.lists, .record], words: "searches everything as you type"),
    Lesson(command: .date, scopes: [.lists], words: "goes to a date"),
    Lesson(command: .palette, scopes: [.lists, .record], words: "finds every action by its name"),
    Lesson(command: .help, scopes: [.lists, .record, .reader], words: "shows all keys"),
  ]

  /// What the reader has used, and where it was another thing, in which pane.
  private(set) var known: Set<String>

  init(known: Set<String> = []) { self.known = known }

  /// The reader has used a command in a pane.
  mutating func learn(_ command: Command, in scope: Scope) {
    for lesson in Self.all where lesson.command == command && lesson.scopes.contains(scope) {
      known.insert(lesson.name)
    }
  }

  /// What to teach in a pane; nil where all of it is known.
  func next(in scope: Scope) -> Lesson? {
    Self.all.first { $0.scopes.contains(scope) && !known.contains($0.name) }
  }

  /// Whether nothing is left to teach anywhere.
  var isOver: Bool { Self.all.allSatisfy { known.contains($0.name) } }
}

extension Lessons.Lesson {
  /// The command's name; where two lessons are about it, with its pane: `open record`.
  var name: String {
    scopes == [.record] ? "\(command.name) \(Scope.record.rawValue)" : command.name
  }
}

extension ExplorerState {
  /// What the reader has learned, to be kept for the next start; nil where nothing is taught.
  public var lessonsKnown: Set<String>? { lessons?.known }

  /// The reader has used a command.
  mutating func learn(_ command: Command) {
    let here = scope
    lessons?.learn(command, in: here)
  }

  mutating func teach(allBut known: Set<String>) {
    lessons = Lessons(known: known)
  }

  /// The sentence for the foot: the key as it is bound, and what it does.
  var lesson: (key: String, words: String)? {
    guard settings.teaches, overlays.isEmpty, let lesson = lessons?.next(in: scope),
      let key = keymap.keyName(of: lesson.command, in: scope)
    else { return nil }
    return (key, lesson.words)
  }

  /// The sentence at the left; what is left of the line has the hints, help and the way out always among
  /// them.
  func draw(
    _ lesson: (key: String, words: String), hints: [(key: String, word: String)],
    on frame: inout Frame
  ) {
    let row = size.height - 1
    let sure = Array(hints.suffix(2))
    let needed = sure.reduce(0) { $0 + Cells.width($1.key) + Cells.width($1.word) + 3 }
    let sentence = Cells.width(lesson.key) + Cells.width(lesson.words) + 3
    guard sentence + needed + 2 <= size.width else {
      frame.put(hints: hints, row: row, column: 1)
      return
    }
    var column = frame.put(lesson.key, row: row, column: 1, style: .key)
    column = frame.put(" " + lesson.words, row: row, column: column) + 3
    var room = size.width - column - needed
    var shown: [(key: String, word: String)] = []
    for hint in hints.dropLast(2) where hint.key != lesson.key {
      room -= Cells.width(hint.key) + Cells.width(hint.word) + 3
      guard room >= 0 else { break }
      shown.append(hint)
    }
    frame.put(hints: shown + sure, row: row, column: column)
  }
}
