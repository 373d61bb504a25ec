import Canvas
import Model
import TestSupport
import Testing

@testable import Explorer

@Suite struct MonthLineTests {
  private func counts(
    _ months: [(String, Int)], years: [(Int, Int)] = [], wider: Int = 0, undated: Int = 0
  ) throws -> MonthCounts {
    MonthCounts(
      months: try months.map { .init(try month($0.0), count: $0.1) },
      years: years.map { .init(CalendarMonth(rawValue: Int32(12 * $0.0)), count: $0.1) },
      wider: wider, undated: undated)
  }

  private func month(_ text: String) throws -> CalendarMonth {
    let day = try ExtendedDate(reading: text).span.first
    return try #require(CalendarMonth(of: day))
  }

  private func line(_ counts: MonthCounts, width: Int) -> String {
    var text = MonthLine(counts: counts).view(width: width).text
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  @Test func aBarIsAMonthWhereMonthsFit() throws {
    let counts = try counts([("2016-02", 1), ("2016-03", 8), ("2016-08", 4)])
    #expect(line(counts, width: 34) == " 2016-02 ▁▁██        ▄▄ 2016-08")
    #expect(line(counts, width: 26) == " 2016-02 ▁█    ▄ 2016-08")
  }

  @Test func aBarIsAQuarterOrYearsWhereTheyDoNot() throws {
    let counts = try counts([("2010-01", 2), ("2010-03", 2), ("2014-12", 4), ("2015-01", 1)])
    #expect(line(counts, width: 40) == " 2010 █                  █▂ 2015")
    #expect(line(counts, width: 24) == " 2010 ██      ██▂▂ 2015")
  }

  @Test func aYearIsAddedOnlyToBarsOfYears() throws {
    let counts = try counts(
      [("2015-05", 1), ("2016-05", 1)], years: [(2015, 1)], wider: 2, undated: 3)
    #expect(line(counts, width: 80).hasPrefix(" 2015 ██    "))
    #expect(line(counts, width: 80).hasSuffix("2016  + 3 wider than a month, 3 undated"))
    #expect(line(counts, width: 50).hasSuffix("2016  + 6"))
    let coarse = try self.counts([("2015-05", 1), ("2016-05", 1)], years: [(2015, 3)], wider: 2)
    #expect(line(coarse, width: 60) == " 2015 ███▂▂▂ 2016  + 2 wider than a year")
  }

  @Test func aFewFarAwayLeaveRoomForTheRest() throws {
    let counts = try counts([("1924-01", 1), ("2016-01", 20), ("2016-04", 10)])
    #expect(line(counts, width: 50) == " 1 before 2016-01 ███      ▄▄▄ 2016-04")
    let many = try self.counts([("1924-01", 4), ("2016-01", 20), ("2016-04", 10)])
    #expect(line(many, width: 50).hasPrefix(" 1924 "))
  }

  @Test func withoutAnyMonthTheRestIsTold() throws {
    #expect(
      line(try counts([], wider: 1, undated: 2), width: 60) == " + 1 wider than a month, 2 undated")
    #expect(line(MonthCounts(), width: 60).isEmpty)
  }

  /// Whatever is counted, a line has its width, a bar for everything shown and none that is higher than
  /// the highest.
  @Test(arguments: UInt64(0)..<300)
  func anyCountsFit(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let reach = [3, 40, 700, 30_000, 60_000_000].randomElement(using: &random) ?? 3
    let bins = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      Int32.random(in: Int32(-reach)...Int32(reach), using: &random)
    }
    var counts = MonthCounts()
    for bin in Set(bins).sorted() {
      let month = CalendarMonth(rawValue: bin)
      let count = Int.random(in: 1...1000, using: &random)
      counts = counts.adding(
        Bool.random(using: &random)
          ? MonthCounts(months: [.init(month, count: count)])
          : MonthCounts(years: [.init(month.january, count: count)]))
    }
    let room = Int.random(in: 1...150, using: &random)
    let bars = MonthBars(counts, room: room)
    #expect(bars.sums.count * bars.columns <= room, "\(counts) \(room)")
    #expect(bars.heights.allSatisfy { (0...8).contains($0) })
    #expect(bars.heights.isEmpty || bars.heights.max() == 8)
    #expect(zip(bars.sums, bars.heights).allSatisfy { ($0 == 0) == ($1 == 0) })
    #expect(bars.sums.reduce(0, +) + bars.earlier + bars.wider == counts.total, "\(counts) \(room)")
    for width in [0, 5, 24, room] {
      #expect(MonthLine(counts: counts).view(width: width).size.width == width)
    }
  }
}
