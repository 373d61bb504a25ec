import Model
import TestSupport
import Testing

@Suite struct CalendarUnitTests {
  @Test(arguments: CalendarUnit.allCases) func stretchesFollowEachOther(unit: CalendarUnit) throws {
    var random = SeededGenerator(for: "stretches of \(unit)")
    for _ in 0..<2000 {
      let day = DayNumber(rawValue: Int32(random.below(2_000_000)) - 1_000_000)
      let number = unit.number(of: day)
      let days = unit.days(of: number..<(number + 1))
      #expect(days.contains(DayRange(first: day, last: day)), "seed \(random.seed)")
      #expect(unit.number(of: days.first) == number && unit.number(of: days.last) == number)
      #expect(unit.firstDay(of: number + 1) == days.last.advanced(by: 1))
    }
  }

  /// What a timeline asks a list for is what it shows as chosen.
  @Test(arguments: CalendarUnit.allCases) func isWrittenAsAQueryReadsIt(unit: CalendarUnit) throws {
    var random = SeededGenerator(for: "written \(unit)")
    for _ in 0..<500 {
      let day = DayNumber(rawValue: Int32(random.below(500_000)) - 300_000)
      let number = unit.number(of: day)
      let dates = try TypedDates(reading: unit.written(number))
      #expect(dates.range == unit.days(of: number..<(number + 1)), "\(unit.written(number))")
    }
  }

  @Test(arguments: CalendarUnit.allCases) func daysBeyondAllAreThoseOfTheEnds(unit: CalendarUnit) {
    #expect(unit.number(of: .distantPast) == unit.numbers.lowerBound)
    #expect(unit.number(of: .distantFuture) == unit.numbers.upperBound)
    for number in [unit.numbers.lowerBound, unit.numbers.upperBound] {
      #expect(unit.firstDay(of: number) != .distantPast)
      #expect(unit.firstDay(of: number) != .distantFuture)
    }
  }
}
