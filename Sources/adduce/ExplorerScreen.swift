import Canvas
import Explorer
import Terminal

/// Where the explorer shows itself and hears its reader: the full screen, or lines of text.
protocol ExplorerScreen: AnyObject {
  var wake: Wake { get }
  /// Columns and rows that the explorer lays itself out for.
  var size: Size { get }
  /// How long an answer is awaited before what it is to change is shown; nil for as long as it takes.
  var patience: Duration? { get }
  func show(_ state: ExplorerState)
  /// Sleeps until there is something to do, or `limit` milliseconds have passed.
  func wait(atMost limit: Int32) -> [Input]
  /// The same while an answer is awaited.
  func waitForAnswers(atMost limit: Int32) -> [Input]
  func redrawAll()
  func useMouse(_ isOn: Bool)
  /// Shows all in a theme, but for what the reader set otherwise.
  func use(_ palette: Palette, overrides: [Style.Role: ColourSetting])
  /// Puts a text into the clipboard of the reader's terminal.
  func copy(_ text: String) throws(ClipboardProblem)
  /// Gives the terminal to a program until it ends, reading `input` where that is given.
  func run(_ arguments: [String], reading input: String?, pause: ProgramEnd.Pause) -> ProgramEnd
  /// Stops, until the shell lets it go on.
  func suspend()
  func restore()
}

extension CursesTerminal: ExplorerScreen {
  // What was just asked is mostly answered within a few milliseconds: then one frame shows the
  // key and its answer, and half as much goes over the line.
  var patience: Duration? { .milliseconds(4) }
  func show(_ state: ExplorerState) { paint(view(state)) }
  func waitForAnswers(atMost limit: Int32) -> [Input] { wait(atMost: limit) }
}
