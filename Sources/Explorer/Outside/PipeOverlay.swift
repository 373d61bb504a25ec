import Canvas
import Model
import Query
import Text

/// A prompt for a command that reads what is shown.
struct PipeOverlay: OverlayPart {
  private let content: PipeRequest.Content
  /// What the command will read, in words.
  private let words: String
  private(set) var editor = LineEditor()
  /// The commands of before, oldest first, and which of them stands in the line.
  private let commands: [String]
  private var at: Int

  init(_ content: PipeRequest.Content, words: String, commands: [String]) {
    self.content = content
    self.words = words
    self.commands = commands
    at = commands.count
  }

  var area: OverlayArea { .foot }
  var hints: [(key: String, word: String)] { [] }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let prompt = " | "
    frame.put(prompt, row: 0, style: .focus)
    let room = size.width - prompt.count - 2
    let before = Cells.width(String(editor.text.prefix(editor.cursor)))
    let hidden = max(0, before - room)
    let after = frame.put(
      String(editor.text.dropFirst(hidden)), row: 0, column: prompt.count, limit: size.width - 1)
    frame.cursor = .init(row: 0, column: prompt.count + before - hidden)
    let aside = max(after + 3, 24)
    if aside + Cells.width(words) < size.width {
      frame.put(words, row: 0, column: aside, style: .dim)
    }
    return frame
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape: state.closeOverlay()
    case .up, .control("p"): recall(at - 1)
    case .down, .control("n"): recall(at + 1)
    case .enter:
      state.closeOverlay()
      guard !editor.text.allSatisfy(\.isWhitespace) else { return [] }
      state.commands.removeAll { $0 == editor.text }
      state.commands.append(editor.text)
      state.isExporting = true
      return [.pipe(PipeRequest(command: editor.text, content: content))]
    default: _ = editor.take(key)
    }
    return []
  }

  /// Puts a command of before into the line; past the last one, none.
  private mutating func recall(_ index: Int) {
    guard (0...commands.count).contains(index) else { return }
    at = index
    editor = LineEditor(index < commands.count ? commands[index] : "")
  }
}

extension ExplorerState {
  /// `|`: asks for a command that shall read the list, the record or the passage.
  mutating func openPipe() {
    guard let (content, words) = piped else {
      notice = .init(
        text: overlays.isEmpty
          ? "| gives what is shown to a command; there is nothing yet"
          : "| gives a list to a command; this is none")
      return
    }
    show(PipeOverlay(content, words: words, commands: commands))
  }

  private var piped: (PipeRequest.Content, words: String)? {
    if overlay != nil {
      return shownList.map {
        (.list($0.csv), "reads \($0.words) as CSV, the first \(PipeRequest.mostRows) at most")
      }
    }
    switch focus {
    case .index: return piped(panes.index)
    case .events: return piped(panes.events)
    case .record:
      return panes.record.dossier.flatMap { dossier in
        Pointed(all: dossier).listRow.map {
          (.record($0), "reads \(dossier.record.id) as Markdown")
        }
      }
    case .reader:
      guard let pointed, let passage = pointed.passage else { return nil }
      if let quote = pointed.quote {
        return (.text(quote + "\n"), "reads \(passage.words) in your copy")
      }
      return pointed.digest.map { (.text($0 + "\n"), "reads the digest of \(passage.words)") }
    }
  }

  private func piped(_ list: ListPane) -> (PipeRequest.Content, words: String)? {
    guard let total = list.total else { return nil }
    let request = ShownList(list).csv
    let count = total == 1 ? "1 \(list.kind.rawValue)" : "\(total) \(list.kind.plural)"
    let most = PipeRequest.mostRows
    return (
      .list(request), total > most ? "reads the first \(most) of \(count)" : "reads \(count) as CSV"
    )
  }
}

extension ShownList {
  /// What writes it as CSV.
  fileprivate var csv: ExportRequest {
    var request = export
    request.format = "csv"
    return request
  }
}
