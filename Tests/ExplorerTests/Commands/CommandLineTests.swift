import Canvas
import Model
import Query
import Testing

@testable import Explorer

@Suite struct CommandNameTests {
  @Test func everyNameIsItsOwnAndNamesItsCommand() {
    #expect(Set(Command.allCases.map(\.name)).count == Command.allCases.count)
    for command in Command.allCases {
      #expect(Command(named: command.name) == command)
      #expect(command.name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(command.name)")
    }
    #expect(Command.halfPageDown.name == "half-page-down" && Command.quit.name == "quit")
  }

  @Test func everyCommandHasARowAndNoPlaceHasTwoOfOne() {
    let rows = Keymap.standard.table.map { "\($0.scope) \($0.command)" }
    #expect(Set(rows).count == rows.count, "a config file names a row by place and command")
    for command in Command.allCases {
      #expect(Keymap.standard.table.contains { $0.command == command }, "\(command)")
    }
  }

  @Test func whatWasPerhapsMeantIsNamed() {
    let names = CommandText.names
    #expect(NearestNames.of("dwon", among: names).first == "down")
    #expect(NearestNames.of("half", among: names) == ["half-page-down", "half-page-up"])
    #expect(NearestNames.of("xyzxyz", among: names).isEmpty)
  }
}

@Suite struct TypedCommandTests {
  static let good: [(String, TypedCommand)] = [
    ("zoom", .run(.zoom)), ("  zoom ", .run(.zoom)), ("zoo", .run(.zoom)), ("q", .run(.quit)),
    ("quit", .run(.quit)), ("keys", .keys), ("map", .run(.map)), ("filter", .run(.filter)),
    ("search", .run(.search)), ("date", .run(.date)),
    ("search  two words", .search("two words")),
    ("open red-band", .record("red-band", statement: nil)),
    ("open red-band/name.1", .record("red-band", statement: "red-band/name.1")),
    ("open roul-2016#12", .passage(PassageID(source: "roul-2016", number: ParagraphNumber(12)))),
    ("export csv a b.csv", .export(format: "csv", path: "a b.csv")),
    ("set mouse on", .set(.mouse, "on")),
    ("set theme high-contrast", .set(.theme, "high-contrast")),
    ("set theme", .tell(.theme)),
  ]

  @Test(arguments: good) func itIsUnderstood(_ text: String, _ command: TypedCommand) throws {
    #expect(try CommandText(text).read() == command)
  }

  /// The `‸` stands before the offending character.
  static let bad: [(String, String)] = [
    ("‸zom", "there is no command “zom”"), ("  ‸zom", "there is no command “zom”"),
    ("‸half", "“half” begins several commands"), ("zoom ‸in", "zoom takes nothing after its name"),
    ("q ‸now", "q takes nothing after it"), ("set‸", "set lacks its SETTING VALUE"),
    ("filter  kind:a ‸\"open", "the quotation mark is not closed"),
    ("date 2016-‸13", "there is no month “13”"), ("open ‸Quetta!", "“Quetta!” is no id"),
    ("open ‸roul#x", "“roul#x” is no passage"), ("export ‸doc", "there is no format “doc”"),
    ("export csv‸", "the file is missing"), ("set ‸colour", "there is no setting “colour”"),
    ("set  mouse  ‸maybe", "mouse cannot be “maybe”"),
  ]

  @Test(arguments: bad) func whatIsWrongHasItsColumn(_ marked: String, _ message: String) {
    let column = Array(marked).firstIndex(of: "‸").map { $0 + 1 }
    let text = marked.filter { $0 != "‸" }
    do throws(CommandProblem) {
      _ = try CommandText(text).read()
      Issue.record("\(text) was understood")
    } catch {
      #expect(error.column == column, "\(error)")
      #expect(error.message == message)
      #expect(error.remedy.hasSuffix("."))
    }
  }
}

@Suite struct CommandOverlayTests {
  private static func line(_ fixture: Fixture) -> String? {
    (fixture.state.overlay?.part as? CommandOverlay)?.editor.text
  }

  private static func choices(_ fixture: Fixture) -> [String] {
    (fixture.state.overlay?.part as? CommandOverlay)?.completion.choices.map(\.text) ?? []
  }

  @Test func tabGoesAsFarAsAllChoicesAgreeThenFromOneToTheNext() {
    var fixture = Fixture()
    fixture.press(":", "h", "a", .tab)
    #expect(Self.line(fixture) == "half-page-")
    fixture.press(.tab)
    #expect(Self.line(fixture) == "half-page-down")
    fixture.press(.tab)
    #expect(Self.line(fixture) == "half-page-up")
    fixture.press(.tab)
    #expect(Self.line(fixture) == "half-page-down")
    fixture.press(.backTab)
    #expect(Self.line(fixture) == "half-page-up")
  }

