import ArgumentParser
import Canvas
import Explorer
import Terminal

struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Open the explorer (the default).")

  @Argument(
    help: ArgumentHelp(
      "A casebook's folder; several are read as one. Else ADDUCE_CASEBOOK, else the bundled one."))
  var casebook: [String] = []
  @OptionGroup var datasets: DatasetOption
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
  var theme: Palette = .automatic
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
    let store = try Opening.collections(casebook, datasets.dataset)
    if let size = picture.flatMap(Self.size) {
      var screen = FirstScreen(size, store)
      screen.press(Key.typed(keys ?? ""))
      return Printing.line(view(screen.state).text)
    }
    _ = CrashReport.prepare(at: Opening.crashReport, program: ExplorerExports.program)
    do throws(TerminalProblem) {
      RunLoop(
        terminal: try screen(), store: store,
        exports: ExplorerExports(store: store, casebooks: casebook)
      ).run(usesMouse: mouse)
    } catch {
      Printing.complain(error.message, error.remedy)
      throw ExitCodes.noTerminal
    }
  }

  private static func theme(_ name: String) throws -> Palette {
    guard let palette = Palette(rawValue: name) else {
      throw ValidationError("“\(name)” is no theme; there are \(Palette.names).")
    }
    return palette
  }

  private func screen() throws(TerminalProblem) -> any ExplorerScreen {
    guard linear else { return try CursesTerminal(palette: theme) }
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
