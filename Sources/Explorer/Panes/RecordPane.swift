import Canvas
import Model
import Query

/// The record that was opened or is under the cursor, with every fact's citations.
struct RecordPane: Equatable, Sendable {
  /// The record that was asked for.
  private(set) var id: RecordID?
  /// Why it cannot be shown; nil where it can, or will be.
  private var absence: String?
  private(set) var dossier: Dossier?
  private(set) var cursor = PageCursor()
  /// The statement on which the cursor shall stand when the record comes.
  private var wanted: RecordID?
  /// Where the cursor once stood, for the item there that belongs to that statement.
  private var wantedCursor: PageCursor?
  /// The page as it was laid out for the present width.
  private var laid = Kept<Int, RecordPage>()

  init() {}

  /// Asks for a record; what is shown stays until it comes.
  mutating func show(
    _ id: RecordID, statement: RecordID? = nil, at cursor: PageCursor? = nil
  ) -> [Effect] {
    // A place that was gone back to is on its way.
    if id == self.id, statement == nil, wantedCursor != nil { return [] }
    wanted = statement
    wantedCursor = cursor
    if id == self.id, dossier?.record.id == id {
      if let dossier { take(dossier, width: 80) }
      return []
    }
    self.id = id
    absence = nil
    return [.ask(.record, .dossier(id))]
  }

  /// Takes a record; the cursor goes to its first item, or to the statement asked for.
  mutating func take(_ dossier: Dossier, width: Int) {
    let isNew = self.dossier?.record.id != dossier.record.id
    self.dossier = dossier
    absence = nil
    laid.forget()
    if isNew { cursor = PageCursor() }
    defer { (wanted, wantedCursor) = (nil, nil) }
    guard wanted != nil || wantedCursor != nil else { return }
    let items = RecordPage(dossier, width: width).items
    if let place = wantedCursor, items.indices.contains(place.item),
      items[place.item].statement == wanted
    {
      cursor = place
    } else if let wanted, let item = items.firstIndex(where: { $0.statement == wanted }) {
      cursor.item = item
    }
  }

  /// Forgets what is known of the record; the cursor will stand on the same statement when it comes again.
  mutating func forgetAnswers() {
    wanted = dossier == nil ? nil : selected(width: 80)?.statement
    dossier = nil
    absence = nil
    laid.forget()
  }

  /// The record is not there; says why.
  mutating func miss(_ why: String) {
    dossier = nil
    laid.forget()
    absence = why
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

  /// Puts the cursor on an item.
  mutating func select(item: Int) { cursor.item = item }

  /// The items on the screen that show a citation or a link, and where that stands.
  func links(in size: Size) -> [(item: Int, place: Frame.Position)] {
    page(width: size.width)?.page.links(from: cursor.top, height: size.height) ?? []
  }

  func selected(width: Int) -> RecordItem? {
    let items = page(width: width)?.items ?? []
    return items.indices.contains(cursor.item) ? items[cursor.item] : nil
  }

  func view(in size: Size, isFocused: Bool) -> Frame {
    var frame = Frame(size)
    guard let page = page(width: size.width) else {
      frame.put(absence ?? "nothing selected", row: 0, column: 1, style: .dim)
      return frame
    }
    frame.put(
      page.page, cursor: cursor, rows: 0..<size.height,
      mark: isFocused ? .selected : nil)
    return frame
  }
}
