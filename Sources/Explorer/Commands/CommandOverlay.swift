import Canvas
import Text

/// A command typed by its name, at the foot; over it what may stand where the cursor is.
struct CommandOverlay: OverlayPart {
  /// How many choices are shown at once.
  static let limit = 8

  private(set) var editor: LineEditor
  private(set) var completion: Completion
  /// The choice that Tab has put into the line.
  private(set) var chosen: Int?
  /// Why the line could not be run.
  private(set) var problem: CommandProblem?
  /// Which line of the past is shown; nil for the one that is being typed, which is kept.
  private var past: Int?
  private var typed = ""
  private var width: Int

  init(_ text: String = "", in state: ExplorerState) {
    editor = LineEditor(text)
    width = state.size.width
    completion = Completion(text, in: state)
  }

  var area: OverlayArea { .lastLines(shownRows + 2) }
  private var shownRows: Int {
    problem.map { lines(of: $0).count } ?? min(Self.limit, completion.choices.count)
  }
  var hints: [(key: String, word: String)] { [] }

  mutating func settle(in size: Size) -> [Effect] {
    width = size.width
    return []
  }

  /// The problem, wrapped; where it fits, behind a mark that points at its column.
  private func lines(of problem: CommandProblem) -> [String] {
    let lead = String(repeating: " ", count: problem.column) + "^ "
    let text = lead + problem.words
    return Cells.width(text) < width
      ? [text] : Cells.wrapped(problem.words, to: max(1, width - 2)).map { " " + $0 }
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape, .control("g"): state.closeOverlay()
    case .backspace where editor.text.isEmpty: state.closeOverlay()
    case .tab: complete(by: 1, in: state)
    case .backTab: complete(by: -1, in: state)
    case .up, .control("p"): recall(by: -1, in: state)
    case .down, .control("n"): recall(by: 1, in: state)
    case .enter: return enter(on: &state)
    default:
      guard editor.take(key) else { break }
      past = nil
      update(in: state)
    }
    return []
  }

  private mutating func update(in state: ExplorerState) {
    completion = Completion(String(editor.text.prefix(editor.cursor)), in: state)
    chosen = nil
    problem = nil
  }

  /// First what all choices begin with; then one choice after another.
  private mutating func complete(by step: Int, in state: ExplorerState) {
    problem = nil
    let choices = completion.choices
    guard !choices.isEmpty else { return }
    let typed = String(editor.text.prefix(editor.cursor).dropFirst(completion.start))
    if choices.count == 1 {
      put(choices[0].text + (choices[0].goesOn ? " " : ""))
      return update(in: state)
    }
    if chosen == nil, completion.common.count > typed.count {
      put(completion.common)
      return update(in: state)
    }
    let next = chosen.map { ($0 + step + choices.count) % choices.count }
    chosen = next ?? (step > 0 ? 0 : choices.count - 1)
    put(choices[chosen ?? 0].text)
  }

  /// Puts a text in the place of the word before the cursor.
  private mutating func put(_ text: String) {
    let after = String(editor.text.dropFirst(editor.cursor))
    var line = LineEditor(String(editor.text.prefix(completion.start)) + text)
    for character in after { _ = line.take(.character(character)) }
    for _ in after { _ = line.take(.left) }
    editor = line
  }

  /// A line of the past, or the one that was being typed.
  private mutating func recall(by step: Int, in state: ExplorerState) {
    let history = state.commandHistory
    if past == nil { typed = editor.text }
    let next = (past ?? history.count) + step
    guard next >= 0, next <= history.count else { return }
    past = next == history.count ? nil : next
    editor = LineEditor(past.map { history[$0] } ?? typed)
    update(in: state)
  }

  private mutating func enter(on state: inout ExplorerState) -> [Effect] {
    guard editor.text.contains(where: { $0 != " " }) else {
      state.closeOverlay()
      return []
    }
    do throws(CommandProblem) {
      let command = try CommandText(editor.text).read()
      state.remember(editor.text)
      state.closeOverlay()
      return state.run(command)
    } catch {
      problem = error
      return []
    }
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    frame.fill(row: 0, columns: 0..<size.width, with: "─", style: .border)
    let foot = size.height - 1
    drawLine(on: &frame, row: foot)
    if let problem {
      for (row, line) in zip(1..<max(1, foot), lines(of: problem)) {
        frame.put(line, row: row, style: .problem)
      }
      frame.mark(row: foot, columns: problem.column..<(problem.column + 1), .match)
    } else {
      drawChoices(on: &frame, rows: 1..<max(1, foot))
    }
    return frame
  }

  private func drawLine(on frame: inout Frame, row: Int) {
    let before = Cells.width(String(editor.text.prefix(editor.cursor)))
    let room = max(1, frame.size.width - 2)
    var text = Substring(editor.text)
    var hidden = 0
    while before - hidden > room - 1, let first = text.first {
      hidden += Cells.width(first)
      text.removeFirst()
    }
    frame.put(":", row: row, style: .focus)
    let end = frame.put(String(text), row: row, column: 1)
    frame.cursor = .init(row: row, column: min(1 + before - hidden, frame.size.width - 1))
    let hint = "Tab completes  ↑ ↓ earlier ones  Esc closes"
    guard frame.size.width - end > Cells.width(hint) + 3 else { return }
    frame.put(hint, row: row, column: frame.size.width - Cells.width(hint) - 1, style: .dim)
  }

  private func drawChoices(on frame: inout Frame, rows: Range<Int>) {
    let choices = completion.choices
    let names = min(
      frame.size.width / 2, choices.map { Cells.width($0.text) }.max() ?? 0)
    let first = max(0, min((chosen ?? 0) - rows.count / 2, choices.count - rows.count))
    for (row, index) in zip(rows, first..<choices.count) {
      let choice = choices[index]
      frame.put(choice.text, row: row, column: 1, limit: names + 1, style: .key)
      frame.put(choice.help, row: row, column: names + 3, limit: frame.size.width - 1, style: .dim)
      if index == chosen { frame.mark(row: row, .selected) }
    }
    let more = choices.count - rows.count
    if more > 0 {
      let text = " \(rows.count) of \(choices.count) "
      frame.put(text, row: 0, column: frame.size.width - Cells.width(text) - 2, style: .dim)
    }
  }
}
