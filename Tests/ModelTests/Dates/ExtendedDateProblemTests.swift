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
      "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 24, has no day."
    ),
    (
      "2016-‸00-00", "00",
      "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 24, has no day."
    ),
    (
      "2016-‸21-08", "21",
      "Write a month from 01 to 12, or XX where it is unknown; a season, 21 to 24, has no day."
    ),
    ("2016-02-‸30", "30", "February 2016 has 29 days: write 2016-02-29 for its last."),
    ("2015-02-‸29", "29", "February 2015 has 28 days: write 2015-02-28 for its last."),
    ("2016-08-‸00", "00", "August 2016 has 31 days: write 2016-08-31 for its last."),
    ("2016-01/2016-04-‸31~", "31", "April 2016 has 30 days: write 2016-04-30 for its last."),
    (
      "2016-08-08‸T12:00:00Z", "T12:00:00Z",
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

  @Test(arguments: [
    "‸[2014,2016]", "‸{2014..2016}", "2016‸?-08", "2016-08‸~-08", "2016‸?~", "‸?2016", "Y17‸E7",
    "Y17000‸S2",
  ])
  func levelTwoIsRefused(marked: String) {
    let input = Marked(marked)
    let problem = #expect(throws: DateProblem.self) { try ExtendedDate(reading: input.text) }
    #expect(problem?.column == input.column)
    guard case .beyondLevelOne = problem else {
      Issue.record("\(input.text): \(String(describing: problem))")
      return
    }
  }

  @Test(arguments: [
    "‸2XXX", "‸XXXX", "‸2X1X", "‸201X-06", "‸-201X", "2004-‸1X", "2004-‸XX-08", "2004-06-‸1X",
    "2004-06-‸X", "‸201X-XX", "2004/‸20X5",
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
