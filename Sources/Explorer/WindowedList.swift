/// A list of which only the rows near the screen are held.
///
/// Positions count from 0. The cursor and the first visible row stay inside the list whatever its
/// length turns out to be; what is missing near the screen is asked for as one window.
struct WindowedList<Element: Equatable & Sendable>: Equatable, Sendable {
  /// How many rows the list has; nil until the first window has come.
  private(set) var total: Int?
  private(set) var selected = 0
  /// The first row on the screen.
  private(set) var top = 0
  /// How many rows the screen shows.
  private var height = 1
  private var held: [Element] = []
  private var heldFirst = 0
  private var asked: Range<Int>?
  /// Whether what is held is no longer what the list has.
  private(set) var isStale = false

  init() {}

  /// The row at a position, where it is held.
  func row(_ position: Int) -> Element? {
    held.indices.contains(position - heldFirst) ? held[position - heldFirst] : nil
  }

  var selectedRow: Element? { row(selected) }

  /// The rows on the screen, those that are held.
  var visible: [(position: Int, row: Element)] {
    (top..<(top + height)).compactMap { position in row(position).map { (position, $0) } }
  }

  mutating func move(by rows: Int) { select(selected + rows) }

  mutating func select(_ position: Int) {
    selected = max(0, min(position, (total ?? position + 1) - 1))
  }

  /// Makes the list that of a new question: nothing is held, the cursor stands on the first row.
  mutating func reset() {
    self = WindowedList()
  }

  /// Puts the cursor and the first row of the screen where they once were.
  mutating func stand(at position: Int, top: Int) {
    self.top = max(0, top)
    select(position)
  }

  /// What the list holds has changed: it is asked for anew, and shown as it was until that comes.
  mutating func renew() {
    isStale = true
    asked = nil
  }

  /// Takes rows that have come, and puts the cursor on one of them where it is told to, which stays where it is on
  /// the screen.
  mutating func fill(_ rows: [Element], at first: Int, of total: Int, cursor: Int? = nil) {
    if let cursor {
      top = max(0, cursor - (selected - top))
      selected = cursor
    }
    self.total = total
    held = rows
    heldFirst = first
    asked = nil
    isStale = false
    select(selected)
  }

  /// The answer on its way will not come.
  mutating func forgetQuestion() { asked = nil }

  /// Scrolls so that the cursor is on a screen of `height` rows.
  mutating func settle(height: Int) {
    self.height = max(1, height)
    if selected < top { top = selected }
    if selected >= top + self.height { top = selected - self.height + 1 }
    if let total { top = max(0, min(top, total - self.height)) }
  }

  /// The window to ask for now; nil where everything on the screen is held or asked for already.
  mutating func missing() -> Range<Int>? {
    let end = total.map { min(top + height, $0) } ?? top + height
    guard top < end || total == nil else { return nil }
    if !isStale, total != nil, heldFirst <= top, end <= heldFirst + held.count { return nil }
    if let asked, asked.lowerBound <= top, end <= asked.upperBound { return nil }
    let window = max(0, top - height)..<(top + 3 * height)
    asked = window
    return window
  }
}
