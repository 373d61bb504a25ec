import Model
import Testing

@Suite struct DayNumberTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (1970, 1, 2, 1), (2000, 2, 29, 11_016),
    (2000, 3, 1, 11_017), (2016, 8, 8, 17_021), (1600, 1, 1, -135_140), (0, 3, 1, -719_468),
  ])
  func countsFrom1970(year: Int, month: Int, day: Int, number: Int32) {
    #expect(DayNumber(year: year, month: month, day: day)?.rawValue == number)
  }

  @Test(arguments: [
    (2016, 0, 1), (2016, 13, 1), (2016, 1, 0), (2016, 1, 32), (2016, 2, 30), (2015, 2, 29),
    (1900, 2, 29), (2016, 4, 31), (2016, -1, 1), (Int.max, 1, 1), (Int.min, 1, 1),
    (2016, Int.max, 1), (2016, 1, Int.min), (5_800_001, 1, 1), (-5_800_001, 1, 1),
  ])
  func thereIsNoSuchDay(year: Int, month: Int, day: Int) {
    #expect(DayNumber(year: year, month: month, day: day) == nil)
  }

  /// Every day of 800 years, one after the other, leap days included.
  @Test func everyDayOfEightHundredYearsRoundTrips() throws {
    var expected = try #require(DayNumber(year: 1600, month: 1, day: 1)).rawValue
    var leapDays = 0
    var wrong: [String] = []
    for year in 1600...2400 {
      for month in 1...12 {
        for day in 1...31 {
          guard let number = DayNumber(year: year, month: month, day: day) else { continue }
          if number.rawValue != expected || number.year != year || number.month != month
            || number.day != day
          {
            wrong.append("\(year)-\(month)-\(day): \(number)")
          }
          if month == 2, day == 29 { leapDays += 1 }
          expected += 1
        }
      }
    }
    #expect(wrong.prefix(5) == [])
    #expect(leapDays == 195)
  }

  @Test(arguments: [
    (-5_800_000, 1, 1), (5_800_000, 12, 31), (-1, 2, 28), (0, 2, 29), (-4, 2, 29), (-401, 12, 31),
  ])
  func farDaysRoundTrip(year: Int, month: Int, day: Int) throws {
    let number = try #require(DayNumber(year: year, month: month, day: day))
    #expect([number.year, number.month, number.day] == [year, month, day])
  }

  @Test func advancingSaturates() throws {
    let day = try #require(DayNumber(year: 2016, month: 2, day: 28))
    #expect(day.advanced(by: 2).description == "2016-03-01")
    #expect(day.advanced(by: -59).description == "2015-12-31")
    #expect(day.advanced(by: .max) == .distantFuture)
    #expect(day.advanced(by: .min) == .distantPast)
    #expect(DayNumber.distantPast.advanced(by: 1) == .distantPast)
    #expect(DayNumber.distantFuture.advanced(by: -1) == .distantFuture)
  }

  @Test(arguments: [
    (2016, 8, 8, "2016-08-08", "8 August 2016"), (44, 3, 15, "0044-03-15", "15 March AD 44"),
    (-43, 3, 15, "-0043-03-15", "15 March 44 BC"), (0, 1, 1, "0000-01-01", "1 January 1 BC"),
    (12_345, 1, 1, "+12345-01-01", "1 January year 12345"),
  ])
  func isWritten(year: Int, month: Int, day: Int, written: String, words: String) throws {
    let number = try #require(DayNumber(year: year, month: month, day: day))
    #expect(number.description == written)
    #expect(number.words == words)
  }

  /// No raw value is out of reach of the civil calendar.
  @Test(arguments: [Int32.min, .min + 1, -1, 0, 1, .max - 1, .max])
  func everyRawValueHasACivilDate(raw: Int32) {
    let day = DayNumber(rawValue: raw)
    #expect((1...12).contains(day.month) && (1...31).contains(day.day))
  }
}

@Suite struct DayRangeTests {
  private func range(_ first: Int32, _ last: Int32) -> DayRange {
    DayRange(first: DayNumber(rawValue: first), last: DayNumber(rawValue: last))
  }

  @Test func knowsCertainFromPossible() {
    let query = range(10, 20)
    #expect(query.contains(range(10, 20)) && query.contains(range(15, 15)))
    #expect(!query.contains(range(9, 12)) && !query.contains(range(20, 21)))
    #expect(query.overlaps(range(20, 30)) && query.overlaps(range(1, 10)))
    #expect(query.overlaps(range(1, 30)) && !query.overlaps(range(21, 30)))
    #expect(query.overlaps(DayRange(first: .distantPast, last: .distantFuture)))
    #expect(!range(12, 11).overlaps(query) && !query.overlaps(range(12, 11)))
  }

  @Test func openEndsHaveWords() {
    #expect(DayRange(first: .distantPast, last: .distantFuture).words == "any day")
    #expect(DayRange(first: .distantFuture, last: .distantFuture).words == "no day")
    #expect(range(1, 0).words == "no day")
  }
}
