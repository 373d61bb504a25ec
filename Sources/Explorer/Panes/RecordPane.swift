import Canvas
import Model
import Query

/// The record that was opened or is under the cursor, with every fact's citations.
struct RecordPane: Equatable, Sendable {
  /// The record that was asked for.
  private(set) var id: RecordID?
  private(set) var dossier: Dossier?
  private(set) var cursor = PageCursor()
  /// The statement on which the cursor shall stand when the record comes.
  private var wanted: RecordID?
  /// The page as it was laid out for the present width.
  private var laid = Kept<Int, RecordPage>()

  init() {}

  /// Asks for a record; what is shown stays until it comes.
  mutating func show(_ id: RecordID, statement: RecordID? = nil) -> [Effect] {
    wanted = statement
    if id == self.id, dossier?.record.id == id {
      if let dossier { take(dossier, width: 80) }
      return []
    }
    self.id = id
    return [.ask(.record, .dossier(id))]
  }

  /// Takes a record; the cursor goes to its first item, or to the statement asked for.
  mutating func take(_ dossier: Dossier, width: Int) {
    let isNew = self.dossier?.record.id != dossier.record.id
    self.dossier = dossier
    laid.forget()
    if isNew { cursor = PageCursor() }
    guard let wanted else { return }
    let items = RecordPage(dossier, width: width).items
    if let item = items.firstIndex(where: { $0.statement == wanted }) { cursor.item = item }
    self.wanted = nil
  }

  func page(width: Int) -> RecordPage? {
    laid.value(for: width) ?? dossier.map { RecordPage($0, width: width) }
  }

  mutating func move(by rows: Int, width: Int) {
    let count = page(width: width)?.items.count ?? 0
    cursor.item = max(0, min(cursor.item + rows, count - 1))
  }

  /// Puts the cursor on the item on a line of the pane; false where there is none.
  mutating func select(line: Int, width: Int) -> Bool {
    guard let item = page(width: width)?.page.item(line: cursor.top + line) else { return false }
    cursor.item = item
    return true
  }

  mutating func settle(in size: Size) {
    guard let page = page(width: size.width) else { return }
    laid.keep(page, for: size.width)
    cursor.settle(on: page.page, height: size.height)
  }

  func selected(width: Int) -> RecordItem? {
    let items = page(width: width)?.items ?? []
    return items.indices.contains(cursor.item) ? items[cursor.item] : nil
  }

  func view(in size: Size, isFocused: Bool) -> Frame {
    var frame = Frame(size)
    guard let page = page(width: size.width) else {
      frame.put("nothing selected", row: 0, column: 1, style: .dim)
      return frame
    }
    frame.put(
      page.page, cursor: cursor, rows: 0..<size.height,
      mark: isFocused ? .selected : nil)
    return frame
  }
}
