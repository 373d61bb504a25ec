import TestSupport
import Testing

@testable import Model

/// Whole days are read by a way of their own, which must come to what the general one comes to.
@Suite struct PlainDaysTests {
  @Test func areReadAsAnyOtherDate() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    func digits(_ range: ClosedRange<Int>, _ count: Int) -> String {
      let text = "\(Int.random(in: range, using: &generator))"
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    func day() -> String {
      let sign = generator.oneIn(20) ? "/" : "-"
      return "\(digits(0...9999, 4))-\(digits(0...14, 2))\(sign)\(digits(0...33, 2))"
    }
    var read = 0
    for _ in 0..<20_000 {
      let text = generator.oneIn(2) ? day() : "\(day())/\(day())"
      let date = try? ExtendedDate(exactly: Array(text)[...])
      #expect(ExtendedDate(plainDays: text) == date, "\(text), seed \(seed)")
      if date != nil { read += 1 }
    }
    #expect(read > 1000)
  }

  @Test(arguments: [
    "2016-08", "2016-08-0X", "2016-08-08~", "2016-08-08T10:00:00", "２016-08-08", "",
  ])
  func leaveAllElse(text: String) { #expect(ExtendedDate(plainDays: text) == nil) }
}
