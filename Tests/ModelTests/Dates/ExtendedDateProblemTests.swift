import Model
import Testing

/// What is refused: `‸` stands before the offending text.
@Suite struct ExtendedDateProblemTests {
  /// Marked text, offending text, remedy.
  @Test(arguments: [
    ("‸", "", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("‸hello", "hello", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("‸?", "?", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("2016‸-", "-", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("2016-08-08‸-09", "-09", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("2016-‸8-8", "8", "Write 2016-08-08."),
    ("2016-‸o8", "o8", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("‸20160808", "20160808", "Write 2016-08-08."),
    ("2016/8‸/8", "/8", "Write 2016-08-08."),
    ("‸2014..2016", "2014..2016", "Write 2014/2016."),
    ("2014-‸2016", "2016", "Write 2014/2016."),
    ("‸..2016", "..2016", "Write ../2016."),
    ("‸2016..", "2016..", "Write 2016/.."),
    ("‸17000", "17000", "Write Y17000."),
    ("‸Y2016", "Y2016", "Write 2016."),
    ("2016-‸xx", "xx", "Write 2016-XX."),
    ("‸August 2016", "August 2016", "Write 2016-08."),
    ("‸8 August 2016", "8 August 2016", "Write 2016-08-08."),
    ("‸ 2016", " 2016", "Write 2016."),
    ("‸٢٠١٦", "٢٠١٦", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("‸-0000", "-0000", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
    ("‸16", "16", "Write the year with four digits, such as 2016."),
    ("2014/‸216", "216", "Write the year with four digits, such as 2016."),
    ("‸Y1234567890", "Y1234567890", "Write a year of at most 9 digits."),
    (
      "‸Y99999999999999999999999999", "Y99999999999999999999999999",
      "Write a year of at most 9 digits."
    ),
    (
      "2016-‸13", "13",
      "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 41, has no day."
    ),
    (
      "2016-‸00-00", "00",
      "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 41, has no day."
    ),
    (
      "2016-‸21-08", "21",
      "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 41, has no day."
    ),
    ("2016-02-‸30", "30", "February 2016 has 29 days: write 2016-02-29 for its last."),
    ("2015-02-‸29", "29", "February 2015 has 28 days: write 2015-02-28 for its last."),
    ("2016-08-‸00", "00", "August 2016 has 31 days: write 2016-08-31 for its last."),
    ("2016-01/2016-04-‸31~", "31", "April 2016 has 30 days: write 2016-04-30 for its last."),
    (
      "2016-08-08‸T12:00", "T12:00",
      "Leave the time away and write the day alone, such as 2016-08-08."
    ),
    (
      "2016-08-08‸T24:00:00", "T24:00:00",
      "Leave the time away and write the day alone, such as 2016-08-08."
    ),
    (
      "2016-08-08~‸T12:00:00", "T12:00:00",
      "Leave the time away and write the day alone, such as 2016-08-08."
    ),
    (
      "2016-08-08‸T12:00:00/2016-08-09", "T12:00:00",
      "Leave the time away and write the day alone, such as 2016-08-08."
    ),
    (
      "2016-08-08‸ 00:00:00.000", " 00:00:00.000",
      "Leave the time away and write the day alone, such as 2016-08-08."
    ),
    ("‸../..", "../..", "Write a date on at least one side, such as 2014/.. or ../2016."),
    ("‸/", "/", "Write a date on at least one side, such as 2014/.. or ../2016."),
    ("‸..", "..", "Write a date on at least one side, such as 2014/.. or ../2016."),
    ("‸2016/2014", "2016/2014", "Write 2014/2016."),
    ("‸2016-08-08/2016-08-07", "2016-08-08/2016-08-07", "Write 2016-08-07/2016-08-08."),
    ("‸Y999999999/Y999999998", "Y999999999/Y999999998", "Write Y999999998/Y999999999."),
  ])
  func isRefused(marked: String, offending: String, remedy: String) {
    let input = Marked(marked)
    let problem = #expect(throws: DateProblem.self) { try ExtendedDate(reading: input.text) }
    #expect(problem?.column == input.column)
    #expect(problem?.text == offending)
    #expect(problem?.remedy == remedy)
  }

  /// Level 2: marked text, offending text, remedy.
  @Test(arguments: [
    ("1950‸S2", "S2", "Write 19XX."),
    ("1950‸S3", "S3", "Write 195X."),
    ("-1950‸S2", "S2", "Write -19XX."),
    ("1950‸S4", "S4", "Write 1950."),
    ("Y17‸E7", "E7", "Write Y170000000."),
    ("Y-17‸E7", "E7", "Write Y-170000000."),
    ("Y17321‸S3", "S3", "Write [Y17300..Y17399]."),
    ("Y-17321‸S3", "S3", "Write [Y-17399..Y-17300]."),
    ("Y3388‸E2S3", "E2S3", "Write [Y338000..Y338999]."),
    (
      "Y17‸E70", "E70",
      "Write the year in full, or several as a set, such as [Y17000..Y17999]."
    ),
    (
      "Y17‸E7S999999999999999999999", "E7S999999999999999999999",
      "Write the year in full, or several as a set, such as [Y17000..Y17999]."
    ),
    ("‸[2014,2016", "[2014,2016", "Write [2014,2016]."),
    ("‸[2014, 2016", "[2014, 2016", "Write [2014,2016]."),
    ("[2014,‸ 2016]", " 2016", "Write [2014,2016]."),
    ("[‸2014/2016]", "2014/2016", "Write [2014..2016]."),
    ("‸{2014,2016]", "{2014,2016]", "Write {2014,2016}."),
    (
      "[‸]", "", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."
    ),
    (
      "[2014,‸,2016]", "", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."
    ),
    ("[‸..]", "..", "Write a date on at least one side, such as 2014/.. or ../2016."),
    ("[2014,‸2016..2015]", "2016..2015", "Write 2015..2016."),
    ("[2014,2015-‸13]", "13", Self.months),
    (
      "[1760,‸..1667]", "..1667",
      "Begin the set with what is open before it, and end it with what is open after it: "
        + "[..1667,1760..]."
    ),
    (
      "{‸1667..,1760}", "1667..",
      "Begin the set with what is open before it, and end it with what is open after it: "
        + "[..1667,1760..]."
    ),
    ("2016‸?~", "?", Self.marks),
    ("20‸?16", "?", Self.marks),
    ("?‸~2016", "~", Self.marks),
    ("2016-~‸?08", "?", Self.marks),
    ("156X-‸13", "13", Self.months),
    ("1984-‸2X", "2X", Self.months),
    ("2015-02-‸3X", "3X", "February 2015 has 28 days: write 2015-02-28 for its last."),
    ("15XX-02-‸30", "30", "February 1504 has 29 days: write 1504-02-29 for its last."),
    ("190X-02-‸30", "30", "February 1904 has 29 days: write 1904-02-29 for its last."),
    ("1984-‸42", "42", Self.months),
    ("‸-0000-XX", "-0000", "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016."),
  ])
  func isRefusedInLevelTwo(marked: String, offending: String, remedy: String) {
    isRefused(marked: marked, offending: offending, remedy: remedy)
  }

  private static let months =
    "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 41, has no day."
  private static let marks =
    "Write one of ? ~ % (uncertain, approximate, both) before or after a year, a month or a day."

  @Test(arguments: [
    "‸20X", "‸XXXXX", "2004-06-‸X", "2004-‸X", "2004/‸20X", "‸Y1700X", "2004-‸XXX-01",
  ])
  func otherPlacesOfXAreRefused(marked: String) {
    let input = Marked(marked)
    let problem = #expect(throws: DateProblem.self) { try ExtendedDate(reading: input.text) }
    #expect(problem?.column == input.column)
    guard case .misplacedX = problem else {
      Issue.record("\(input.text): \(String(describing: problem))")
      return
    }
  }

  @Test func messagesNameTheTextAndStayShort() {
    let month = #expect(throws: DateProblem.self) { try ExtendedDate(reading: "2016-13") }
    #expect(month?.message == "there is no month “13”")
    let day = #expect(throws: DateProblem.self) { try ExtendedDate(reading: "2016-02-30") }
    #expect(day?.message == "February 2016 has no day “30”")
    let long = String(repeating: "9", count: 100_000)
    let year = #expect(throws: DateProblem.self) { try ExtendedDate(reading: "Y" + long) }
    #expect((year?.message.count ?? 0) < 100)
  }
}
