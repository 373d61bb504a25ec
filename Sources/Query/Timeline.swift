public import Model

/// What a timeline asks: how many events lie in each of some days, months or years.
public struct TimelineRequest: Hashable, Sendable {
  /// What the bars are made of.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    case events, killed, wounded
  }

  /// What the bars are divided by.
  public enum Stacking: String, CaseIterable, Hashable, Sendable {
    case kind, group
  }

  /// How many kinds or groups get a layer of their own.
  public static let layers = 5

  /// What the events must match.
  public var expression: QueryExpression
  /// Only those that concern this record.
  public var scope: RecordID?
  /// What one bar stands for.
  public var unit: CalendarUnit
  /// The bars on the screen, by the numbers of the unit.
  public var bars: Range<Int>
  /// What the bars are divided by; nil for not at all.
  public var stacking: Stacking?
  /// What is counted or summed.
  public var measure: Measure
  /// Which of the events that lie in no single bar are wanted as rows, from 0 in the order of days.
  public var wide: Range<Int>

  /// Takes the parts as they are.
  public init(
    expression: QueryExpression = .everything, scope: RecordID? = nil, unit: CalendarUnit,
    bars: Range<Int>, stacking: Stacking? = nil, measure: Measure = .events,
    wide: Range<Int> = 0..<0
  ) {
    self.expression = expression
    self.scope = scope
    self.unit = unit
    self.bars = bars
    self.stacking = stacking
    self.measure = measure
    self.wide = wide
  }

  /// The events as a list would be asked for.
  public var events: RowRequest {
    RowRequest(.event, expression: expression, scope: scope, count: 0)
  }

  /// The days on the screen.
  public var days: DayRange { unit.days(of: bars) }
}

/// What a timeline shows of some days, months or years, and what lies beside them.
///
/// An event is counted in a bar only where all its possible days lie in it. `before`, all bars, `wide`,
/// `after` and `undated` together are all events.
public struct Timeline: Hashable, Sendable {
  /// A part of every bar.
  public struct Layer: Hashable, Sendable {
    /// Which part.
    public enum Part: Hashable, Sendable {
      /// What has this kind or this group and none of the other layers'.
      case one(key: String, name: String)
      /// What has several of the kinds or groups that have layers.
      case several
      /// What has none of them; all there is where bars are not divided.
      case others
    }

    /// Which part.
    public var part: Part
    /// What lies in each bar, in the order of `bars`.
    public var sums: [FigureSum]
    /// For `.one`: how many events in the bars have it at all, beside others too.
    public var having: Int

    /// Takes the parts as they are.
    public init(_ part: Part, sums: [FigureSum], having: Int = 0) {
      self.part = part
      self.sums = sums
      self.having = having
    }
  }

  /// An event that lies in no single bar, with all its possible days.
  public struct Span: Hashable, Sendable {
    /// As lists show it.
    public var row: ListRow
    /// Its possible days.
    public var days: DayRange

    /// Takes the parts as they are.
    public init(_ row: ListRow, days: DayRange) {
      self.row = row
      self.days = days
    }
  }

  /// Of which bars it tells.
  public var unit: CalendarUnit
  /// By the numbers of the unit.
  public var bars: Range<Int>
  /// Kinds or groups with most of what is measured first, in all events and not in the bars alone, then `.several`, then `.others`; those without events are
  /// left out.
  public var layers: [Layer]
  /// How many events may lie in the bars, but in no single one for certain.
  public var wide: Int
  /// Those of them that were asked for.
  public var spans: [Span]
  /// Which of them the first of `spans` is.
  public var firstSpan: Int
  /// How many events certainly lie before the first bar.
  public var before: Int
  /// How many events certainly lie after the last bar.
  public var after: Int
  /// How many events have no date.
  public var undated: Int
  /// From the first known beginning of an event to the last; nil where none is known.
  public var extent: DayRange?

  /// Nothing yet of some bars.
  public init(unit: CalendarUnit, bars: Range<Int>) {
    self.unit = unit
    self.bars = bars
    layers = []
    wide = 0
    spans = []
    firstSpan = 0
    before = 0
    after = 0
    undated = 0
  }

  /// What lies in each bar, in the order of `bars`.
  public var sums: [FigureSum] {
    layers.reduce(Array(repeating: FigureSum(), count: bars.count)) { all, layer in
      zip(all, layer.sums).map { $0 + $1 }
    }
  }

  /// How many events there are in all.
  public var total: Int {
    layers.reduce(before + wide + after + undated) { sum, layer in
      layer.sums.reduce(sum) { $0 + $1.events }
    }
  }
}
