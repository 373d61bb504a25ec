import Model

/// Which bars have a label below the axis: as many as stand beside each other without touching.
struct TimelineAxis {
  /// A bar, by its number, and what stands below it.
  struct Tick: Equatable {
    var bar: Int
    var label: String
  }

  private(set) var ticks: [Tick] = []

  init(_ window: TimelineWindow) {
    for rule in Self.rules(of: window.unit) {
      let ticks = Self.ticks(of: window, rule)
      if !ticks.isEmpty, Self.fit(ticks, window) {
        self.ticks = ticks
        return
      }
    }
  }

  /// Which days begin something worth a label, those with most labels first.
  private static func rules(of unit: CalendarUnit) -> [(DayNumber) -> Bool] {
    let years = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map { step in
      { (day: DayNumber) in day.month == 1 && day.day == 1 && day.year % step == 0 }
    }
    let months = [1, 2, 3, 6].map { step in
      { (day: DayNumber) in day.day == 1 && (day.month - 1) % step == 0 }
    }
    let days: [(DayNumber) -> Bool] = [
      { _ in true }, { $0.day % 2 == 1 && $0.day < 30 }, { $0.day % 5 == 1 && $0.day < 30 },
      { $0.day % 10 == 1 && $0.day < 30 }, { $0.day == 1 || $0.day == 16 },
    ]
    switch unit {
    case .year: return years
    case .month: return months + years
    case .day: return days + months + years
    }
  }

  private static func ticks(of window: TimelineWindow, _ isTick: (DayNumber) -> Bool) -> [Tick] {
    var ticks: [Tick] = []
    for bar in window.bars {
      let day = window.unit.firstDay(of: bar)
      guard isTick(day) else { continue }
      // The first label says all of it, and so does each that begins something larger.
      ticks.append(
        Tick(bar: bar, label: ticks.isEmpty ? full(day, window.unit) : short(day, window.unit)))
    }
    return ticks
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func full(_ day: DayNumber, _ unit: CalendarUnit) -> String {
    switch unit {
    case .year: "\(day.year)"
    case .month: day.month == 1 ? "\(day.year)" : "\(months[day.month - 1]) \(day.year)"
    case .day: "\(day.day) \(months[day.month - 1]) \(day.year)"
    }
  }

  private static func short(_ day: DayNumber, _ unit: CalendarUnit) -> String {
    switch unit {
    case .year: return "\(day.year)"
    case .month: return day.month == 1 ? "\(day.year)" : months[day.month - 1]
    case .day:
      if day.day > 1 { return "\(day.day)" }
      return day.month == 1 ? "Jan \(day.year)" : months[day.month - 1]
    }
  }

  /// Whether no label touches the next or leaves the screen with more than its last letters.
  private static func fit(_ ticks: [Tick], _ window: TimelineWindow) -> Bool {
    zip(ticks, ticks.dropFirst()).allSatisfy { one, next in
      one.label.count < (next.bar - one.bar) * window.columns
    }
  }
}
