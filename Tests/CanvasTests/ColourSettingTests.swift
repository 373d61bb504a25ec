import Canvas
import Testing

@Suite struct ColourSettingTests {
  static let good: [(String, ColourSetting)] = [
    ("cyan", ColourSetting(.number(6))), ("bright-white", ColourSetting(.number(15))),
    ("208 underline", ColourSetting(.number(208), .underline)), ("bold", ColourSetting(nil, .bold)),
    ("#5fAfff", ColourSetting(.rgb(red: 0x5F, green: 0xAF, blue: 0xFF))),
    ("default", ColourSetting()), (" bold  dim red ", ColourSetting(.number(1), [.bold, .dim])),
  ]

  @Test(arguments: good) func itReadsAndReadsBack(_ text: String, _ colour: ColourSetting) throws {
    let read = try ColourSetting(reading: text)
    #expect(read == colour)
    #expect(try ColourSetting(reading: read.description) == read)
  }

  static let bad: [(String, Int)] = [
    ("", 1), ("rde", 1), ("bold rde", 6), ("red blue", 5), ("256", 1), ("007", 1), ("-1", 1),
    ("#12345", 1), ("#+12345", 1), ("red default", 5), ("#5fafff0", 1),
  ]

  @Test(arguments: bad) func whatIsNoColourHasItsColumn(_ text: String, _ column: Int) {
    #expect { try ColourSetting(reading: text) } throws: {
      ($0 as? ColourProblem)?.column == column
    }
  }
}
