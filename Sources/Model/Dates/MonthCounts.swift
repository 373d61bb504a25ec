/// How many of some dated things lie in each month: what a timeline shows.
///
/// Only what lies in a month whatever its date may be is counted in it, and likewise in a year; the
/// rest is counted beside, so that no bar claims more than is known.
public struct MonthCounts: Hashable, Sendable {
  /// A month or a year with anything in it.
  public struct Bin: Hashable, Sendable {
    /// The month, or January of the year.
    public var month: CalendarMonth
    /// How many lie in it, 1 or more.
    public var count: Int

    /// Takes the parts as they are.
    public init(_ month: CalendarMonth, count: Int) {
      self.month = month
      self.count = count
    }
  }

  /// Months with anything in them, in their order.
  public var months: [Bin]
  /// Years with anything in them that lies in no single month, in their order.
  public var years: [Bin]
  /// How many have possible days in more than one year.
  public var wider: Int
  /// How many have no date.
  public var undated: Int

  /// Takes the parts as they are; nothing at all without them.
  public init(months: [Bin] = [], years: [Bin] = [], wider: Int = 0, undated: Int = 0) {
    self.months = months
    self.years = years
    self.wider = wider
    self.undated = undated
  }

  /// All of them together.
  public var total: Int { (months + years).reduce(wider + undated) { $0 + $1.count } }

  /// Counts things by their possible days, nil for one without a date.
  public init(counting days: some Sequence<DayRange?>) {
    self.init()
    for days in days {
      guard let days else {
        undated += 1
        continue
      }
      switch Width(days) {
      case .month(let month): months.append(Bin(month, count: 1))
      case .year(let january): years.append(Bin(january, count: 1))
      case .wider: wider += 1
      }
    }
    (months, years) = (Self.sum(months, []), Self.sum(years, []))
  }

  /// Those of both.
  public func adding(_ other: MonthCounts) -> MonthCounts {
    MonthCounts(
      months: Self.sum(months, other.months), years: Self.sum(years, other.years),
      wider: wider + other.wider, undated: undated + other.undated)
  }

  private static func sum(_ one: [Bin], _ other: [Bin]) -> [Bin] {
    var counts: [CalendarMonth: Int] = [:]
    for bin in one + other { counts[bin.month, default: 0] += bin.count }
    return counts.sorted { $0.key < $1.key }.map { Bin($0.key, count: $0.value) }
  }

  /// How far possible days reach.
  public enum Width: Hashable, Sendable {
    case month(CalendarMonth)
    /// Several months of one year, told by its January.
    case year(CalendarMonth)
    case wider

    /// Takes possible days, open ends included.
    public init(_ days: DayRange) {
      guard let first = CalendarMonth(of: days.first), let last = CalendarMonth(of: days.last),
        first.year == last.year
      else {
        self = .wider
        return
      }
      self = first == last ? .month(first) : .year(first.january)
    }
  }
}
