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

  func validate() throws {
    if let picture, Self.size(picture) == nil {
      throw ValidationError("“\(picture)” is no size; write columns, x and rows, such as 120x36.")
    }
    if keys != nil, picture == nil {
      throw ValidationError("--keys is for --picture, such as --picture 120x36.")
    }
  }

  func run() throws {
    let config = Opening.configured
    let store = try Opening.collections(casebook, datasets.dataset)
    if let size = picture.flatMap(Self.size) {
      var screen = FirstScreen(size, store, config.settings, notices: config.notices)
      screen.press(Key.typed(keys ?? ""))
      return Printing.line(view(screen.state).text)
    }
    let terminal: CursesTerminal
    do throws(TerminalProblem) {
      terminal = try CursesTerminal()
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

  /// Columns and rows of at most 1000 each.
  private static func size(_ text: String) -> Size? {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      (1...1000).contains(width), (1...1000).contains(height)
    else { return nil }
    return Size(width: width, height: height)
  }
}
