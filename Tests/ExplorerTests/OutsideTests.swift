import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct OutsideTests {
  @Test func aListGoesToACommandWithItsFilters() {
    var fixture = Fixture()
    fixture.press(.tab)
    let siege = QueryExpression.word("siege", isPrefix: false)
    _ = fixture.state.add(Filter(origin: .typed, words: "siege", expression: siege))
    fixture.act(.resized(Size(width: 120, height: 16)))
    fixture.press("|")
    #expect(fixture.text.split(separator: "\n").last?.contains("reads 1 event as CSV") == true)
    fixture.type("wc -l")
    fixture.press(.enter)
    #expect(
      fixture.effects == [
        .pipe(
          PipeRequest(
            command: "wc -l",
            content: .list(
              ExportRequest(format: "csv", expression: siege, kinds: [.event], path: ""))))
      ])
    fixture.act(.prepared(ShellJob(command: "wc -l", path: "/x")))
    #expect(fixture.effects.last == .run(ShellJob(command: "wc -l", path: "/x")))
  }

  @Test func commandsOfBeforeComeBack() {
    var fixture = Fixture()
    fixture.press(.tab)
    for command in ["less", "wc", "less"] {
      fixture.press("|")
      fixture.type(command)
      fixture.press(.enter)
    }
    #expect(fixture.state.commands == ["wc", "less"])
    fixture.press("|", .up, .up, .up)
    #expect(fixture.text.contains(" | wc"))
    fixture.press(.down, .down)
    #expect(!fixture.text.contains(" | wc") && !fixture.text.contains("| less"))
    fixture.press(.enter)
    #expect(
      fixture.state.overlay == nil && fixture.effects.count == 3, "nothing typed, nothing run")
  }

  @Test func aRecordGoesAsMarkdownAndAPassageAsItsDigest() {
    var fixture = Fixture()
    fixture.press(.tab, .enter, "|", "w", .enter, "c", "|", "w", .enter)
    let contents = fixture.effects.compactMap { effect -> PipeRequest.Content? in
      if case .pipe(let request) = effect { request.content } else { nil }
    }
    #expect(
      contents == [
        .record(
          ListRow(target: .record("norburg-attack"), kind: .event, title: "Attack in Norburg")),
        .text("Tells of an attack in Norburg.\n"),
      ])
  }

  @Test func theEditorIsOpenedAtTheFactThePassageOrTheRecord() {
    var fixture = Fixture()
    fixture.press(.tab, "E", .enter, "E", "c", "E")
    #expect(
      fixture.effects == [
        .edit(.record("norburg-attack")), .edit(.record("norburg-attack/claimant.1")),
        .edit(.passage(Fixture.passage)),
      ])
  }

  @Test func afterAReadingAllIsAskedForAgainAndTheReaderStaysWhereTheyAre() {
    var fixture = Fixture()
    fixture.press(.tab, "j", .enter, "c")
    let before = fixture.text
    let effects = update(&fixture.state, .reloaded)
    let slots = effects.compactMap { effect -> Slot? in
      if case .ask(let slot, _) = effect { slot } else { nil }
    }
    #expect(Set(slots).isSuperset(of: [.overview, .record, .reader, .index, .events, .months]))
    for effect in effects { fixture.answer(effect) }
    fixture.state.notice = nil
    #expect(fixture.text == before)
    #expect(update(&fixture.state, .resized(Size(width: 120, height: 16))).isEmpty, "asked once")
  }

  @Test func aCopyThatBecameShorterIsReadFromItsPassage() {
    var fixture = Fixture(width: 90, height: 12)
    fixture.press(.tab, .enter, "c")
    var reading = Fixture.reading
    for lines in [200, 3] {
      let text = (1...lines).map { "line \($0)" }.joined(separator: "\n")
      var starts = [0]
      for (index, byte) in text.utf8.enumerated() where byte == 0x0A { starts.append(index + 1) }
      reading.copy = AttachedCopy(
        path: "/x", file: .same, text: text, starts: starts,
        passages: [ParagraphNumber(2): .init(.exact, range: 7..<13)])
      fixture.act(.answered(.reader, .reading(reading)))
      fixture.press("G")
      #expect(fixture.text.contains("line \(lines)"))
      _ = update(&fixture.state, .reloaded)
    }
  }

  @Test func problemsAreListedAndOneIsOpenedInTheEditor() {
    var fixture = Fixture()
    fixture.press(.tab)
    let before = fixture.text
    fixture.act(
      .unreadable([
        FileProblem(
          path: "/c/events/a.yaml", line: 3, place: "events/a.yaml:3:5",
          message: "“x”: no such role", remedy: "Write one of: target."),
        FileProblem(
          path: "/c/events/b.yaml", line: 9, place: "events/b.yaml:9:1", message: "it is cut off",
          remedy: "Mend it."),
      ]))
    let rows = fixture.text.split(separator: "\n", omittingEmptySubsequences: false)
    expectScreen(
      rows[1...8].joined(separator: "\n"),
      """
       The casebook has 2 problems  Enter opens the editor there
       What is shown is as it was before.

         events/a.yaml:3:5  “x”: no such role
           Write one of: target.
         events/b.yaml:9:1  it is cut off
           Mend it.

      """)
    fixture.press("j", .enter)
    #expect(fixture.effects == [.edit(.line(path: "/c/events/b.yaml", 9))])
    fixture.act(.reloaded)
    fixture.state.notice = nil
    #expect(fixture.text == before, "what was shown is there again")
  }
}

@Suite struct SmallScreenTests {
  @Test(arguments: [(24, 6), (30, 8), (40, 10)])
  func menusPromptsAndProblemsFitTheSmallest(width: Int, height: Int) {
    var fixture = Fixture(width: width, height: height)
    fixture.press(.tab)
    for opening: Key in ["y", "|"] {
      fixture.press(opening)
      #expect(!fixture.text.isEmpty && fixture.state.overlay != nil)
      if opening == "|" { fixture.type(String(repeating: "wc ", count: 30)) }
      _ = view(fixture.state)
      fixture.press(.escape)
    }
    let problem = FileProblem(
      path: "/c/a.yaml", line: 1, place: "events/a.yaml:1:1", message: "it is cut off",
      remedy: "Mend it.")
    fixture.act(.unreadable(Array(repeating: problem, count: 40)))
    fixture.press("G", "f", .escape, "j", "k")
    #expect(fixture.selectedText.contains("events") || height < 8)
  }
}
