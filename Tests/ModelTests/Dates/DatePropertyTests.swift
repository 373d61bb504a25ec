import Model
import TestSupport
import Testing

/// What holds of any date and of any text; each failure names the seed that repeats it.
@Suite struct DatePropertyTests {
  private static let rounds = 4000

  @Test func aDatePrintsToWhatItWasReadFrom() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var dates = WrittenDates(seed: seed)
    for _ in 0..<Self.rounds {
      let text = dates.next()
      do {
        let date = try ExtendedDate(reading: text)
        #expect(date.description == text, "seed \(seed)")
        #expect(date.earliest <= date.latest, "\(text), seed \(seed)")
        #expect(!date.words.isEmpty, "\(text), seed \(seed)")
        #expect(try ExtendedDate(reading: date.description) == date, "\(text), seed \(seed)")
      } catch {
        Issue.record("\(text): \(error), seed \(seed)")
      }
    }
  }

  /// Typed as EDTF, a date means the days it means there.
  @Test func typingEDTFMeansItsSpan() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var dates = WrittenDates(seed: seed)
    for _ in 0..<Self.rounds {
      let text = dates.next()
      let date = try ExtendedDate(reading: text)
      do {
        let typed = try TypedDates(reading: " \(text.lowercased()) ")
        #expect(typed.range == date.span, "\(text), seed \(seed)")
      } catch {
        switch error {
        case .yearTooLong: break
        case .noEnds where date.earliest == .distantPast && date.latest == .distantFuture: break
        default: Issue.record("\(text): \(error), seed \(seed)")
        }
      }
    }
  }

  /// Members, the widened span and the sure days stand to the span as they must.
  @Test func spansHoldEachOther() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var dates = WrittenDates(seed: seed)
    for _ in 0..<Self.rounds {
      let date = try ExtendedDate(reading: dates.next())
      let comment: Comment = "\(date), seed \(seed)"
      #expect(date.members.allSatisfy { date.span.contains($0) && $0.first <= $0.last }, comment)
      #expect(date.members.map(\.first).min() == date.earliest, comment)
      #expect(date.members.map(\.last).max() == date.latest, comment)
      #expect(date.widened.contains(date.span), comment)
      if !date.isApproximate { #expect(date.widened == date.span, comment) }
      #expect(date.sure(.within) == nil, comment)
      for extent in Extent.allCases {
        #expect(date.certainty(extent, in: date.span) == .certainly, comment)
        if let sure = date.sure(extent) {
          #expect(sure.first <= sure.last && date.span.contains(sure), comment)
        }
      }
    }
  }

  @Test func theOrderIsTotal() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var dates = WrittenDates(seed: seed)
    for _ in 0..<Self.rounds {
      let one = try ExtendedDate(reading: dates.next())
      let other = try ExtendedDate(reading: dates.next())
      let relations = [one < other, other < one, one == other].filter { $0 }
      #expect(relations.count == 1, "\(one) and \(other), seed \(seed)")
    }
  }

  /// Random characters, and dates with characters lost, doubled, swapped in or put in.
  @Test func anyTextGivesAValueOrAProblemWithAPlaceInIt() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var texts = HostileTexts(seed: seed)
    for _ in 0..<(Self.rounds * 3) {
      let text = texts.next()
      do {
        let date = try ExtendedDate(reading: text)
        #expect(date.description == text, "seed \(seed)")
        #expect(date.earliest <= date.latest, "\(text), seed \(seed)")
      } catch {
        expectPlace(of: error, in: text, seed: seed)
      }
      do {
        let typed = try TypedDates(reading: text)
        #expect(typed.range.first <= typed.range.last, "\(text), seed \(seed)")
        #expect(typed.words != "any day" && typed.words != "no day", "\(text), seed \(seed)")
      } catch {
        expectPlace(of: error, in: text, seed: seed)
      }
    }
  }

  private func expectPlace(of problem: DateProblem, in text: String, seed: UInt64) {
    #expect((1...(text.count + 1)).contains(problem.column), "\(text): \(problem), seed \(seed)")
    let isDash = { (character: Character) in "-‐‑‒–—―−".contains(character) }
    let found = String(text.map { isDash($0) ? "-" : $0 }).dropFirst(problem.column - 1)
      .lowercased()
    #expect(
      found.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .hasPrefix(
          String(problem.text.map { isDash($0) ? "-" : $0 }).lowercased().split(
            whereSeparator: \.isWhitespace
          ).joined(separator: " ")),
      "\(text): \(problem), seed \(seed)")
    #expect(!problem.message.isEmpty && problem.message.last != ".")
    #expect(problem.remedy.last == ".")
  }
}

/// Texts that are nearly dates, and texts that are not.
private struct HostileTexts {
  private static let signs = Array(
    "0123456789XxYyTtEeSs?~%/-.,:[]{} \t\n+–٢é\u{0301}\u{202E}\u{0}👨‍👩‍👧‍👦augsummerlatebefore tocirca,—")
  private static let edtf = Array("0123456789XX--~?%[]{},../YESTZ:+")
  private static let typed = [
    "8 August 2016", "Aug 8th, 2016", "summer 2014", "late 2014", "2010s", "before 2015",
    "after 8 Aug 2016", "2014..2016", "..2016", "8/8/2016", "since 2015", "2016-08-08T12:00:00Z",
    "8-10 August 2016", "from May to July 2014",
    "between 2014 and 2016", "August 8–10, 2016", "winter 2014–15", "late August 2016", "undated",
    "around 2015", "c. 2015..c. 2016", "[1667,1668,1670..1672]", "early-mid 2014",
  ]

  private var dates: WrittenDates

  init(seed: UInt64) { dates = WrittenDates(seed: seed) }

  mutating func next() -> String {
    if dates.generator.oneIn(4) {
      let length = Int.random(in: 0...24, using: &dates.generator)
      let alphabet = dates.generator.oneIn(2) ? Self.edtf : Self.signs
      return String((0..<length).map { _ in dates.generator.pick(alphabet) })
    }
    var text = Array(dates.generator.oneIn(2) ? dates.next() : dates.generator.pick(Self.typed))
    for _ in 0..<Int.random(in: 1...3, using: &dates.generator) { mutate(&text) }
    return String(text)
  }

  private mutating func mutate(_ text: inout [Character]) {
    guard !text.isEmpty else { return }
    let index = Int.random(in: text.indices, using: &dates.generator)
    switch Int.random(in: 0..<4, using: &dates.generator) {
    case 0: text.remove(at: index)
    case 1: text.insert(dates.generator.pick(Self.signs), at: index)
    case 2: text[index] = dates.generator.pick(Self.signs)
    default: text.insert(contentsOf: text[index...], at: index)
    }
  }
}
