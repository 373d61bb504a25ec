import Canvas
import Model
import Query
import Text

/// From a key to what it does: overlays take theirs first, then the key table.
extension ExplorerState {
  mutating func press(_ key: Key) -> [Effect] {
    if key == Keymap.fixedKey { return [.quit] }
    if let effects = pressAnywhere(key) { return effects }
    clicked = nil
    if isWorking, key == .escape { return stopWorking() }
    if isStopped { return askAgain() + press(key) }
    if hinting != nil { return pressOnHints(key) }
    if !overlays.isEmpty {
      return startHints(with: key) ?? pressOverView(key) ?? pressOnOverlay(key)
    }
    let keys = pending + [key]
    pending = []
    if let command = keymap.command(for: keys, in: scope) { return run(command, key: key) }
    if !keymap.continuations(of: keys, in: scope).isEmpty {
      pending = keys
      return []
    }
    if key != .escape {
      notice = .init(
        text: "\(keys.map(\.name).joined(separator: " ")) does nothing here; ? shows the keys")
    }
    return []
  }

  /// Keys that hold over overlays too, unless they are letters, which may be part of what is typed.
  private func pressAnywhere(_ key: Key) -> [Effect]? {
    if case .character = key { return nil }
    switch keymap.command(for: [key], in: .everywhere) {
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    default: return nil
    }
  }

  /// Does what a command asks for; `key` is what it was pressed with.
  mutating func run(_ command: Command, key: Key) -> [Effect] {
    learn(command)
    switch command {
    case .down: return move(by: 1)
    case .up: return move(by: -1)
    case .halfPageDown: return move(pages: 0.5)
    case .halfPageUp: return move(pages: -0.5)
    case .pageDown: return move(pages: 1)
    case .pageUp: return move(pages: -1)
    case .top: return moveToEnd(false)
    case .bottom: return moveToEnd(true)
    case .open: return open()
    case .close: return close(key: key)
    case .back: return goBack(forward: false)
    case .forward: return goBack(forward: true)
    case .quit: return [.quit]
    case .nextPane: return focusPane(by: 1)
    case .previousPane: return focusPane(by: -1)
    case .groups: return show(list: .group)
    case .people: return show(list: .person)
    case .places: return show(list: .place)
    case .sources: return show(list: .source)
    case .themes: return show(list: .theme)
    case .events:
      focus = .events
      return showSelected()
    case .search:
      show(SearchOverlay())
      return []
    case .nextHit: return open(hitBy: 1)
    case .previousHit: return open(hitBy: -1)
    case .date:
      show(DateOverlay())
      return []
    case .timeline:
      showTimeline()
      return []
    case .nextItem: return step(by: 1)
    case .previousItem: return step(by: -1)
    case .citations: return openCitation()
    case .facts: return openFacts()
    case .nextCitation: return stepCitation(1)
    case .previousCitation: return stepCitation(-1)
    case .nextMarked: return stepMarked(forwards: true)
    case .previousMarked: return stepMarked(forwards: false)
    case .resting: return openResting()
    case .network: return openNetwork()
    case .rivals: return openRivals(of: panes.record.id)
    case .allRivals: return openRivals(of: nil)
    case .support: return openSupport(of: panes.record.id)
    case .allSupport: return openSupport(of: nil)
    case .asOf:
      show(AsOfOverlay())
      return []
    case .find:
      if !overlays.isEmpty { leavePlace() }
      if let reader = panes.reader { show(FindOverlay(before: reader)) }
      return []
    case .nextFound: return find(forwards: true)
    case .previousFound: return find(forwards: false)
    case .toggleText:
      if panes.reader?.toggleDigests() != true {
        notice = .init(text: "no copy of it is attached: adduce attach FILE")
      }
      return []
    case .openFile: return openFile()
    case .openAddress: return openAddress()
    case .hints:
      startHints()
      return []
    case .copy:
      openCopyMenu()
      return []
    case .pipe:
      openPipe()
      return []
    case .edit: return edit()
    case .reload: return reload()
    case .zoom:
      isZoomed.toggle()
      return []
    case .review: return toggleReviewed()
    case .reviewFilter: return cycleReviewed()
    case .filter: return openFilterPrompt()
    case .mark: return openBookmarks(toMark: true)
    case .bookmarks: return openBookmarks(toMark: false)
    case .searches: return openSearches()
    case .map:
      showMap()
      return []
    case .export:
      exportList()
      return []
    case .row:
      showRow(at: selectedColumns, showsCodebook: false)
      return []
    case .help:
      if overlays.isEmpty, focus == .record, !selectedColumns.isEmpty, key != .function(1) {
        showRow(at: selectedColumns, showsCodebook: true)
        return []
      }
      return showKeys()
    case .commandLine: return openCommandLine()
    case .palette:
      show(PaletteOverlay(self))
      return []
    case .redraw: return [.redraw]
    case .mouse: return useMouse(!settings.usesMouse)
    case .suspend: return [.suspend]
    }
  }

  private mutating func stepCitation(_ step: Int) -> [Effect] {
    if let effects = panes.reader?.moveToCitation(by: step) { return effects }
    notice = .init(text: "the fact has no further citation that way")
    return []
  }

  /// To the next place of what is looked for within, or, where nothing is, the next hit of the search.
  private mutating func find(forwards: Bool) -> [Effect] {
    guard panes.reader?.finding != nil else { return open(hitBy: forwards ? 1 : -1) }
    switch panes.reader?.findNext(forwards: forwards) {
    case .further: break
    case .fromTheOtherEnd:
      notice = .init(text: "from the \(forwards ? "beginning" : "end") again")
    case nil: notice = .init(text: "not found within")
    }
    return []
  }

  private mutating func stepMarked(forwards: Bool) -> [Effect] {
    if panes.reader?.moveToMarked(forwards: forwards) != true {
      notice = .init(text: "no further passage with facts that way")
    }
    return []
  }

  private mutating func openResting() -> [Effect] {
    let ground: RestingFacts.Ground
    if focus == .reader, let passage = panes.reader?.selected {
      ground = .passage(passage)
    } else if focus == .index, let row = panes.index.selected, row.kind == .source,
      case .record(let id) = row.target
    {
      ground = .work(id)
    } else if case .source(let source)? = panes.record.dossier?.record {
      ground = .work(source.id)
    } else {
      notice = .init(text: "r is for a source or a passage: what rests on it; 5 lists sources")
      return []
    }
    show(RestingOverlay(of: ground))
    return []
  }

  private mutating func openRivals(of record: RecordID?) -> [Effect] {
    show(RivalsOverlay(of: record))
    return []
  }

  /// The columns of a dataset's row that the fact under the cursor is taken from.
  private var selectedColumns: [Int] {
    guard focus == .record, let row = panes.record.dossier?.row,
      let statement = panes.record.selected(width: layout.body(of: .record).width)?.statement
    else { return [] }
    return row.columns[statement] ?? []
  }

  /// Shows the row that the record is made from.
  mutating func showRow(at columns: [Int], showsCodebook: Bool) {
    guard let row = panes.record.dossier?.row else {
      notice = .init(text: "R is for an event of a dataset: its row as it stands in the file")
      return
    }
    show(RowOverlay(row, at: columns, showsCodebook: showsCodebook))
  }
}
