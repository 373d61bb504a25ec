import Model
import Query

/// A span of days that is selected on a timeline, as a query writes it.
struct TimelineSpan: Equatable {
  let days: DayRange

  /// From the earlier to the later of two bars, both in it.
  init(from one: DayRange, to other: DayRange) {
    days = DayRange(first: min(one.first, other.first), last: max(one.last, other.last))
  }

  /// In years or months where it is whole ones: `2014..2016`, `2016-08`, `2016-08-08..2016-08-14`.
  var words: String {
    let unit = unit
    let (first, last) = (unit.number(of: days.first), unit.number(of: days.last))
    return first == last
      ? unit.written(first) : "\(unit.written(first))..\(unit.written(last))"
  }

  private var unit: CalendarUnit {
    [CalendarUnit.year, .month].first { unit in
      unit.days(of: unit.number(of: days.first)..<(unit.number(of: days.last) + 1)) == days
    } ?? .day
  }

  /// What narrows the events to it; nil for years that cannot be written in a query.
  var filter: Filter? {
    guard let dates = try? TypedDates(reading: words), dates.range == days else { return nil }
    return Filter(
      origin: .timeline, words: words, expression: .dates(DateFilter(dates, typed: words)))
  }
}