  @Test func everyPartOfALineIsCompleted() {
    var fixture = Fixture()
    fixture.press(":")
    #expect(Set(Self.choices(fixture)) == Set(CommandText.names))
    fixture.type("exp")
    fixture.press(.tab)
    fixture.type(" ")
    #expect(Self.choices(fixture) == ExportOverlay.formats.map(\.name))
    fixture.type("ge")
    fixture.press(.tab)
    #expect(Self.line(fixture) == "export geojson ")
    #expect(Self.choices(fixture) == ["adduce-groups.geojson"])
    fixture.press(.control("u"))
    fixture.type("set theme ")
    #expect(Self.choices(fixture) == Palette.allCases.map(\.rawValue))
    fixture.press(.control("u"))
    fixture.type("filter x ki")
    fixture.press(.tab)
    #expect(Self.line(fixture) == "filter x kind:")
    fixture.press(.control("u"))
    fixture.type("open red")
    fixture.press(.tab, .enter)
    #expect(fixture.state.panes.record.id == "red-band" && fixture.state.focus == .record)
  }

  @Test func whatWasTypedBeforeComesBack() {
    var fixture = Fixture()
    for line in ["zoom", "set mouse on", "zoom"] {
      fixture.press(":")
      fixture.type(line)
      fixture.press(.enter)
    }
    #expect(fixture.state.commandHistory == ["set mouse on", "zoom"])
    fixture.press(":", "d", .up)
    #expect(Self.line(fixture) == "zoom")
    fixture.press(.up, .up)
    #expect(Self.line(fixture) == "set mouse on")
    fixture.press(.down, .down)
    #expect(Self.line(fixture) == "d")
    fixture.press(.backspace, .backspace)
    #expect(fixture.state.overlay == nil, "Backspace on nothing closes")
  }

  @Test func aMistakeStaysToBeMended() {
    var fixture = Fixture(width: 80, height: 16)
    fixture.press(":")
    fixture.type("dwon")
    fixture.press(.enter)
    #expect(fixture.text.contains("^ column 1: there is no command “dwon”. Perhaps down"))
    #expect(Self.line(fixture) == "dwon")
    fixture.press(.control("u"))
    fixture.type("date 2020-05")
    fixture.press(.enter)
    #expect(fixture.state.overlay == nil && fixture.state.focus == .events)
    #expect(fixture.selectedText.contains("Siege"))
  }

  @Test func aFilterBecomesAChip() {
    var fixture = Fixture()
    fixture.press(":")
    fixture.type("filter kind:attack")
    fixture.press(.enter)
    #expect(fixture.state.panes.events.filters.map(\.words) == ["kind:attack"])
    #expect(fixture.state.panes.events.filters.map(\.origin) == [.typed])
  }

  @Test func aSearchIsOpenedWithItsHits() {
    var fixture = Fixture()
    fixture.press(":")
    fixture.type("search tal")
    fixture.press(.enter)
    #expect(fixture.text.contains("Search  tal") && fixture.text.contains("Talk of unknown date"))
  }

  @Test func aListIsExportedInAFormatThatIsForIt() {
    var fixture = Fixture()
    fixture.press("2", ":")
    fixture.type("export geojson map.geojson")
    fixture.press(.enter)
    #expect(
      fixture.effects == [
        .export(ExportRequest(format: "geojson", kinds: [.event], path: "map.geojson"))
      ])
    fixture = Fixture()
    fixture.press(":")
    fixture.type("export geojson map.geojson")
    fixture.press(.enter)
    #expect(fixture.effects.isEmpty && fixture.text.contains("geojson is not for groups"))
  }

  @Test func anIdThatNamesNothingLeavesTheReaderWhereTheyWere() {
    var fixture = Fixture()
    fixture.press("2")
    let before = fixture.state.place
    fixture.press(":")
    fixture.type("open nobody")
    for effect in update(&fixture.state, .pressed(.enter)) {
      if case .ask(.record, _) = effect {
        fixture.act(.failed(.record, .noSuchRecord("nobody")))
      }
    }
    #expect(fixture.state.place == before)
    #expect(fixture.text.contains("there is no record “nobody”"))
  }

  @Test func settingsAreToldToTheProgram() {
    var fixture = Fixture()
    fixture.press(":")
    fixture.type("set mouse on")
    fixture.press(.enter)
    #expect(fixture.state.settings.usesMouse)
    #expect(fixture.effects == [.mouse(true)])
  }

  @Test(arguments: [(24, 6), (40, 10), (80, 24), (1, 1), (30, 2)])
  func itIsDrawnAtAnySize(_ width: Int, _ height: Int) {
    var fixture = Fixture(width: width, height: height)
    for text in ["", "d", "export ", "nonsense", String(repeating: "long ", count: 30)] {
      fixture.press(":")
      fixture.type(text)
      #expect(view(fixture.state).size == Size(width: width, height: height))
      fixture.press(.tab, .tab, .enter)
      #expect(view(fixture.state).size == Size(width: width, height: height))
      fixture.press(.escape)
    }
  }
}
