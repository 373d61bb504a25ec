import Model
import Testing

/// Whether a relation stands at a date.
@Suite struct StandingTests {
  private static func relation(_ kind: Relation.Kind, _ date: String?) throws -> Relation {
    Relation(
      id: "edge", kind: kind, from: .record("one"), to: .record("other"),
      date: try date.map { try ExtendedDate(reading: $0) }, statements: [])
  }

  private static func days(_ text: String) throws -> DayRange {
    try TypedDates(reading: text).range
  }

  static let examples: [(Relation.Kind, String?, String, Standing)] = [
    (.alliance, nil, "2015", .undated),
    // An act stands from its day on.
    (.pledge, "2014-10-06", "2014-10-05", .later),
    (.pledge, "2014-10-06", "2014-10-06", .stands),
    (.pledge, "2014-10-06", "2021", .stands),
    // Within its own uncertainty it is possible.
    (.pledge, "2014-10", "2014-10-06", .possibly),
    (.pledge, "2014-10", "2014-10", .stands),
    (.pledge, "2014-10", "2014-09-30", .later),
    (.splinter, "2014~", "2013-06", .possibly),
    (.splinter, "2014~", "2016-01", .stands),
    (.splinter, "2014~", "2015-06", .possibly),
    (.pledge, "2014?", "2016", .possibly),
    (.pledge, "[2013,2015]", "2014", .possibly),
    (.pledge, "[2013,2015]", "2012", .later),
    (.pledge, "[2013,2015]", "2016", .stands),
    // Of a state without an end nobody says how long it lasted.
    (.alliance, "2016", "2016", .stands),
    (.alliance, "2016", "2016-05", .possibly),
    (.alliance, "2016", "2017", .possibly),
    (.alliance, "2016", "2015", .later),
    // Intervals.
    (.leadership, "2015-01/2016-08", "2015-05", .stands),
    (.leadership, "2015-01/2016-08", "2016-08", .stands),
    (.leadership, "2015-01/2016-08", "2016-08-15", .possibly),
    (.leadership, "2015-01/2016-08", "2016-09", .ended),
    (.leadership, "2015-01/2016-08", "2014-12", .later),
    (.leadership, "2015-01/..", "2021", .stands),
    (.leadership, "2015-01/", "2021", .possibly),
    (.leadership, "2015-01/2016~", "2017-06", .possibly),
    (.leadership, "2015-01/2016~", "2018", .ended),
    // A start that is not told.
    (.leadership, "../2016-08", "2015", .possibly),
    (.leadership, "../2016-08", "2016-08", .stands),
    (.leadership, "/2016-08", "2017", .ended),
  ]

  @Test(arguments: examples)
  func itStands(kind: Relation.Kind, date: String?, at: String, expected: Standing) throws {
    #expect(try Self.relation(kind, date).standing(in: Self.days(at)) == expected)
  }

  /// Going on in time, nothing begins after it has begun, and nothing ended stands again.
  @Test(arguments: examples)
  func timeGoesOneWay(kind: Relation.Kind, date: String?, at: String, expected: Standing) throws {
    let relation = try Self.relation(kind, date)
    var last = Standing.later
    for year in 2010...2022 {
      for month in 1...12 {
        let text = "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
        let standing = relation.standing(in: try Self.days(text))
        if last != .later { #expect(standing != .later, "\(text)") }
        if last == .ended { #expect(standing == .ended, "\(text)") }
        last = standing
      }
    }
    #expect(date == nil || last != .later)
  }

  @Test func turnsAreTheEndsAsTold() throws {
    let date = try ExtendedDate(reading: "2015-01/2016-08-12")
    #expect(date.turns == [try Self.days("2015-01"), try Self.days("2016-08-12")])
    #expect(try ExtendedDate(reading: "../2016").turns == [try Self.days("2016")])
    #expect(try ExtendedDate(reading: "2015~").turns == [try Self.days("2015")])
  }
}
