import Canvas
import Model
import Query
import Text

/// The letters that are taken and the places they stand for, at the foot: a letter marks this place, or goes
/// to that of the letter.
struct BookmarksOverlay: OverlayPart {
  /// Whether a letter marks this place; else it goes to its own.
  let isToMark: Bool
  /// What would be marked.
  private let title: String
  private(set) var bookmarks: [Bookmark]
  private(set) var selected = 0
  private var top = 0
  /// What was taken away last, to come back.
  private var removed: Bookmark?

  init(isToMark: Bool, title: String, _ bookmarks: [Bookmark]) {
    self.isToMark = isToMark
    self.title = title
    self.bookmarks = bookmarks
  }

  var area: OverlayArea { .lastLines(2 + max(1, min(bookmarks.count, 12))) }
  var hints: [(key: String, word: String)] { [] }

  private var underCursor: Bookmark? {
    bookmarks.indices.contains(selected) ? bookmarks[selected] : nil
  }

  mutating func settle(in size: Size) -> [Effect] {
    let room = max(1, size.height - 2)
    selected = max(0, min(selected, bookmarks.count - 1))
    top = max(min(top, selected), selected - room + 1)
    return []
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    frame.fill(row: 0, columns: 0..<size.width, with: "─", style: .border)
    frame.put(
      isToMark ? " Mark this place " : " Marked places ", row: 0, column: 1, limit: size.width,
      style: .focus)
    if bookmarks.isEmpty, size.height > 2 {
      let text = isToMark ? "no letter is taken yet" : "none yet: m and a letter mark a place"
      frame.put(text, row: 1, column: 3, limit: size.width, style: .dim)
    }
    let room = max(0, size.height - 2)
    for (row, bookmark) in bookmarks.dropFirst(top).prefix(room).enumerated() {
      frame.put(bookmark.letter, row: row + 1, column: 3, style: .key)
      frame.put(bookmark.title, row: row + 1, column: 6, limit: size.width - 1)
      if !isToMark, row + top == selected { frame.mark(row: row + 1, .selected) }
    }
    let hint =
      isToMark
      ? "a to z marks “\(Cells.clipped(title, to: max(8, size.width - 34)))” · Esc leaves"
      : "a letter or Enter goes there · ' back · D deletes" + (removed == nil ? "" : " · U undoes")
        + " · Esc"
    frame.put(hint, row: size.height - 1, column: 1, limit: size.width, style: .dim)
    return frame
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .character(let letter) where ("a"..."z").contains(letter):
      guard !isToMark else {
        state.closeOverlay()
        return state.mark(String(letter))
      }
      guard let bookmark = bookmarks.first(where: { $0.letter == String(letter) }) else {
        state.closeOverlay()
        state.notice = .init(text: "no place is marked \(letter); m \(letter) marks this one")
        return []
      }
      return state.go(to: bookmark)
    case .escape, "q", .backspace: state.closeOverlay()
    case _ where isToMark: break
    case "'": return state.goBeforeBookmark()
    case .enter: return underCursor.map { state.go(to: $0) } ?? []
    case "D": return remove(on: &state)
    case "U": return putBack(on: &state)
    case .down: selected += 1
    case .up: selected -= 1
    default: break
    }
    return []
  }

  private mutating func remove(on state: inout ExplorerState) -> [Effect] {
    guard let bookmark = underCursor else { return [] }
    removed = bookmark
    return change(.unmark(letter: bookmark.letter), on: &state)
  }

  private mutating func putBack(on state: inout ExplorerState) -> [Effect] {
    guard let bookmark = removed else { return [] }
    removed = nil
    return change(.mark(bookmark), on: &state)
  }

  private mutating func change(
    _ change: Keepsakes.Change, on state: inout ExplorerState
  ) -> [Effect] {
    state.keepsakes.make(change)
    bookmarks = state.keepsakes.bookmarks
    return [.keep(change)]
  }
}

extension ExplorerState {
  /// `m` and `'`: the letters that are taken.
  mutating func openBookmarks(toMark: Bool) -> [Effect] {
    show(BookmarksOverlay(isToMark: toMark, title: placeTitle, keepsakes.bookmarks))
    return []
  }

  /// Gives this place a letter.
  mutating func mark(_ letter: String) -> [Effect] {
    let former = keepsakes.bookmarks.first { $0.letter == letter }
    let change = Keepsakes.Change.mark(
      Bookmark(letter: letter, title: placeTitle, place: savedPlace))
    keepsakes.make(change)
    let instead = former.map { ", no longer “\($0.title)”" } ?? ""
    notice = .init(text: "\(letter) marks “\(placeTitle)”\(instead)")
    return [.keep(change)]
  }

  mutating func go(to bookmark: Bookmark) -> [Effect] {
    closeOverlay()
    beforeBookmark = place
    leavePlace()
    notice = .init(text: "\(bookmark.letter): \(bookmark.title) · '' goes back")
    return stand(at: bookmark.place)
  }

  /// `''`: to where the last jump to a bookmark began; again, to where that left.
  mutating func goBeforeBookmark() -> [Effect] {
    closeOverlay()
    guard let before = beforeBookmark else {
      notice = .init(text: "'' goes back from a marked place; none was gone to yet")
      return []
    }
    beforeBookmark = place
    leavePlace()
    return stand(at: before)
  }

  /// What stands here, in words: the passage, the record, or the row of a list.
  private var placeTitle: String {
    let record = panes.record.dossier.map { $0.name(of: $0.record.id) }
    let parts: [String?]
    switch focus {
    case .reader: parts = [panes.reader.map { $0.selected?.words ?? $0.source.rawValue }, record]
    case .record: parts = [record ?? "no record"]
    case .events: parts = [panes.events.selected?.title ?? "events", panes.events.scopeWords]
    case .index: parts = [panes.index.selected?.title ?? "all \(panes.indexKind.plural)"]
    }
    let filters = panes.events.filters.map { "[\($0.words)]" }
    return (parts.compactMap(\.self) + filters).joined(separator: " · ")
  }
}

extension ListPane {
  /// What it is restricted to; nil where it is not.
  fileprivate var scopeWords: String? { scope == nil ? nil : scopeName }
}
