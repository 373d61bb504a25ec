import Canvas
import Model
import Query

/// Moving within a pane, between panes, and what follows the cursor.
extension ExplorerState {
  /// Rows of the pane in focus that make a page.
  private var page: Int {
    let body = layout.body(of: focus)
    switch focus {
    case .index: return panes.index.rows(in: body)
    case .events: return panes.events.rows(in: body)
    case .record: return max(1, body.height / 2)
    case .reader: return panes.reader?.page(height: body.height) ?? 1
    }
  }

  mutating func move(pages: Double) -> [Effect] {
    let rows = Int((Double(page) * pages).rounded())
    return move(by: rows == 0 ? (pages < 0 ? -1 : 1) : rows)
  }

  mutating func move(by rows: Int) -> [Effect] {
    switch focus {
    case .index:
      panes.index.move(by: rows)
      return restrictEvents()
    case .events:
      panes.events.move(by: rows)
      return showSelected()
    case .record: panes.record.move(by: rows, width: layout.body(of: .record).width)
    case .reader: panes.reader?.move(by: rows)
    }
    return []
  }

  /// While a record is read: the next one of its list, or the one before.
  mutating func step(by rows: Int) -> [Effect] {
    let isEvent = if case .event? = panes.record.dossier?.record { true } else { false }
    let here = focus
    focus = isEvent ? .events : .index
    defer { focus = here }
    // A record that its mark took out of the list has left its place to the next one.
    if rows > 0, isOutOfList(panes.record.id, isEvent ? panes.events : panes.index) {
      return isEvent ? showSelected() : restrictEvents()
    }
    return move(by: rows)
  }

  mutating func moveToEnd(_ isBottom: Bool) -> [Effect] {
    switch focus {
    case .index:
      if isBottom { panes.index.moveToBottom() } else { panes.index.moveToTop() }
      return restrictEvents()
    case .events:
      if isBottom { panes.events.moveToBottom() } else { panes.events.moveToTop() }
      return showSelected()
    case .record, .reader: return move(by: isBottom ? 1_000_000 : -1_000_000)
    }
  }

  mutating func focusPane(by step: Int) -> [Effect] {
    let last = panes.reader == nil ? Pane.record : .reader
    let count = last.rawValue + 1
    focus = Pane(rawValue: (focus.rawValue + step + count) % count) ?? .index
    return showSelected()
  }

  /// Puts one of the lists into the first pane.
  mutating func show(list kind: RecordKind) -> [Effect] {
    focus = .index
    panes.indexKind = kind
    return restrictEvents()
  }

  /// The events follow the cursor of the first pane.
  mutating func restrictEvents() -> [Effect] {
    if let row = panes.index.selected, case .record(let id) = row.target {
      panes.events.restrict(to: id, named: row.title)
    } else if panes.index.isOnAll {
      panes.events.restrict(to: nil, named: "")
    }
    return showSelected()
  }

  /// The record follows the cursor of the list in focus; on the row for all, the first event.
  mutating func showSelected() -> [Effect] {
    let row: ListRow?
    switch focus {
    case .index: row = panes.index.selected ?? (panes.index.isOnAll ? panes.events.selected : nil)
    case .events: row = panes.events.selected
    case .record, .reader: row = panes.record.id == nil ? panes.events.selected : nil
    }
    guard let row, case .record(let id) = row.target else { return [] }
    return panes.record.show(id)
  }

  /// Lists that go to a record once its kind is known, so that the panes stay linked.
  mutating func follow(_ record: Record) -> [Effect] {
    guard record.id == followed else { return [] }
    switch record.kind {
    case .event:
      return [.ask(.eventsPosition, panes.events.position(of: .record(record.id)))]
    case .group, .person, .place, .source, .theme:
      followed = nil
      panes.indexKind = record.kind
      panes.narrowIndex()
      panes.index.want(record.id)
      return [.ask(.indexPosition, panes.index.position(of: .record(record.id)))]
    case .relation, .statement, .passage, .text:
      followed = nil
      return []
    }
  }
}
