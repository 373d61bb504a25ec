import Model

/// Months gathered into as many bars as there is room for.
struct MonthBars: Equatable {
  /// What a bar may stand for, in months: bars of a year begin in January, of a decade in a year that
  /// ends in 0.
  private static let widths = [1, 3, 12, 24, 60, 120, 600, 1200, 12_000, 120_000]

  /// How many lie in each.
  private(set) var sums: [Int] = []
  /// The first and the last month that bars begin or end in; nil where nothing is.
  private(set) var first: CalendarMonth?
  private(set) var last: CalendarMonth?
  /// How many columns a bar takes.
  private(set) var columns = 1
  /// Whether what lies in a year and in no month of it is shown too.
  let showsYears: Bool
  /// How many are dated and not shown.
  private(set) var wider: Int
  /// How many lie before the first bar, so far that they would leave no room for the rest.
  private(set) var earlier = 0

  /// Bars for `room` columns, 1 or more: as fine as they fit in, but of years where more is known by
  /// its year than by its month.
  init(_ counts: MonthCounts, room: Int) {
    let byYear = counts.years.reduce(0) { $0 + $1.count }
    let prefersYears = byYear > counts.months.reduce(0) { $0 + $1.count }
    let dated = (prefersYears ? counts.months + counts.years : counts.months)
      .sorted { $0.month < $1.month }
    let ends = Self.ends(of: Array(dated.dropFirst(Self.outliers(dated))))
    let months = Self.width(ends, room: room, atLeast: prefersYears ? 12 : 1)
    showsYears = months >= 12
    wider = counts.wider + (showsYears ? 0 : byYear)
    let all = (showsYears ? counts.months + counts.years : counts.months)
      .sorted { $0.month < $1.month }
    let shown = Array(all.dropFirst(Self.outliers(all)))
    earlier = all.prefix(all.count - shown.count).reduce(0) { $0 + $1.count }
    guard let (first, last) = Self.ends(of: shown) else { return }
    (self.first, self.last) = (first, last)
    let width = Self.width((first, last), room: room, atLeast: months)
    let start = Self.bar(first, width)
    // Where the rounding of the last resort leaves one bar too many, it joins the one before.
    let count = min(Self.bar(last, width) - start + 1, room)
    sums = Array(repeating: 0, count: count)
    for bin in shown { sums[min(Self.bar(bin.month, width) - start, count - 1)] += bin.count }
    columns = min(3, max(1, room / count))
  }

  /// Eighths of a cell, 0 for none; anything at all has one.
  var heights: [Int] {
    let most = sums.max() ?? 1
    return sums.map { $0 == 0 ? 0 : max(1, ($0 * 8 + most / 2) / most) }
  }

  /// How many of the first bins are left out: up to a twentieth of all, where without them at most half
  /// of the time is left to show.
  private static func outliers(_ bins: [MonthCounts.Bin]) -> Int {
    guard let first = bins.first?.month.rawValue, let last = bins.last?.month.rawValue else {
      return 0
    }
    let limit = bins.reduce(0) { $0 + $1.count } / 20
    var (dropped, sum) = (0, 0)
    while dropped < bins.count - 1, sum + bins[dropped].count <= limit {
      sum += bins[dropped].count
      dropped += 1
    }
    let rest = Int(last) - Int(bins[dropped].month.rawValue)
    return 2 * rest <= Int(last) - Int(first) ? dropped : 0
  }

  private static func ends(
    of bins: [MonthCounts.Bin]
  ) -> (first: CalendarMonth, last: CalendarMonth)? {
    let months = bins.map(\.month)
    guard let first = months.min(), let last = months.max() else { return nil }
    return (first, last)
  }

  /// How many months a bar stands for, so that all bars fit.
  private static func width(
    _ ends: (first: CalendarMonth, last: CalendarMonth)?, room: Int, atLeast least: Int
  ) -> Int {
    guard let (first, last) = ends else { return least }
    return widths.first { $0 >= least && bar(last, $0) - bar(first, $0) < room }
      ?? (Int(last.rawValue) - Int(first.rawValue)) / room + 1
  }

  private static func bar(_ month: CalendarMonth, _ months: Int) -> Int {
    Int((Double(month.rawValue) / Double(months)).rounded(.down))
  }
}
