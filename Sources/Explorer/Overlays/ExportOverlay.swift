import Canvas
import Model
import Query
import Text

/// What is shown, written to a file: first the format is chosen, then the file's name.
struct ExportOverlay: OverlayPart {
  /// A format that the program writes.
  struct Format: Equatable, Sendable {
    /// As the command line has it.
    let name: String
    /// The end of a file's name.
    let suffix: String
    let words: String
    /// The kinds of lists that it is for; nil for all.
    var kinds: Set<RecordKind>?
  }

  /// Those of `adduce export`, in its order.
  static let formats = [
    Format(name: "csv", suffix: "csv", words: "a table for spreadsheets and statistics"),
    Format(
      name: "jsonl", suffix: "jsonl", words: "JSON Lines: all that is known, an object a line"),
    Format(
      name: "geojson", suffix: "geojson", words: "events as points on a map", kinds: [.event]),
    Format(name: "markdown", suffix: "md", words: "a dossier for pandoc, a footnote a fact"),
    Format(name: "csl", suffix: "csl.json", words: "CSL-JSON: the works that they rest on"),
    Format(name: "bibtex", suffix: "bib", words: "BibTeX: the works that they rest on"),
    Format(name: "ris", suffix: "ris", words: "RIS: the works that they rest on"),
    Format(
      name: "annotations", suffix: "jsonld", words: "W3C Web Annotations of the passages",
      kinds: [.group, .person, .place, .event, .relation]),
    Format(name: "ftm", suffix: "ftm.json", words: "FollowTheMoney entities and their links"),
  ]

  /// What is to be written: `36 events · Quetta`.
  let words: String
  private let request: ExportRequest
  private let stem: String
  private(set) var selected = 0
  /// The file's name, while it is typed.
  private(set) var path: LineEditor?

  /// - Parameter stem: the beginning of the name that is proposed for the file.
  init(_ request: ExportRequest, words: String, stem: String) {
    self.request = request
    self.words = words
    self.stem = stem
  }

  /// The formats that this can be written as.
  var choices: [Format] {
    guard let kind = request.kinds.first else { return Self.formats }
    return Self.formats.filter { $0.kinds?.contains(kind) ?? true }
  }

  mutating func move(by rows: Int) {
    selected = max(0, min(selected + rows, choices.count - 1))
  }

  /// Goes on to the file's name; there, the request that is now complete.
  mutating func enter() -> ExportRequest? {
    let format = choices[selected]
    guard let path else {
      path = LineEditor("\(stem).\(format.suffix)")
      return nil
    }
    guard !path.text.allSatisfy(\.isWhitespace) else { return nil }
    var request = request
    request.format = format.name
    request.path = path.text
    return request
  }

  /// Goes back to the formats; false where it is there already.
  mutating func back() -> Bool {
    defer { path = nil }
    return path != nil
  }

  /// Takes a key for the file's name.
  mutating func type(_ key: Key) { _ = path?.take(key) }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let after = frame.put(" Export", row: 0, style: .focus)
    frame.put(words, row: 0, column: after + 2, limit: size.width - 1, style: .dim)
    for (index, format) in choices.enumerated() {
      let row = index + 2
      frame.put(format.name, row: row, column: 3, style: .key)
      frame.put(format.words, row: row, column: 17, limit: size.width - 1)
      if index == selected { frame.mark(row: row, path == nil ? .selected : .match) }
    }
    guard let path else { return frame }
    let row = choices.count + 3
    let prompt = " File  "
    frame.put(prompt, row: row, style: .focus)
    let room = size.width - prompt.count - 2
    let before = Cells.width(String(path.text.prefix(path.cursor)))
    let hidden = max(0, before - room)
    frame.put(
      String(path.text.dropFirst(hidden)), row: row, column: prompt.count, limit: size.width - 1)
    frame.cursor = .init(row: row, column: prompt.count + before - hidden)
    return frame
  }
}

extension ExportOverlay {
  var hints: [(key: String, word: String)] {
    path == nil
      ? [("j k", "choose"), ("Enter", "go on"), ("Esc", "close")]
      : [("Enter", "write the file"), ("C-u", "clear"), ("Esc", "back")]
  }

  var guide: OverlayGuide? {
    path != nil
      ? nil
      : OverlayGuide(
        "the export", openedBy: [.export],
        [.init(.enter, command: .open, help: "go on to the name of the file")])
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape: if !back() { state.closeOverlay() }
    case .enter:
      guard let request = enter() else { return [] }
      state.closeOverlay()
      state.isExporting = true
      return [.export(request)]
    case _ where path != nil: type(key)
    default: if let rows = state.scrolling(key) { move(by: rows) }
    }
    return []
  }
}
