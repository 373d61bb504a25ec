import Model
import Testing

@Suite struct ExtendedDateTests {
  /// Text, earliest, latest, words.
  @Test(arguments: [
    // Level 0.
    ("2016-08-08", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("2016-08", "2016-08-01", "2016-08-31", "August 2016"),
    ("2016-02", "2016-02-01", "2016-02-29", "February 2016"),
    ("2016", "2016-01-01", "2016-12-31", "2016"),
    ("2014/2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("2014-06/2014-08", "2014-06-01", "2014-08-31", "June to August 2014"),
    ("2014-06/2015-08", "2014-06-01", "2015-08-31", "June 2014 to August 2015"),
    ("2016-07-23/2016-11-12", "2016-07-23", "2016-11-12", "23 July to 12 November 2016"),
    ("2016-08-01/2016-08-31", "2016-08-01", "2016-08-31", "1 to 31 August 2016"),
    ("2016-01-01/2016-12-31", "2016-01-01", "2016-12-31", "1 January to 31 December 2016"),
    ("2016-12-30/2017-01-02", "2016-12-30", "2017-01-02", "30 December 2016 to 2 January 2017"),
    ("2016-08-08/2016-08-08", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("2016-08/2016", "2016-08-01", "2016-12-31", "August 2016 to 2016"),
    ("0044-03-15", "0044-03-15", "0044-03-15", "15 March AD 44"),
    ("0000", "0000-01-01", "0000-12-31", "1 BC"),
    // Level 1.
    ("201X", "2010-01-01", "2019-12-31", "the 2010s"),
    ("200X", "2000-01-01", "2009-12-31", "2000–2009"),
    ("20XX", "2000-01-01", "2099-12-31", "2000–2099"),
    ("004X", "0040-01-01", "0049-12-31", "AD 40–49"),
    ("2004-XX", "2004-01-01", "2004-12-31", "2004, month unknown"),
    ("2004-06-XX", "2004-06-01", "2004-06-30", "June 2004, day unknown"),
    ("2004-XX-XX", "2004-01-01", "2004-12-31", "2004, day unknown"),
    ("2015?", "2015-01-01", "2015-12-31", "2015, uncertain"),
    ("2015~", "2015-01-01", "2015-12-31", "about 2015"),
    ("2015%", "2015-01-01", "2015-12-31", "about 2015, uncertain"),
    ("2016-08-08~", "2016-08-08", "2016-08-08", "about 8 August 2016"),
    ("2004-06-XX?", "2004-06-01", "2004-06-30", "June 2004, day unknown, uncertain"),
    ("201X~", "2010-01-01", "2019-12-31", "about the 2010s"),
    ("2014-06/..", "2014-06-01", "distant future", "from June 2014"),
    ("../2016-08", "distant past", "2016-08-31", "until August 2016"),
    ("2014/", "2014-01-01", "distant future", "from 2014, end unknown"),
    ("/2016", "distant past", "2016-12-31", "until 2016, start unknown"),
    ("2014~/2016?", "2014-01-01", "2016-12-31", "about 2014 to 2016 (uncertain)"),
    ("2014-06-XX/2016", "2014-06-01", "2016-12-31", "June 2014 (day unknown) to 2016"),
    ("2014-21", "2014-03-01", "2014-05-31", "spring 2014"),
    ("2014-22", "2014-06-01", "2014-08-31", "summer 2014"),
    ("2014-23", "2014-09-01", "2014-11-30", "autumn 2014"),
    ("2014-24", "2014-12-01", "2015-02-28", "winter 2014–15"),
    ("2015-24", "2015-12-01", "2016-02-29", "winter 2015–16"),
    ("1999-24", "1999-12-01", "2000-02-29", "winter 1999–2000"),
    ("2014-22~", "2014-06-01", "2014-08-31", "about summer 2014"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", "15 March 44 BC"),
    ("-1985", "-1985-01-01", "-1985-12-31", "1986 BC"),
    ("Y17000", "+17000-01-01", "+17000-12-31", "year 17000"),
    ("Y-17000?", "-17000-01-01", "-17000-12-31", "17001 BC, uncertain"),
    ("Y170000002", "distant future", "distant future", "year 170000002"),
    ("Y-170000002", "distant past", "distant past", "170000003 BC"),
    (
      "Y-999999999/Y999999999", "distant past", "distant future",
      "1000000000 BC to year 999999999"
    ),
  ])
  func means(text: String, earliest: String, latest: String, words: String) throws {
    let date = try ExtendedDate(reading: text)
    #expect(date.description == text)
    #expect(date.earliest.description == earliest)
    #expect(date.latest.description == latest)
    #expect(date.span == DayRange(first: date.earliest, last: date.latest))
    #expect(date.words == words)
  }

  @Test(arguments: [
    ("2016-08-08", false, false, true), ("2016-08-08?", true, false, true),
    ("2016-08-08~", false, true, true), ("2016-08%", true, true, false),
    ("2014/2016~", false, true, false), ("2014?/..", true, false, false),
    ("2016-08-08/2016-08-08", false, false, true), ("Y170000002", false, false, false),
  ])
  func isMarked(text: String, uncertain: Bool, approximate: Bool, singleDay: Bool) throws {
    let date = try ExtendedDate(reading: text)
    #expect(date.isUncertain == uncertain)
    #expect(date.isApproximate == approximate)
    #expect(date.isSingleDay == singleDay)
  }

  @Test func sortsByEarliestThenLatestThenText() throws {
    let sorted = [
      "../2015", "../2016", "2015", "2015?", "2015~", "2016-01-01", "2016-01", "2016-01/2016-02",
      "2016", "2016-XX", "2016/..", "2016-08-08",
    ]
    var dates: [ExtendedDate] = []
    for text in sorted.reversed() { dates.append(try ExtendedDate(reading: text)) }
    #expect(dates.sorted().map(\.description) == sorted)
    #expect(Set(dates).count == sorted.count)
  }
}
