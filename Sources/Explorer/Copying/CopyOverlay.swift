import Canvas
import Model
import Query

/// A menu at the foot: what to copy of what the cursor stands on.
struct CopyOverlay: OverlayPart {
  /// What can be copied.
  enum Choice: Character, CaseIterable, Sendable {
    case citation = "c"
    case id = "i"
    case link = "l"
    case row = "r"
    case title = "t"
    case quote = "q"

    var words: String {
      switch self {
      case .citation: "citation"
      case .id: "id"
      case .link: "link"
      case .row: "row as CSV"
      case .title: "title"
      case .quote: "words of your copy"
      }
    }
  }

  let pointed: Pointed

  /// What there is to copy here.
  var choices: [Choice] {
    Choice.allCases.filter { choice in
      switch choice {
      case .citation: pointed.source != nil || pointed.row != nil || !pointed.citations.isEmpty
      case .link:
        !pointed.works.isEmpty || pointed.source?.url != nil || pointed.row != nil
      case .quote: pointed.quote != nil
      case .row: pointed.listRow != nil
      case .id, .title: true
      }
    }
  }

  var area: OverlayArea { .foot }
  var hints: [(key: String, word: String)] { [] }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    var column = frame.put(" Copy  ", row: 0, style: .focus)
    for (key, word) in choices.map({ (String($0.rawValue), $0.words) }) + [("Esc", "leave")] {
      guard column + key.count + word.count + 3 <= size.width || column < 8 else { break }
      column = frame.put(key, row: 0, column: column, style: .key)
      column = frame.put(" \(word)", row: 0, column: column, style: .dim) + 2
    }
    return frame
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    state.closeOverlay()
    guard case .character(let letter) = key, let choice = Choice(rawValue: letter) else {
      return []
    }
    guard choices.contains(choice) else {
      state.notice = .init(text: Self.why(choice))
      return []
    }
    switch choice {
    case .citation: return state.run(Errand(.copyCitation, pointed))
    case .link: return state.run(Errand(.copyLink, pointed))
    case .id: return state.copy(pointed.shownID, as: "the id")
    case .title: return state.copy(pointed.title, as: "the title")
    case .quote: return state.copy(pointed.quote ?? "", as: "the words of your copy")
    case .row: return pointed.listRow.map { [.copyRow($0)] } ?? []
    }
  }

  /// Why something cannot be copied here.
  private static func why(_ choice: Choice) -> String {
    switch choice {
    case .quote:
      "the casebook quotes nothing; with your own copy attached, q copies its words in the reader"
    case .citation, .link: "this rests on no source that is known here"
    case .row: "here it is not known what kind of record it is; Enter goes to it"
    case .id, .title: ""
    }
  }
}

extension ExplorerState {
  /// `y`: the menu.
  mutating func openCopyMenu() {
    guard let pointed else {
      notice = .init(
        text: panes.record.id == panes.record.dossier?.record.id
          || !overlays.isEmpty
          ? "y copies what is under the cursor; there is no record there"
          : "the record is still being read; y again")
      return
    }
    show(CopyOverlay(pointed: pointed))
  }

  /// To the clipboard of the terminal that the reader sits at.
  mutating func copy(_ text: String, as name: String) -> [Effect] {
    guard !text.isEmpty else {
      notice = .init(text: "there is nothing to copy: \(name) is not known")
      return []
    }
    return [.copy(text, as: name)]
  }
}
