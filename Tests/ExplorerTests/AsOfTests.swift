import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct AsOfTests {
  private static let day = DayNumber(year: 2021, month: 12, day: 31)

  private func asOf2021(width: Int = 100, height: Int = 16) -> Fixture {
    var fixture = Fixture(width: width, height: height)
    fixture.press("a")
    fixture.type("2021")
    fixture.press(.enter)
    return fixture
  }

  private func header(_ fixture: Fixture) -> Substring { fixture.text.prefix { $0 != "\n" } }

  @Test func theHeaderSaysSoOnEveryScreenUntilItIsLifted() {
    var fixture = asOf2021()
    #expect(fixture.text.contains("as of 31 December 2021: 0 of 0 sources"))
    for key: Key in ["/", .escape, "V", "q", "?", "q", "g", "!", "q", .escape, "e", .escape, "z"] {
      fixture.press(key)
      #expect(header(fixture).contains("as of 2021-12-31"), "after \(key.name)")
    }
    fixture.press("a")
    #expect(fixture.text.contains("Enter: all sources again"))
    fixture.press(.escape)
    #expect(header(fixture).contains("as of 2021-12-31"), "Esc leaves it as it is")
    fixture.press("a", .enter)
    #expect(!header(fixture).contains("as of"))
    #expect(fixture.text.contains("all sources again"))
  }

  @Test(arguments: [24, 30, 40, 80]) func theDayIsNeverCut(width: Int) {
    let fixture = asOf2021(width: width, height: 8)
    #expect(header(fixture).contains("as of 2021-12-31"), "\(header(fixture))")
  }

  @Test func everythingIsAskedAsOfThatDayAndAllThatWasKnownIsForgotten() throws {
    var fixture = asOf2021()
    let day = try #require(Self.day)
    #expect(fixture.text.contains("Siege") && !fixture.text.contains("Attack in Norburg"))
    for key: Key in ["V", "j", .tab, .enter, "c", .backspace, "/", "t", .escape] {
      for effect in update(&fixture.state, .pressed(key)) {
        if case .ask(_, let request) = effect {
          guard case .known(day, _) = request else {
            Issue.record("\(request) is asked of all")
            continue
          }
        }
      }
    }
    fixture = Fixture()
    fixture.press("a")
    fixture.type("2021")
    let effects = update(&fixture.state, .pressed(.enter))
    #expect(Slot.questions.allSatisfy { effects.contains(.cancel($0)) })
    #expect(!effects.contains(.cancel(.export)))
    #expect(!fixture.text.contains("Attack in Norburg"), "before anything is answered")
  }

  @Test func cursorsStandOnTheSameRowsAgain() {
    var fixture = Fixture(width: 120, height: 16)
    fixture.press("j", .tab, "j")
    #expect(fixture.state.panes.events.selected?.title == "Siege of Souburg")
    fixture.press("a")
    fixture.type("2021")
    fixture.press(.enter)
    #expect(fixture.state.focus == .events)
    #expect(fixture.state.panes.index.selected?.title == "Red Band")
    #expect(fixture.state.panes.events.selected?.title == "Siege of Souburg")
    #expect(fixture.state.panes.events.scope == "red-band")
    fixture.press("a", .enter)
    #expect(fixture.state.panes.index.selected?.title == "Red Band")
    #expect(fixture.state.panes.events.selected?.title == "Siege of Souburg")
    #expect(fixture.state.panes.record.dossier?.record.id == "siege")
  }

  @Test func whatIsNotKnownYetIsSaid() {
    var fixture = Fixture(width: 120, height: 16)
    fixture.press("j", "j", "a")
    fixture.type("2021")
    fixture.press(.enter)
    // The list stands on its first row, and the events are those of all.
    #expect(fixture.state.panes.index.isOnAll && fixture.state.panes.events.scope == nil)
    fixture.act(.failed(.record, .noSuchRecord("talk")))
    #expect(fixture.text.contains("not known as of 31 December 2021"))
    fixture.press(.tab, .enter, "c")
    fixture.act(.failed(.reader, .noSuchRecord("doe-2020")))
    #expect(fixture.text.contains("not to be read as of 31 December"), "\(fixture.text)")
  }

  @Test func placesOnTheTrailHoldNothingThatWasKnownLater() {
    var fixture = Fixture(width: 120, height: 16)
    fixture.press(.tab, .enter, "c", "a")
    fixture.type("2021")
    fixture.press(.enter)
    let effects = update(&fixture.state, .pressed(.backspace))
    #expect(!fixture.text.contains("Attack in Norburg"))
    #expect(effects.contains { if case .ask(.record, .known) = $0 { true } else { false } })
  }

  @Test func thePromptSaysHowItIsUnderstoodAndWhatWouldDo() {
    var fixture = Fixture(width: 100, height: 16)
    fixture.press("a")
    for (typed, said) in [
      ("2021-06", "what sources dated by 30 June 2021 say: 0 of 0 sources"),
      ("2014..", "that has no last day"), ("undated", "that has no last day"),
      ("8/8/2016", "8/8/2016"),
    ] {
      fixture.press(.control("u"))
      fixture.type(typed)
      #expect(fixture.text.contains(said), "\(typed): \(fixture.text.suffix(100))")
    }
    fixture.press(.enter)
    #expect(fixture.state.asOf == nil && fixture.state.overlay != nil)
  }

  @Test func whatIsLeftOutIsCounted() throws {
    let day = try #require(Self.day)
    let dataset = CollectionDescription(
      kind: .dataset, name: "ged", title: "GED", version: "25.1", attribution: "")
    let library = Overview(
      title: "", description: "", counts: [:], collections: [dataset],
      written: [day, day.advanced(by: 1), nil])
    #expect(
      AsOf.words(library, by: day)
        == "1 of 3 sources; left out: 1 without a sure date, 1 dataset")
  }

  @Test func anExportCarriesTheDay() throws {
    var fixture = asOf2021()
    fixture.press(.tab, "e", .enter, .enter)
    guard case .export(let request)? = fixture.effects.last else {
      Issue.record("nothing is exported")
      return
    }
    #expect(request.known?.range.last == Self.day)
    let known = try #require(request.known)
    #expect(QueryExpression.known(known).description == "asof:2021-12-31")
  }
}
