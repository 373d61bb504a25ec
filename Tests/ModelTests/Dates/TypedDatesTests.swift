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
    ("2015~", "2015-01-01", "2015-12-31", "2015"),
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

  @Test(arguments: [
    ("2016..2014", "2014..2016"), ("2016/2014", "2014..2016"),
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
      "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 24, has no day."
    ),
    ("2014 .. 2016-02-‸30", "30", "February 2016 has 29 days: write 2016-02-29 for its last."),
    (
      "2016-08-08 ‸12:00", "12:00",
      "Leave the time away and write the day alone, such as 2016-08-08."
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
    ("2014-‸2016", "2016", "Write 2014/2016."),
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
