import ArgumentParser
import Canvas
import Explorer
import Foundation
import Terminal

struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Open the explorer (the default).")

  @Argument(
    help: ArgumentHelp(
      "A casebook's folder; several are read as one. Else ADDUCE_CASEBOOK, else the bundled one."))
  var casebook: [String] = []
  @OptionGroup var datasets: DatasetOption
  @Flag(help: "Begin anew, not where you left off.")
  var fresh = false
  @Option(
    help: ArgumentHelp(
      "Print the screen as text instead, such as 120x36.", valueName: "COLUMNSxROWS"))
  var picture: String?
  @Option(
    help: ArgumentHelp(
      "With --picture: keys to press first, such as “/ quetta Enter”.", valueName: "KEYS"))
  var keys: String?
  @Option(
    help: ArgumentHelp(
      "Colours: auto, 16, 256, truecolour, high-contrast or mono.", valueName: "NAME"),
    transform: Self.theme)
  var theme: Palette?
  @Flag(help: "Use the mouse; g m in the explorer turns it on and off.")
  var mouse = false
  @Flag(help: "One line for each change, for screen readers, dumb terminals and pipes.")
  var linear = false

  func validate() throws {
    if let picture, Self.size(picture) == nil {
      throw ValidationError("“\(picture)” is no size; write columns, x and rows, such as 120x36.")
    }
    if keys != nil, picture == nil {
      throw ValidationError("--keys is for --picture, such as --picture 120x36.")
    }
  }

  func run() throws {
    var config = Opening.configured
    if let theme { config.settings.theme = theme }
    if mouse { config.settings.usesMouse = true }
    if linear { config.settings.isLinear = true }
    let store = try Opening.collections(casebook, datasets.dataset)
    if let size = picture.flatMap(Self.size) {
      var screen = FirstScreen(size, store, config.settings, notices: config.notices)
      screen.press(Key.typed(keys ?? ""))
      return Printing.line(view(screen.state).text)
    }
    _ = CrashReport.prepare(at: Opening.crashReport, program: ExplorerExports.program)
    let terminal: any ExplorerScreen
    do throws(TerminalProblem) {
      terminal = try screen(config.settings)
    } catch {
      Printing.complain(error.message, error.remedy)
      throw ExitCodes.noTerminal
    }
    do {
      try RunLoop(
        terminal: terminal, store: store,
        files: LibraryFiles(casebooks: casebook, datasets: datasets.dataset), config: config,
        remembering: Remembering(casebooks: Opening.names(of: casebook)), isFresh: fresh
      ).run()
    } catch {
      // All else is done; what is lost is where the explorer would begin.
      Printing.complain(
        "where you left off could not be kept: \(error.localizedDescription)",
        "The next start begins anew.")
    }
  }

  private static func theme(_ name: String) throws -> Palette {
    guard let palette = Palette(rawValue: name) else {
      throw ValidationError("“\(name)” is no theme; there are \(Palette.names).")
    }
    return palette
  }

  private func screen(_ settings: Settings) throws(TerminalProblem) -> any ExplorerScreen {
    guard settings.isLinear else {
      return try CursesTerminal(palette: settings.theme, overrides: settings.colours)
    }
    guard let screen = LinearScreen() else { throw .notATerminal("standard input") }
    return screen
  }

  /// Columns and rows of at most 1000 each.
  private static func size(_ text: String) -> Size? {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      (1...1000).contains(width), (1...1000).contains(height)
    else { return nil }
    return Size(width: width, height: height)
  }
}
