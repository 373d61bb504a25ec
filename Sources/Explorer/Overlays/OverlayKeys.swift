import Canvas
import Model
import Query

/// Keys while something lies over the panes.
extension ExplorerState {
  mutating func pressOnOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .search(let search): return press(key, on: search)
    case .date(let date): return press(key, on: date)
    case .facts(let facts): return press(key, on: facts)
    case .resting(let resting): return press(key, on: resting)
    case .rivals(let rivals): return press(key, on: rivals)
    case .find(let find): return press(key, on: find)
    case .row(let row): return press(key, on: row)
    case .export(let export): return press(key, on: export)
    case .help(let help): return press(key, on: help)
    case nil: return []
    }
  }

  private mutating func press(_ key: Key, on search: SearchOverlay) -> [Effect] {
    var search = search
    if key == .escape {
      overlay = nil
      return [.cancel(.search), .cancel(.searchMonths)]
    }
    if key == .control("x") {
      export(search)
      return [.cancel(.search), .cancel(.searchMonths)]
    }
    if key == .enter {
      guard let row = search.selectedRow, search.problem == nil else { return [] }
      hits = search.rows
      hit = search.selected
      searched = search.editor.text
      searchedWords = search.words
      overlay = nil
      return open(hit: row)
    }
    guard let effects = search.take(key) else { return [] }
    overlay = .search(search)
    return effects
  }

  private mutating func press(_ key: Key, on date: DateOverlay) -> [Effect] {
    var date = date
    if key == .escape {
      overlay = nil
      return []
    }
    if key == .enter {
      guard let dates = date.dates else { return [] }
      overlay = nil
      trail.leave(place)
      focus = .events
      followed = nil
      return [.ask(.eventsPosition, panes.events.position(of: .day(dates.range.first)))]
    }
    if date.take(key) { overlay = .date(date) }
    return []
  }

  private mutating func press(_ key: Key, on resting: RestingOverlay) -> [Effect] {
    var resting = resting
    if key == .enter {
      guard let fact = resting.selected else { return [] }
      overlay = nil
      return go(to: .record(fact.statement.subject, statement: fact.statement.id))
    }
    guard let rows = scrolling(key) else { return [] }
    resting.move(by: rows)
    overlay = .resting(resting)
    return []
  }

  private mutating func press(_ key: Key, on rivals: RivalsOverlay) -> [Effect] {
    var rivals = rivals
    if let statement = rivals.selected, key == .enter || key == "c" {
      overlay = nil
      guard key == "c", let citation = statement.citations.first else {
        return go(to: .record(statement.subject, statement: statement.id))
      }
      return go(to: .passage(citation.passage, of: statement.citations))
    }
    guard let rows = scrolling(key) else { return [] }
    rivals.move(by: rows)
    overlay = .rivals(rivals)
    return []
  }

  private mutating func press(_ key: Key, on facts: FactsOverlay) -> [Effect] {
    var facts = facts
    if key == .enter {
      guard let fact = facts.selected else { return [] }
      overlay = nil
      return go(to: .record(fact.statement.subject, statement: fact.statement.id))
    }
    guard let rows = scrolling(key) else { return [] }
    facts.move(by: rows)
    overlay = .facts(facts)
    return []
  }

  private mutating func press(_ key: Key, on row: RowOverlay) -> [Effect] {
    var row = row
    if key == "?" {
      row.toggleCodebook()
    } else {
      guard let rows = scrolling(key) else { return [] }
      row.move(by: rows)
    }
    overlay = .row(row)
    return []
  }

  private mutating func press(_ key: Key, on find: FindOverlay) -> [Effect] {
    var find = find
    switch key {
    case .escape:
      panes.reader = find.before
      overlay = nil
    case .enter:
      if find.words.isEmpty { panes.reader?.find(nil) }
      overlay = nil
    default:
      guard find.take(key) else { return [] }
      panes.reader = find.before
      panes.reader?.find(find.words)
      overlay = .find(find)
    }
    return []
  }

  private mutating func press(_ key: Key, on help: HelpOverlay) -> [Effect] {
    var help = help
    guard let rows = scrolling(key) else { return [] }
    help.scroll(by: rows, height: overlaySize.height)
    overlay = .help(help)
    return []
  }

  /// How far a key scrolls an overlay; nil where it closed it or does nothing there.
  mutating func scrolling(_ key: Key) -> Int? {
    let page = max(1, overlaySize.height - 4)
    switch Keymap.command(for: [key], in: .lists) {
    case .down: return 1
    case .up: return -1
    case .halfPageDown: return page / 2
    case .halfPageUp: return -page / 2
    case .pageDown: return page
    case .pageUp: return -page
    case .top: return -1_000_000
    case .bottom: return 1_000_000
    case .close, .back, .help, .row, .quit: overlay = nil
    default: break
    }
    return nil
  }
}
