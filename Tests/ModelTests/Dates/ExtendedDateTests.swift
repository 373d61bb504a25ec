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
    try expect(text, earliest, latest, words)
  }

  /// Level 2, and times of day.
  @Test(arguments: [
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", "one of 1667, 1668 or 1670 to 1672"),
    ("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31", "all of 1667, 1668 and 1670 to 1672"),
    ("[2016-08-08,2014]", "2014-01-01", "2016-08-08", "one of 8 August 2016 or 2014"),
    ("[1667,1760-12]", "1667-01-01", "1760-12-31", "one of 1667 or December 1760"),
    ("[..1984-12]", "distant past", "1984-12-31", "December 1984 or earlier"),
    ("[1984-12..]", "1984-12-01", "distant future", "December 1984 or later"),
    ("{..1984}", "distant past", "1984-12-31", "1984 and earlier"),
    ("[..1983,1985~]", "distant past", "1985-12-31", "one of 1983 or earlier or about 1985"),
    (
      "[2014-06-XX,2015?]", "2014-06-01", "2015-12-31",
      "one of June 2014 (day unknown) or 2015 (uncertain)"
    ),
    ("[2014]", "2014-01-01", "2014-12-31", "2014"),
    ("[2014..2016]", "2014-01-01", "2016-12-31", "one of 2014 to 2016"),
    ("{2014..2016}", "2014-01-01", "2016-12-31", "all of 2014 to 2016"),
    // Seasons and other parts of a year.
    ("2014-25", "2014-03-01", "2014-05-31", "northern spring 2014"),
    ("2014-28", "2014-12-01", "2015-02-28", "northern winter 2014–15"),
    ("2014-29", "2014-09-01", "2014-11-30", "southern spring 2014"),
    ("2015-30", "2015-12-01", "2016-02-29", "southern summer 2015–16"),
    ("2014-31", "2014-03-01", "2014-05-31", "southern autumn 2014"),
    ("2014-32", "2014-06-01", "2014-08-31", "southern winter 2014"),
    ("2014-33", "2014-01-01", "2014-03-31", "first quarter of 2014"),
    ("2014-36", "2014-10-01", "2014-12-31", "fourth quarter of 2014"),
    ("2014-37", "2014-01-01", "2014-04-30", "first four months of 2014"),
    ("2014-38", "2014-05-01", "2014-08-31", "second four months of 2014"),
    ("2014-39", "2014-09-01", "2014-12-31", "last four months of 2014"),
    ("2014-40", "2014-01-01", "2014-06-30", "first half of 2014"),
    ("2014-41~", "2014-07-01", "2014-12-31", "about second half of 2014"),
    // Marks at parts.
    ("2004-06~-11", "2004-06-11", "2004-06-11", "11 June 2004, year and month approximate"),
    ("2004-~06-11", "2004-06-11", "2004-06-11", "11 June 2004, month approximate"),
    (
      "?2004-06-~11", "2004-06-11", "2004-06-11",
      "11 June 2004, day approximate, year uncertain"
    ),
    ("2004?-06-11", "2004-06-11", "2004-06-11", "11 June 2004, year uncertain"),
    ("2004-06-11%", "2004-06-11", "2004-06-11", "about 11 June 2004, uncertain"),
    ("~2004-~06", "2004-06-01", "2004-06-30", "about June 2004"),
    ("?2004~", "2004-01-01", "2004-12-31", "about 2004, uncertain"),
    ("?-0043", "-0043-01-01", "-0043-12-31", "44 BC, uncertain"),
    ("~Y-17000", "-17000-01-01", "-17000-12-31", "about 17001 BC"),
    ("2014-%22", "2014-06-01", "2014-08-31", "summer 2014, season approximate, season uncertain"),
    (
      "2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20",
      "1 June 2004 (day approximate) to 20 June 2004 (day approximate)"
    ),
    // Digits left open.
    ("156X-12-25", "1560-12-25", "1569-12-25", "25 December 156X"),
    ("15XX-12-25", "1500-12-25", "1599-12-25", "25 December 15XX"),
    ("15XX-12-XX", "1500-12-01", "1599-12-31", "December 15XX, day unknown"),
    ("1XXX-XX", "1000-01-01", "1999-12-31", "1XXX, month unknown"),
    ("1XXX-12", "1000-12-01", "1999-12-31", "December 1XXX"),
    ("1984-1X", "1984-10-01", "1984-12-31", "month 1X of 1984"),
    ("1984-X2", "1984-02-01", "1984-12-31", "month X2 of 1984"),
    ("1984-0X-1X", "1984-01-10", "1984-09-19", "day 1X, month 0X of 1984"),
    ("2004-06-1X", "2004-06-10", "2004-06-19", "1X June 2004"),
    ("2015-02-2X", "2015-02-20", "2015-02-28", "2X February 2015"),
    ("2004-XX-08", "2004-01-08", "2004-12-08", "day 8 of a month of 2004"),
    ("2004-XX-31", "2004-01-31", "2004-12-31", "day 31 of a month of 2004"),
    ("1X3X", "1030-01-01", "1939-12-31", "1X3X"),
    ("2XXX", "2000-01-01", "2999-12-31", "2XXX"),
    ("XXXX", "0000-01-01", "9999-12-31", "XXXX"),
    ("XXXX-02-29", "0000-02-29", "9996-02-29", "29 February XXXX"),
    ("190X-02-29", "1904-02-29", "1908-02-29", "29 February 190X"),
    ("-156X", "-1569-01-01", "-1560-12-31", "year -156X"),
    ("-000X", "-0009-01-01", "-0001-12-31", "year -000X"),
    ("201X-22", "2010-06-01", "2019-08-31", "summer 201X"),
    ("201X-24", "2010-12-01", "2020-02-29", "winter 201X"),
    ("156X~-12", "1560-12-01", "1569-12-31", "December 156X, year approximate"),
    (
      "2004-06-XX/2004-07-0X", "2004-06-01", "2004-07-09",
      "June 2004 (day unknown) to 0X July 2004"
    ),
    ("15XX/1550", "1500-01-01", "1550-12-31", "1500–1599 to 1550"),
    // Times of day, which bound nothing.
    ("2016-08-08T23:20:30", "2016-08-08", "2016-08-08", "8 August 2016, 23:20:30"),
    ("2016-08-08T00:00:00Z", "2016-08-08", "2016-08-08", "8 August 2016, 00:00:00 UTC"),
    ("2016-08-08T23:20:30+04:30", "2016-08-08", "2016-08-08", "8 August 2016, 23:20:30 UTC+04:30"),
    ("2016-08-08T23:20:30-05", "2016-08-08", "2016-08-08", "8 August 2016, 23:20:30 UTC-05"),
    ("-0043-03-15T23:59:60", "-0043-03-15", "-0043-03-15", "15 March 44 BC, 23:59:60"),
  ])
  func meansInLevelTwo(text: String, earliest: String, latest: String, words: String) throws {
    try expect(text, earliest, latest, words)
  }

  private func expect(
    _ text: String, _ earliest: String, _ latest: String, _ words: String
  ) throws {
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
    ("2016-08-08/2016-08-08", false, false, true),
    ("?2004-06-~11", true, true, true), ("[2014,2016~]", false, true, false),
    ("[2016-08-08]", false, false, true), ("Y170000002", false, false, false),
  ])
  func isMarked(text: String, uncertain: Bool, approximate: Bool, singleDay: Bool) throws {
    let date = try ExtendedDate(reading: text)
    #expect(date.isUncertain == uncertain)
    #expect(date.isApproximate == approximate)
    #expect(date.isSingleDay == singleDay)
  }

  @Test func aSetTellsItsGaps() throws {
    let set = try ExtendedDate(reading: "[1667,1670..1672,1760-12..]")
    #expect(set.members.map(\.words) == ["1667", "1670 to 1672", "from 1 December 1760"])
    #expect(try ExtendedDate(reading: "2014/2016").members.map(\.words) == ["2014 to 2016"])
    #expect(try ExtendedDate(reading: "1X3X").members.count == 1)
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
