import Canvas
import Testing

@testable import Explorer

@Suite struct LessonsTests {
  private func newcomer(width: Int = 80) -> Fixture {
    var fixture = Fixture(width: width, height: 16)
    fixture.act(.taught([]))
    return fixture
  }

  private func foot(_ fixture: Fixture) -> String {
    fixture.text.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init)
      ?? ""
  }

  @Test func oneKeyAfterAnotherIsTaughtWhereItIsOfUse() {
    var fixture = newcomer()
    expectScreen(
      foot(fixture), " j goes down the list   Enter open  c passage  e export  ? help  q quit")
    fixture.press("j")
    #expect(foot(fixture).hasPrefix(" Tab goes on to the next pane"))
    fixture.press(.tab)
    #expect(foot(fixture).hasPrefix(" Enter opens the record under the cursor"))
    fixture.press(.enter)
    #expect(foot(fixture).hasPrefix(" Enter on a citation opens its passage"))
    fixture.press("c")
    #expect(foot(fixture).hasPrefix(" Enter lists the facts that rest on it"))
    fixture.press(.enter, "q")
    #expect(foot(fixture).hasPrefix(" Backspace goes back, to the same row"))
  }

  @Test func afterTheLastLessonTheHintsAreBack() {
    var fixture = newcomer()
    let usual = foot(Fixture(width: 80, height: 16))
    #expect(foot(fixture) != usual)
    let all = Set(Lessons.all.map(\.name))
    fixture.act(.taught(all))
    #expect(foot(fixture) == usual)
    #expect(fixture.state.lessonsKnown == all && fixture.state.lessons?.isOver == true)
  }

  @Test func helpAndTheWayOutStandBesideEverySentence() {
    for lesson in Lessons.all {
      for scope in lesson.scopes {
        var fixture = newcomer()
        fixture.act(.taught(Set(Lessons.all.map(\.name)).subtracting([lesson.name])))
        switch scope {
        case .record: fixture.press("2", .right)
        case .reader: fixture.press("2", .right, "c")
        default: break
        }
        #expect(foot(fixture).contains(lesson.words), "\(lesson.name)")
        #expect(foot(fixture).contains("? help  q "), "\(foot(fixture))")
      }
    }
  }

  @Test func whatWasLearnedHoldsAtTheNextStart() {
    var fixture = newcomer()
    fixture.press("j", .tab)
    let known = fixture.state.lessonsKnown ?? []
    #expect(known == ["down", "next-pane"])
    var next = newcomer()
    next.act(.taught(known))
    #expect(foot(next).hasPrefix(" Enter opens the record"))
  }

  @Test func nobodyIsTaughtWhoDoesNotWantTo() {
    var settings = Settings()
    settings.teaches = false
    var fixture = Fixture(width: 80, height: 16)
    fixture.act(.configured(settings))
    fixture.act(.taught([]))
    #expect(foot(fixture) == foot(Fixture(width: 80, height: 16)))
    fixture = newcomer()
    fixture.press(":")
    fixture.type("set lessons off")
    fixture.press(.enter, .home)
    #expect(foot(fixture) == foot(Fixture(width: 80, height: 16)))
  }

  @Test func aKeyOfOnesOwnIsTheOneThatIsTaught() {
    var settings = Settings()
    settings.keymap =
      Keymap.standard(with: [KeyRule(scope: "everywhere", command: "down", keys: [["w"]])]).keymap
    var fixture = newcomer()
    fixture.act(.configured(settings))
    #expect(foot(fixture).hasPrefix(" w goes down the list"))
  }
}
