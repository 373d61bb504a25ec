import Model
import Testing

@Suite struct MonthCountsTests {
  @Test(arguments: [
    (2016, 8, "2016-08"), (0, 1, "0000-01"), (-1, 12, "-0001-12"), (-13, 1, "-0013-01"),
    (12_345, 2, "+12345-02"),
  ])
  func aMonthIsThatOfItsDays(year: Int, month: Int, text: String) throws {
    let day = try #require(DayNumber(year: year, month: month, day: 17))
    let found = try #require(CalendarMonth(of: day))
    #expect(found.year == year && found.month == month)
    #expect(found.description == text)
    #expect(found.firstDay == DayNumber(year: year, month: month, day: 1))
    #expect(found.advanced(by: 1).firstDay > day)
    #expect(found.advanced(by: -1) < found)
    #expect(found.january.month == 1 && found.january.year == year)
  }

  @Test func openEndsLieInNoMonth() {
    #expect(CalendarMonth(of: .distantPast) == nil)
    #expect(CalendarMonth(of: .distantFuture) == nil)
  }

  @Test func whatMayLieInTwoMonthsIsCountedInNeither() throws {
    let texts = [
      "2016-08-08", "2016-08", "2016-08/2016-09", "2016", "2015-12-31/2016-01-01", "../2016",
    ]
    let spans = try texts.map { try ExtendedDate(reading: $0).span }
    let counts = MonthCounts(counting: spans + [nil])
    let august = CalendarMonth(rawValue: 12 * 2016 + 7)
    #expect(counts.months == [.init(august, count: 2)])
    #expect(counts.years == [.init(august.january, count: 2)])
    #expect(counts.wider == 2)
    #expect(counts.undated == 1)
    #expect(counts.total == 7)
    let twice = counts.adding(counts)
    #expect(twice.months == [.init(august, count: 4)])
    #expect(twice.total == 14)
  }
}
