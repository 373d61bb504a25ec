import Model
import Query
import Testing

@Suite struct QueryReaderTests {
  @Test func wordsAreAllWantedAndTheLastIsAPrefix() throws {
    #expect(
      try QueryReader.read("quetta hosp")
        == .all([.word("quetta", isPrefix: false), .word("hosp", isPrefix: true)]))
    #expect(try QueryReader.read("  ") == .everything)
  }

  @Test func fieldsTakeNamesInQuotationMarks() throws {
    #expect(try QueryReader.read("group:LeJ-A") == .field(.group, "LeJ-A"))
    #expect(try QueryReader.read("Place:\"Mazar e Sharif\"") == .field(.place, "Mazar e Sharif"))
  }

  @Test func phrasesNegationAlternativesAndParentheses() throws {
    #expect(
      try QueryReader.read("\"civil hospital\" -kabul")
        == .all([.phrase("civil hospital"), .not(.word("kabul", isPrefix: true))]))
    #expect(
      try QueryReader.read("(a OR b) c")
        == .all([
          .any([.word("a", isPrefix: false), .word("b", isPrefix: false)]),
          .word("c", isPrefix: true),
        ]))
  }

  @Test func datesAreReadAsPeopleTypeThem() throws {
    guard case .dates(let dates) = try QueryReader.read("date:2016-08..2016-11") else {
      Issue.record("no dates")
      return
    }
    #expect(dates.range.first.description == "2016-08-01")
    #expect(dates.range.last.description == "2016-11-30")
    #expect(try QueryReader.read("date:..2015").spans.first?.range.first == .distantPast)
    #expect(try QueryReader.read("date:undated") == .undated)
    #expect(try QueryReader.read("before:2015").spans.first?.range.last.description == "2014-12-31")
    let reversed = try QueryReader.read("date:2016..2014")
    #expect(reversed.spans.first?.dates.isReversed == true)
    #expect(reversed.notices.first?.text.hasSuffix("(ends swapped)") == true)
  }

  @Test(arguments: [
    ("date:8 Aug 2016", 1, "2016-08-08"), ("date:8 Aug 2016 quetta", 2, "2016-08-08"),
    ("date:Aug 2016 -x", 2, "2016-08-31"), ("date:2016 quetta", 2, "2016-12-31"),
    ("before:8 Aug 2016", 1, "2016-08-07"), ("(date:summer 2014) x", 2, "2014-08-31"),
  ])
  func aDateMayHaveSeveralWords(text: String, parts: Int, last: String) throws {
    let expression = try QueryReader.read(text)
    #expect(expression.spans.first?.range.last.description == last)
    if case .all(let all) = expression { #expect(all.count == parts) } else { #expect(parts == 1) }
    #expect(try QueryReader.read(expression.description) == expression)
  }

  /// The offending place is marked by ‸.
  @Test(arguments: [
    "quetta ‸foo:x", "‸group:", "a ‸\"open", "‸(a", "a‸)", "a OR‸", "a ‸- b", "date:‸8/8/2016",
    "date:2016-‸13", "date:\"‸many\"", "date:~‸many", "killed:‸many", "a wounded:‸>", "‸killed:",
    "‸=", "a ‸= b", "‸cites:", "asof:‸soon", "before:‸8/8/2016",
  ])
  func problemsPointAtTheirColumn(marked: String) throws {
    let column = marked.prefix { $0 != "‸" }.count + 1
    let text = marked.filter { $0 != "‸" }
    do {
      _ = try QueryReader.read(text)
      Issue.record("“\(text)” was read")
    } catch {
      #expect(error.column == column, "\(text): \(error.message)")
      #expect(!error.message.isEmpty && error.remedy.hasSuffix("."))
    }
  }

  @Test func whatIsPrintedReadsBack() throws {
    for text in [
      "a* b", "=a =\"b c\" d", "killed:>50 wounded:..9 killed:unknown", "date:~2016 in:x cites:y#3",
      "asof:2017-06 basis:alleged group:=TTP group:=\"A B\"", "a b", "a OR b", "(a OR b) c -d",
      "group:\"x y\" date:2016..", "\"p q\" date:undated",
    ] {
      let expression = try QueryReader.read(text)
      #expect(try QueryReader.read(expression.description) == expression, "\(text)")
    }
  }

  @Test func anyTextGivesAnExpressionOrAProblem() {
    let pieces = [
      "a", "OR", "-", "(", ")", "\"", ":", "group:", "date:", "2016", "..", " ", "é", "-(", "x:y",
      "\u{202E}", "=", "*", "killed:", ">", "asof:", "~",
    ]
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      do {
        let expression = try QueryReader.read(text)
        // A word OR is one only where a quotation mark comes right after it.
        if text.contains("OR\"") { continue }
        #expect(
          (try? QueryReader.read(expression.description)) == expression,
          "\(text): \(expression.description)")
      } catch {
        #expect((1...(text.count + 2)).contains(error.column), "\(text): \(error)")
      }
    }
  }

  @Test func figuresAreComparedInAnyForm() throws {
    func range(_ text: String) throws -> ClosedRange<Int32>? {
      guard case .figures(let figures) = try QueryReader.read(text) else { return -1 ... -1 }
      return figures.range
    }
    #expect(try range("killed:>50") == 51...Int32.max)
    #expect(try range("killed:>=50") == 50...Int32.max)
    #expect(try range("wounded:<50") == 0...49)
    #expect(try range("killed:<=50") == 0...50)
    #expect(try range("killed:=50") == 50...50)
    #expect(try range("killed:50") == 50...50)
    #expect(try range("killed:10..20") == 10...20)
    #expect(try range("killed:20..10") == 10...20)
    #expect(try range("killed:..20") == 0...20)
    #expect(try range("Killed:20..") == 20...Int32.max)
    #expect(try range("killed:unknown") == nil)
    for wrong in ["killed:<0", "killed:..", "killed:-1", "killed:>2147483647", "killed:5x"] {
      #expect(throws: QueryProblem.self) { try QueryReader.read(wrong) }
    }
    #expect(
      try QueryReader.read("killed:20..10").notices.map(\.text) == ["killed:20..10 (ends swapped)"])
  }

  @Test func namesToTheLetterAndPrefixes() throws {
    #expect(try QueryReader.read("=TTP") == .name("TTP"))
    #expect(try QueryReader.read("=\"Red Band\"") == .name("Red Band"))
    #expect(try QueryReader.read("group:=TTP") == .field(.group, "=TTP"))
    #expect(try QueryReader.read("group:=\"Red Band\"") == .field(.group, "=Red Band"))
    #expect(
      try QueryReader.read("quet* bomb")
        == .all([.word("quet", isPrefix: true), .word("bomb", isPrefix: true)]))
    #expect(try QueryReader.read("haji daud").asName == "haji daud")
    #expect(try QueryReader.read("=TTP").asName == "=TTP")
    #expect(try QueryReader.read("haji -daud").asName == nil)
  }

  @Test func aTildeWidensWhatIsPossibleOnly() throws {
    let month = try #require(try QueryReader.read("date:~2016-08").spans.first)
    #expect(month.range.first.description == "2016-08-01")
    #expect(month.possible.first.description == "2016-07-01")
    #expect(month.possible.last.description == "2016-09-30")
    #expect(month.words == "1 to 31 August 2016, possibly July to September 2016")
    let day = try #require(try QueryReader.read("date:~2016-08-08").spans.first)
    #expect(day.possible.first.description == "2016-08-05")
    let year = try #require(try QueryReader.read("date:around 2015").spans.first)
    #expect(year.possible.first.description == "2014-01-01")
    #expect(year.possible.last.description == "2016-12-31")
  }

  @Test func knowledgeAsOfADate() throws {
    guard case .known(let dates) = try QueryReader.read("asof:2017-06") else {
      Issue.record("no date")
      return
    }
    #expect(dates.range.last.description == "2017-06-30")
    #expect(try QueryReader.read("quetta asof:2017-06").asksForDates == false)
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "(", count: 5000)
    #expect(throws: QueryProblem.self) { try QueryReader.read(text) }
  }
}
