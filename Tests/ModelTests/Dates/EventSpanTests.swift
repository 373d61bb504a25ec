import Model
import Testing

@Suite struct EventSpanTests {
  /// Text, the widened span.
  @Test(arguments: [
    ("2016-08-08", "8 August 2016"), ("2016-08-08?", "8 August 2016"),
    ("2016-08-08~", "5 to 11 August 2016"), ("2016-08-08%", "5 to 11 August 2016"),
    ("2016-08~", "July to September 2016"), ("2016-03-31~", "28 March to 3 April 2016"),
    ("2014-22~", "March to November 2014"), ("2014-40~", "July 2013 to December 2014"),
    ("2015~", "2014 to 2016"), ("201X~", "2005 to 2024"), ("20XX~", "1975 to 2124"),
    ("1X3X~", "AD 780 to 2189"), ("2016-XX~", "2015 to 2017"),
    ("2016-08-XX~", "July to September 2016"),
    ("2016-XX-XX~", "2015 to 2017"), ("156X-XX~", "1555 to 1574"),
    ("2004-06~-11", "11 May to 11 July 2004"), ("~2004-06-11", "11 June 2003 to 11 June 2005"),
    ("~2004-06-~11", "11 June 2003 to 11 June 2005"), ("2004-06-~11", "8 to 14 June 2004"),
    ("2014~/2016", "2013 to 2016"), ("2014/2016-08~", "January 2014 to September 2016"),
    ("2014~/..", "from 1 January 2013"), ("../2014~", "until 31 December 2015"),
    ("[2014~,2018]", "2013 to 2018"), ("[2014,2015~..]", "from 1 January 2014"),
    ("2016-02-29~", "26 February to 3 March 2016"),
    ("~2016-02-29", "28 February 2015 to 28 February 2017"),
    ("Y170000002~", "no day"), ("Y-5799999~", "5800001 BC to 5799999 BC"),
    ("Y-5800000~", "until 31 December 5800000 BC"),
  ])
  func isWidened(text: String, words: String) throws {
    #expect(try ExtendedDate(reading: text).widened.words == words)
  }

  /// Text, the days surely covered by what lasted throughout.
  @Test(arguments: [
    ("2014-05/2014-07", "31 May to 1 July 2014"),
    ("2014-05-03/2014-07-20", "3 May to 20 July 2014"),
    ("2014-05/2014-06", "31 May to 1 June 2014"), ("2014-05/2014-05", nil), ("2014-05", nil),
    ("2014/2014-07", nil), ("2016-08-08", "8 August 2016"),
    ("2014-05~/2014-07", "31 May to 1 July 2014"),
    ("2014-05-03/..", "3 May 2014"), ("2014-05-03/", "3 May 2014"), ("2014-05/..", nil),
    ("../2014-05-03", "3 May 2014"), ("201X", nil),
    ("2016-08-0X/2016-08-1X", "9 to 10 August 2016"),
    ("[2016-08-08]", "8 August 2016"), ("[2016-08-08,2016-08-09]", nil),
    ("[2014-05-03..2014-07-20]", nil), ("{2014-05-03..2014-07-20}", "3 May to 20 July 2014"),
    ("{2016-08-08,2016-08-09}", nil),
  ])
  func isSureThroughout(text: String, words: String?) throws {
    let date = try ExtendedDate(reading: text)
    #expect(date.sure(.throughout)?.words == words)
    #expect(date.sure(.within) == nil)
  }

  /// Date, typed range, certainty of what was within it, and of what lasted throughout.
  @Test(arguments: [
    // A siege that lasted from May to July is certainly in June; an attack in that time is not.
    ("2014-05/2014-07", "June 2014", Certainty.possibly, Certainty.certainly),
    ("2014-05/2014-07", "May 2014", .possibly, .certainly),
    ("2014-05/2014-07", "1 to 30 May 2014", .possibly, .possibly),
    ("2014-05/2014-07", "2014", .certainly, .certainly),
    ("2014-05/2014-07", "August 2014", .not, .not),
    ("2014", "June 2014", .possibly, .possibly), ("2014", "2014..2015", .certainly, .certainly),
    ("2014", "..2014", .certainly, .certainly), ("2014/..", "2014..", .certainly, .certainly),
    ("2014/..", "2020", .possibly, .possibly), ("../2014", "2020", .not, .not),
    // `~` widens the possible alone.
    ("2015", "2016", .not, .not), ("2015?", "2016", .not, .not),
    ("2015~", "2016", .possibly, .possibly),
    ("2015~", "2015", .certainly, .certainly), ("2015~", "2017", .not, .not),
    // What is typed as approximate does the same from the other side.
    ("2014-11-05", "around 2015", .possibly, .possibly),
    ("2015-11-05", "around 2015", .certainly, .certainly), ("2013", "around 2015", .not, .not),
    // A set has gaps.
    ("[2014,2016]", "2015", .not, .not), ("[2014,2016]", "2016", .possibly, .possibly),
    ("[2014,2016]", "2014..2016", .certainly, .certainly),
    ("[2014,2016~]", "2015", .possibly, .possibly),
    ("2014/..", "undated", .not, .not),
  ])
  func isCertain(
    text: String, typed: String, within: Certainty, throughout: Certainty
  ) throws {
    let date = try ExtendedDate(reading: text)
    let dates = try TypedDates(reading: typed)
    #expect(EventSpan(of: date).certainty(in: dates) == within)
    #expect(EventSpan(of: date, .throughout).certainty(in: dates) == throughout)
    if dates.widened == dates.range, !dates.isUndated {
      #expect(date.certainty(in: dates.range) == within)
      #expect(date.certainty(.throughout, in: dates.range) == throughout)
    }
  }

  @Test func noDayHasNothingInIt() throws {
    let date = try ExtendedDate(reading: "2016-08-08")
    let none = DayRange(first: date.latest.advanced(by: 1), last: date.earliest)
    #expect(date.certainty(.throughout, in: none) == .not)
  }
}
