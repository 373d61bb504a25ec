import Canvas
import Configuration
@testable import Explorer
import Testing

/// What `adduce config` prints is a config file.
@Suite struct ConfigTextTests {
  private func readAgain(_ settings: Settings) throws -> Settings {
    let text = ConfigText(settings, path: "/x/config.yaml").text
    let (again, problems) = try ConfigOnDisk(text).read()
    #expect(problems.isEmpty, "\(problems)\n\(text)")
    return again
  }

  @Test func theStandardSettingsReadBackAndNothingIsMarked() throws {
    #expect(try readAgain(Settings()) == Settings())
    let lines = ConfigText(Settings(), path: "").text.split(separator: "\n")
    #expect(!lines.contains { $0.hasSuffix("# changed") })
  }

  @Test func everyRowOfTheKeyTableCanBeGivenAnotherKeyAndReadsBack() throws {
    for (rule, _) in Keymap.standard.rules {
      var rule = rule
      rule.keys = [[.function(9), "'"], ["\""], [.alt("#")]]
      let (keymap, conflicts) = Keymap.standard(with: [rule])
      guard conflicts.isEmpty else {
        #expect(conflicts[0].message.contains("the key of"), "\(conflicts)")
        continue
      }
      var settings = Settings()
      settings.keymap = keymap
      #expect(try readAgain(settings) == settings, "\(rule)")
    }
  }

  @Test func everySettingReadsBack() throws {
    let (keymap, conflicts) = Keymap.standard(with: [
      KeyRule(scope: "everywhere", command: "zoom", keys: []),
      KeyRule(scope: "everywhere", command: "quit", keys: []),
      KeyRule(scope: "reader", command: "date", keys: [[.up, " "]]),
      KeyRule(scope: "everywhere", command: "up", keys: [["k"]]),
    ])
    #expect(conflicts.isEmpty)
    for theme in Palette.allCases {
      for list in FirstList.allCases {
        var settings = Settings()
        settings.keymap = keymap
        settings.theme = theme
        settings.firstList = list
        settings.colours = [
          .date: ColourSetting(.number(200), [.bold, .italic]),
          .link: ColourSetting(.rgb(red: 1, green: 171, blue: 255)), .plain: ColourSetting(),
          .figure: ColourSetting(nil, [.dim, .underline, .reverse]),
        ]
        settings.usesMouse = true
        settings.isLinear = true
        settings.teaches = false
        settings.casebooks = ["/a b/it's: #1", "~/c"]
        settings.datasets = ["none", "ged: 25"]
        #expect(try readAgain(settings) == settings)
      }
    }
  }

  @Test func whatIsChangedIsMarked() throws {
    var settings = Settings()
    settings.keymap =
      Keymap.standard(with: [KeyRule(scope: "everywhere", command: "zoom", keys: [["w"]])]).keymap
    settings.theme = .mono
    let marked = ConfigText(settings, path: "").text.split(separator: "\n").filter {
      $0.hasSuffix("# changed")
    }
    #expect(marked == ["theme: 'mono'  # changed", "    zoom: 'w'  # changed"])
  }
}
