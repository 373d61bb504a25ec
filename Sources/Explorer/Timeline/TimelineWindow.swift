import Model

/// The part of the calendar that a timeline shows, and the bar under its cursor.
struct TimelineWindow: Equatable, Sendable {
  /// What a bar may stand for, and how many columns it takes: from all that is seen to all that is told.
  static let steps: [(unit: CalendarUnit, columns: Int)] = [
    (.year, 1), (.year, 2), (.year, 4), (.month, 1), (.month, 2), (.month, 4), (.day, 1), (.day, 2),
    (.day, 4),
  ]

  /// Which of the steps.
  private(set) var step: Int
  /// How many columns there are for bars.
  private(set) var width: Int
  /// The number of the first bar.
  private(set) var first: Int
  /// The number of the bar under the cursor.
  private(set) var cursor: Int

  var unit: CalendarUnit { Self.steps[step].unit }
  var columns: Int { Self.steps[step].columns }
  /// How many bars fit.
  var count: Int { max(1, width / columns) }
  /// The bars on the screen.
  var bars: Range<Int> { first..<(first + count) }
  /// The days of the bar under the cursor.
  var cursorDays: DayRange { unit.days(of: cursor..<(cursor + 1)) }

  init(step: Int, width: Int, first: Int, cursor: Int) {
    (self.step, self.width, self.first, self.cursor) = (step, max(1, width), first, cursor)
  }

  /// All of some days where they fit, as fine as they do but no finer than `finest`; else the last of them.
  init(showing days: DayRange, finest: CalendarUnit, width: Int) {
    self.width = max(1, width)
    func count(_ unit: CalendarUnit) -> Int {
      unit.number(of: days.last) - unit.number(of: days.first) + 1
    }
    let fits = Self.steps.indices.filter { index in
      let (unit, columns) = Self.steps[index]
      return Self.order(unit) <= Self.order(finest) && count(unit) * columns <= max(1, width)
    }
    step = fits.last ?? 0
    let unit = Self.steps[step].unit
    let (start, end) = (unit.number(of: days.first), unit.number(of: days.last))
    first = start
    cursor = start
    let room = self.count
    // What is less than the screen stands in its middle; of what is more, the end is shown.
    first = end - start + 1 > room ? end - room + 1 : start - (room - (end - start + 1)) / 2
    cursor = max(first, start)
  }

  private static func order(_ unit: CalendarUnit) -> Int {
    CalendarUnit.allCases.count - (CalendarUnit.allCases.firstIndex(of: unit) ?? 0)
  }

  /// The columns of a bar, from 0; nil where it is not on the screen.
  func columns(of bar: Int) -> Range<Int>? {
    guard bars.contains(bar) else { return nil }
    let start = (bar - first) * columns
    return start..<(start + columns)
  }

  /// Goes to another screen; the bar under the cursor stays on it.
  mutating func resize(width: Int) {
    guard width != self.width else { return }
    self.width = max(1, width)
    keepCursor()
  }

  mutating func move(to bar: Int) {
    cursor = clamped(bar)
    keepCursor()
  }

  mutating func move(by bars: Int) { move(to: cursor + bars) }

  /// Turns pages; the cursor stays where it is on the screen.
  mutating func turn(pages: Int) {
    let column = cursor - first
    cursor = clamped(cursor + pages * count)
    first = cursor - column
    keepCursor()
  }

  /// Goes to the bar of a day, which stands in the middle where it was not on the screen.
  mutating func move(to day: DayNumber) {
    let bar = clamped(unit.number(of: day))
    if !bars.contains(bar) { first = bar - count / 2 }
    move(to: bar)
  }

  /// Shows more of less, or less of more; what is under the cursor stays in its place. False at the ends.
  mutating func zoom(by steps: Int) -> Bool {
    let next = min(max(step + steps, 0), Self.steps.count - 1)
    guard next != step else { return false }
    let column = (cursor - first) * columns + columns / 2
    let days = cursorDays
    let middle = Int(days.first.rawValue) + (Int(days.last.rawValue) - Int(days.first.rawValue)) / 2
    let isFiner = Self.order(Self.steps[next].unit) > Self.order(unit)
    step = next
    cursor = clamped(
      unit.number(of: isFiner ? DayNumber(rawValue: Int32(clamping: middle)) : days.first))
    first = cursor - column / columns
    keepCursor()
    return true
  }

  private func clamped(_ bar: Int) -> Int {
    // A screen before the last bar there is, so that every bar of the screen has a day.
    let numbers = unit.numbers
    return min(max(bar, numbers.lowerBound + 2000), numbers.upperBound - 2000)
  }

  private mutating func keepCursor() {
    if cursor < first { first = cursor }
    if cursor >= first + count { first = cursor - count + 1 }
  }
}
