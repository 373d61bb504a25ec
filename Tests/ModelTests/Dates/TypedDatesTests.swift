import Model
import Testing

@Suite struct TypedDatesTests {
  /// Text, first day, last day, words.
  @Test(arguments: [
    ("2016", "2016-01-01", "2016-12-31", "2016"),
    ("2016-08", "2016-08-01", "2016-08-31", "1 to 31 August 2016"),
    ("2016-08-08", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("Aug 2016", "2016-08-01", "2016-08-31", "1 to 31 August 2016"),
    ("august 2016", "2016-08-01", "2016-08-31", "1 to 31 August 2016"),
    ("Aug. 2016", "2016-08-01", "2016-08-31", "1 to 31 August 2016"),
    ("Sept 2016", "2016-09-01", "2016-09-30", "1 to 30 September 2016"),
    ("8 Aug 2016", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("8 August 2016", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("Aug 8 2016", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("August 8, 2016", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("  AUGUST   8th ,2016 ", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("1st may 2016", "2016-05-01", "2016-05-01", "1 May 2016"),
    ("29 Feb 2016", "2016-02-29", "2016-02-29", "29 February 2016"),
    ("summer 2014", "2014-06-01", "2014-08-31", "June to August 2014"),
    ("fall 2014", "2014-09-01", "2014-11-30", "September to November 2014"),
    ("Winter 2015", "2015-12-01", "2016-02-29", "December 2015 to February 2016"),
    ("early 2014", "2014-01-01", "2014-04-30", "January to April 2014"),
    ("mid 2014", "2014-05-01", "2014-08-31", "May to August 2014"),
    ("Mid-2014", "2014-05-01", "2014-08-31", "May to August 2014"),
    ("late 2014", "2014-09-01", "2014-12-31", "September to December 2014"),
    ("2010s", "2010-01-01", "2019-12-31", "2010 to 2019"),
    ("201x", "2010-01-01", "2019-12-31", "2010 to 2019"),
    ("2015~", "2015-01-01", "2015-12-31", "2015, possibly 2014 to 2016"),
    ("2004-06-XX?", "2004-06-01", "2004-06-30", "1 to 30 June 2004"),
    ("2014-22", "2014-06-01", "2014-08-31", "June to August 2014"),
    ("y17000", "+17000-01-01", "+17000-12-31", "year 17000"),
    ("-0043", "-0043-01-01", "-0043-12-31", "44 BC"),
    ("2014/2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("2014-06/..", "2014-06-01", "distant future", "from 1 June 2014"),
    ("2014-06/", "2014-06-01", "distant future", "from 1 June 2014"),
    ("../2016", "distant past", "2016-12-31", "until 31 December 2016"),
    ("Aug 2014 / Sep 2014", "2014-08-01", "2014-09-30", "August to September 2014"),
    ("2014..2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("2016-08..2016-11", "2016-08-01", "2016-11-30", "August to November 2016"),
    ("23 July 2016 .. 12 Nov 2016", "2016-07-23", "2016-11-12", "23 July to 12 November 2016"),
    ("late 2014..2010s", "2014-09-01", "2019-12-31", "September 2014 to December 2019"),
    ("..2015", "distant past", "2015-12-31", "until 31 December 2015"),
    ("2009..", "2009-01-01", "distant future", "from 1 January 2009"),
    ("before 2015", "distant past", "2014-12-31", "until 31 December 2014"),
    ("after 8 Aug 2016", "2016-08-09", "distant future", "from 9 August 2016"),
    ("Since 2016", "2016-01-01", "distant future", "from 1 January 2016"),
    ("from Aug 2016", "2016-08-01", "distant future", "from 1 August 2016"),
    ("until  2016", "distant past", "2016-12-31", "until 31 December 2016"),
  ])
  func means(text: String, first: String, last: String, words: String) throws {
    let typed = try TypedDates(reading: text)
    #expect(typed.range.first.description == first)
    #expect(typed.range.last.description == last)
    #expect(typed.words == words)
    #expect(!typed.isReversed)
  }

  /// Two dates in words, approximate ones, and what was added to the forms above.
  @Test(arguments: [
    ("2014-2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("2014–2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("2014 — 2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("2014--2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("2016−08‑08", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("2014 to 2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("From 2014  until 2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("from 2014-2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("between 2014 and 2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("BETWEEN May AND July 2014", "2014-05-01", "2014-07-31", "May to July 2014"),
    ("from May to July 2014", "2014-05-01", "2014-07-31", "May to July 2014"),
    ("May–July 2014", "2014-05-01", "2014-07-31", "May to July 2014"),
    ("May 2014 - July 2015", "2014-05-01", "2015-07-31", "May 2014 to July 2015"),
    ("May..July 2014", "2014-05-01", "2014-07-31", "May to July 2014"),
    ("spring to autumn 2014", "2014-03-01", "2014-11-30", "March to November 2014"),
    ("early-mid 2014", "2014-01-01", "2014-08-31", "January to August 2014"),
    ("8-10 August 2016", "2016-08-08", "2016-08-10", "8 to 10 August 2016"),
    ("8 to 10 August 2016", "2016-08-08", "2016-08-10", "8 to 10 August 2016"),
    ("between 8 and 10 August 2016", "2016-08-08", "2016-08-10", "8 to 10 August 2016"),
    ("August 8–10, 2016", "2016-08-08", "2016-08-10", "8 to 10 August 2016"),
    ("30 July - 2 August 2016", "2016-07-30", "2016-08-02", "30 July to 2 August 2016"),
    ("2016-08-08 - 2016-08-10", "2016-08-08", "2016-08-10", "8 to 10 August 2016"),
    ("2016-08-08-2016-08-10", "2016-08-08", "2016-08-10", "8 to 10 August 2016"),
    ("winter 2014–15", "2014-12-01", "2015-02-28", "December 2014 to February 2015"),
    ("winter 2014-2015", "2014-12-01", "2015-02-28", "December 2014 to February 2015"),
    ("Aug-2016", "2016-08-01", "2016-08-31", "1 to 31 August 2016"),
    ("8-Aug-2016", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("from 2014..2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("2014…2016", "2014-01-01", "2016-12-31", "2014 to 2016"),
    ("from mid-2014", "2014-05-01", "distant future", "from 1 May 2014"),
    ("from Aug-2016", "2016-08-01", "distant future", "from 1 August 2016"),
    ("from 2016-08-08", "2016-08-08", "distant future", "from 8 August 2016"),
    ("Q3 2014", "2014-07-01", "2014-09-30", "July to September 2014"),
    ("early August 2016", "2016-08-01", "2016-08-10", "1 to 10 August 2016"),
    ("mid-August 2016", "2016-08-11", "2016-08-20", "11 to 20 August 2016"),
    ("late February 2016", "2016-02-21", "2016-02-29", "21 to 29 February 2016"),
    ("late summer 2014", "2014-08-01", "2014-08-31", "1 to 31 August 2014"),
    ("late winter 2014", "2015-02-01", "2015-02-28", "1 to 28 February 2015"),
    ("early 1990s", "1990-01-01", "1993-12-31", "1990 to 1993"),
    ("late 1990s", "1997-01-01", "1999-12-31", "1997 to 1999"),
    ("in the summer of 2014", "2014-06-01", "2014-08-31", "June to August 2014"),
    ("8th of August 2016", "2016-08-08", "2016-08-08", "8 August 2016"),
    ("by 2016", "distant past", "2016-12-31", "until 31 December 2016"),
    ("till 2016", "distant past", "2016-12-31", "until 31 December 2016"),
    ("after May 2014", "2014-06-01", "distant future", "from 1 June 2014"),
    ("around 2015", "2015-01-01", "2015-12-31", "2015, possibly 2014 to 2016"),
    ("About 2015", "2015-01-01", "2015-12-31", "2015, possibly 2014 to 2016"),
    ("circa 2015", "2015-01-01", "2015-12-31", "2015, possibly 2014 to 2016"),
    ("c. 2015", "2015-01-01", "2015-12-31", "2015, possibly 2014 to 2016"),
    ("c.2015", "2015-01-01", "2015-12-31", "2015, possibly 2014 to 2016"),
    ("~2015", "2015-01-01", "2015-12-31", "2015, possibly 2014 to 2016"),
    (
      "around 8 August 2016", "2016-08-08", "2016-08-08",
      "8 August 2016, possibly 5 to 11 August 2016"
    ),
    (
      "around Aug 2016", "2016-08-01", "2016-08-31",
      "1 to 31 August 2016, possibly July to September 2016"
    ),
    ("around 2014..2016", "2014-01-01", "2016-12-31", "2014 to 2016, possibly 2013 to 2016"),
    (
      "before around 2015", "distant past", "2014-12-31",
      "until 31 December 2014, possibly until 31 December 2015"
    ),
    (
      "after c. 2015", "2016-01-01", "distant future",
      "from 1 January 2016, possibly from 1 January 2015"
    ),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", "1667 to 1672"),
    ("156x-12-25", "1560-12-25", "1569-12-25", "25 December 1560 to 25 December 1569"),
    ("2016-08-08t23:20:30z", "2016-08-08", "2016-08-08", "8 August 2016"),
  ])
  func meansInWords(text: String, first: String, last: String, words: String) throws {
    try means(text: text, first: first, last: last, words: words)
  }

  @Test(arguments: ["undated", "  UNDATED ", "no  date", "n.d."])
  func undatedIsNoDay(text: String) throws {
    let typed = try TypedDates(reading: text)
    #expect(typed.isUndated && typed.notice == nil)
    #expect(typed.words == "undated")
    #expect(typed.range == DayRange(first: .distantFuture, last: .distantFuture))
    #expect(try !TypedDates(reading: "2016").isUndated)
  }

  @Test func swappingIsSaid() throws {
    #expect(
      try TypedDates(reading: "2016..2014").notice
        == "The first date was after the second; they were swapped: 2014 to 2016.")
    #expect(try TypedDates(reading: "2014..2016").notice == nil)
    #expect(try TypedDates(reading: "2014..").notice == nil)
  }

  @Test(arguments: [
    ("2016..2014", "2014..2016"), ("2016/2014", "2014..2016"),
    ("2016-2014", "2014..2016"), ("from July to May 2014", "May..July 2014"),
    ("between 2016 and around 2014", "around 2014..2016"), ("10-8 August 2016", "8-10 August 2016"),
    ("8 Aug 2016..7 Aug 2016", "2016-08-07..2016-08-08"), ("2010s..1990s", "1990..2019"),
  ])
  func reversedRangesAreSwapped(text: String, meant: String) throws {
    let typed = try TypedDates(reading: text)
    #expect(typed.isReversed)
    #expect(try typed.range == TypedDates(reading: meant).range)
  }

  @Test func aPartOfTheOtherEndIsNotReversed() throws {
    let typed = try TypedDates(reading: "2016-08..2016")
    #expect(!typed.isReversed)
    #expect(typed.words == "August to December 2016")
  }

  /// Marked text, offending text, remedy.
  @Test(arguments: [
    ("‸", "", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("   ‸", "", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("before‸", "", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("‸8/8/2016", "8/8/2016", "Write 2016-08-08."),
    ("‸08.08.2016", "08.08.2016", "Write 2016-08-08."),
    ("‸8-8-2016", "8-8-2016", "Write 2016-08-08."),
    (
      "‸8/9/2016", "8/9/2016",
      "Write 2016-09-08 for 8 September 2016, or 2016-08-09 for 9 August 2016."
    ),
    ("‸25/8/2016", "25/8/2016", "Write 2016-08-25."),
    ("‸8/25/2016", "8/25/2016", "Write 2016-08-25."),
    (
      "‸40/40/2016", "40/40/2016",
      "Write the year first and with four digits, then month and day: 2016-08-08."
    ),
    (
      "‸8/8/16", "8/8/16",
      "Write the year first and with four digits, then month and day: 2016-08-08."
    ),
    (
      "2014..‸8.9.2016", "8.9.2016",
      "Write 2016-09-08 for 8 September 2016, or 2016-08-09 for 9 August 2016."
    ),
    ("since ‸8-8-2016", "8-8-2016", "Write 2016-08-08."),
    ("‸16", "16", "Write the year with four digits, such as 2016."),
    ("Aug ‸16", "16", "Write the year with four digits, such as 2016."),
    ("8 Aug ‸16", "16", "Write the year with four digits, such as 2016."),
    ("summer ‸14", "14", "Write the year with four digits, such as 2016."),
    ("‸August", "August", "Add the year, with four digits: August 2016."),
    ("‸8 August", "8 August", "Add the year, with four digits: 8 August 2016."),
    ("2014..‸summer", "summer", "Add the year, with four digits: summer 2016."),
    ("‸Agust 2016", "Agust", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("8 ‸Agust 2016", "Agust", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("2016 ‸Aug", "Aug", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    (
      "8 Aug 2016 ‸at noon", "at noon",
      "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."
    ),
    ("Aug 2014..‸30 Feb 2016", "30", "February 2016 has 29 days: write 2016-02-29 for its last."),
    ("Feb ‸0 2016", "0", "February 2016 has 29 days: write 2016-02-29 for its last."),
    (
      "before 2016-‸13", "13",
      "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 41, has no day."
    ),
    ("2014 .. 2016-02-‸30", "30", "February 2016 has 29 days: write 2016-02-29 for its last."),
    (
      "2016-08-08 ‸12:00", "12:00",
      "Leave the time away and write the day alone, such as 2016-08-08."
    ),
    (
      "‸between 2014", "between 2014", "Add the second date: between 2014 and 2016."
    ),
    ("between 2014 and‸", "", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("‸May to July", "May", "Add the year, with four digits: May 2016."),
    ("May 2014 to ‸July", "July", "Add the year, with four digits: July 2016."),
    (
      "from ‸30 Feb to 2 March 2016", "30",
      "February 2016 has 29 days: write 2016-02-29 for its last."
    ),
    ("2016 ‸the", "the", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("‸8/8/2016-9/9/2016", "8/8/2016", "Write 2016-08-08."),
    ("between‸", "", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("8-‸10 August", "10 August", "Add the year, with four digits: 10 August 2016."),
    ("8 to ‸10 August", "10 August", "Add the year, with four digits: 10 August 2016."),
    ("‸May-July", "May", "Add the year, with four digits: May 2016."),
    ("8-‸32 August 2016", "32", "August 2016 has 31 days: write 2016-08-31 for its last."),
    (
      "2014-‸15", "15",
      "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 41, has no day."
    ),
    ("‸late August", "late August", "Add the year, with four digits: late August 2016."),
    ("around‸", "", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("around ‸15", "15", "Write the year with four digits, such as 2016."),
    (
      "before ‸undated", "undated",
      "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."
    ),
    (
      "between 2014 and ‸8/9/2016", "8/9/2016",
      "Write 2016-09-08 for 8 September 2016, or 2016-08-09 for 9 August 2016."
    ),
    ("1950‸S2", "S2", "Write 19XX."),
    (
      "‸[..1984,1990..]", "[..1984,1990..]",
      "Write a date on at least one side, such as 2014/.. or ../2016."
    ),
    (
      "2016-08-08‸t12:00", "T12:00",
      "Leave the time away and write the day alone, such as 2016-08-08."
    ),
    ("‸Y1000000", "Y1000000", "Write a year of at most 6 digits."),
    ("‸..", "..", "Write a date on at least one side, such as 2014/.. or ../2016."),
    ("‸../..", "../..", "Write a date on at least one side, such as 2014/.. or ../2016."),
    ("2016-‸8-8", "8", "Write 2016-08-08."),
    ("‸20160808", "20160808", "Write 2016-08-08."),
    (
      "2014..‸2015..2016", "2015..2016",
      "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."
    ),
  ])
  func isRefused(marked: String, offending: String, remedy: String) {
    let input = Marked(marked)
    let problem = #expect(throws: DateProblem.self) { try TypedDates(reading: input.text) }
    #expect(problem?.column == input.column)
    #expect(problem?.text == offending)
    #expect(problem?.remedy == remedy)
  }
}
