import CNcurses
import CSignals
public import Canvas
import Glibc

/// The terminal in full-screen mode, and the one owner of curses.
///
/// Made and used by one thread. It sleeps in `poll()` on the terminal, on a pipe that signal handlers
/// write to, and on the pipe of `wake`; there is no timer. The terminal is put back on every way
/// out: `restore`, `deinit`, SIGTERM and SIGHUP through the caller, and crashes by a handler that
/// writes what was prepared at the start.
public final class CursesTerminal {
  /// For another thread: ends the sleep.
  public let wake: Wake
  /// Columns and rows.
  public private(set) var size: Size
  private let signals: Pipe
  private var painter = Painter()
  private var isRestored = false
  private var keys = KeyReader()
  /// Whether the mouse is reported; the terminal keeps it to itself otherwise.
  public private(set) var usesMouse = false
  /// The theme that is shown: the nearest to the one asked for that the terminal can show.
  public private(set) var palette = Palette.mono

  private static let watched = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGTSTP]

  /// Enters full-screen mode.
  ///
  /// - Throws: `TerminalProblem`, before anything is written, where there is no terminal or none
  ///   that can be drawn on.
  ///
  /// - Parameter overrides: looks of roles that are to be other than the theme's.
  public init(
    palette: Palette = .automatic, overrides: [Style.Role: ColourSetting] = [:]
  ) throws(TerminalProblem) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal("standard input") }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal("standard output") }
    var name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !name.isEmpty, Self.isKnown(name) else { throw .unknownTerminal(name) }
    guard adduce_capability("cup") != nil else { throw .cannotMoveCursor(name) }
    guard let wake = Wake(), let signals = Pipe() else { throw .notATerminal("standard input") }
    setlocale(LC_ALL, "")
    // A locale of one byte a character knows no UTF-8.
    if __ctype_get_mb_cur_max() == 1 { setlocale(LC_CTYPE, "C.UTF-8") }
    _ = adduce_remember_modes()
    // What a key sends comes in one piece, over ssh too; who waits longer for the rest makes Esc a slow key.
    set_escdelay(10)
    if palette == .trueColour, Colours.abilities.wantsAnotherDescription,
      let direct = DirectColours.description(besides: name), Self.isKnown(direct)
    {
      name = direct
    }
    guard adduce_newterm(name) else { throw .unknownTerminal(name) }
    self.wake = wake
    self.signals = signals
    size = Size(width: 80, height: 24)
    start()
    use(palette, overrides: overrides)
  }

  /// Whether the system has a description of a terminal; curses answers by it from then on.
  private static func isKnown(_ name: String) -> Bool {
    var status: Int32 = 0
    return setupterm(name, STDOUT_FILENO, &status) == OK && status == 1
  }

  private func start() {
    raw()
    noecho()
    nonl()
    keypad(adduce_stdscr(), true)
    nodelay(adduce_stdscr(), true)
    Keyboard.prepare()
    rememberRestoring()
    adduce_signal_to(signals.writing)
    for number in Self.watched { adduce_watch(number) }
    CrashReport.watch()
    measure()
  }

  /// Shows all in a theme from the next frame on, or in the nearest that the terminal can show.
  public func use(_ palette: Palette, overrides: [Style.Role: ColourSetting] = [:]) {
    self.palette = painter.colours.use(palette, overrides: overrides.mapValues(Look.init))
    redrawAll()
  }

  /// Has the mouse reported, or not; what it selects with Shift held stays the terminal's.
  public func useMouse(_ isOn: Bool) {
    guard isOn != usesMouse else { return }
    usesMouse = isOn
    rememberRestoring()
    TerminalOutput.write(isOn ? Mouse.on : Mouse.off)
  }

  /// The bytes that leave full-screen mode, for a crash.
  private func rememberRestoring() {
    let names = ["sgr0", "op", "rmkx", "cnorm", "rmcup"]
    let bytes = names.compactMap { name in
      adduce_capability(name).map { String(cString: $0) }
    }
    _ = adduce_remember(
      (usesMouse ? Mouse.off : "") + painter.colours.puttingPaletteBack + bytes.joined())
  }

  private func measure() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if adduce_window_size(&columns, &rows) == 0 {
      resizeterm(rows, columns)
      size = Size(width: Int(columns) - room(in: Int(columns)), height: Int(rows))
    } else {
      let window = adduce_stdscr()
      size = Size(width: Int(getmaxx(window)), height: Int(getmaxy(window)))
    }
  }

  /// Columns at the right that are left to marks of direction (`Isolation`): mlterm counts each as one, and what
  /// then has none at the end of its row is lost.
  private func room(in columns: Int) -> Int {
    guard columns >= 60, getenv("MLTERM") != nil, getenv("TMUX") == nil, getenv("STY") == nil else {
      return 0
    }
    return 8
  }

  /// Shows a frame; only what differs from the one before goes out.
  public func paint(_ frame: Frame) {
    let before = painter.colours.hasChangedPalette
    painter.paint(frame)
    if painter.colours.hasChangedPalette != before { rememberRestoring() }
  }

  /// The next frame is drawn whole, whatever the screen shows.
  public func redrawAll() {
    painter.forget()
    clearok(adduce_stdscr(), true)
  }

  /// Sleeps until there is something to do, then returns all that is there, oldest first; nothing
  /// where only `wake` was called, or where `limit` milliseconds have passed.
  public func wait(atMost limit: Int32 = -1) -> [Input] {
    var descriptors = [STDIN_FILENO, signals.reading, wake.reading].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while poll(&descriptors, nfds_t(descriptors.count), limit) < 0 {
      guard errno == EINTR else { return [.ended] }
    }
    var inputs: [Input] = []
    if descriptors[1].revents != 0 { inputs += readSignals() }
    if descriptors[2].revents != 0 { wake.clear() }
    if descriptors[0].revents != 0 {
      let read = keys.read()
      inputs += read
      // Readable without a key: the terminal is gone. A sequence that is thrown away is no end.
      if read.isEmpty, isAtEnd { inputs.append(.ended) }
    }
    return inputs
  }

  private var isAtEnd: Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, 0) > 0 else { return false }
    if descriptor.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
    var waiting: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &waiting) != 0 || waiting == 0
  }

  private func readSignals() -> [Input] {
    var inputs: [Input] = []
    var bytes = [UInt8](repeating: 0, count: 64)
    var count = read(signals.reading, &bytes, bytes.count)
    while count > 0 {
      for byte in bytes.prefix(count) {
        switch Int32(byte) {
        case SIGWINCH:
          measure()
          // What a terminal does to its lines when it changes size is its own affair.
          redrawAll()
          inputs.append(.resized(size))
        case SIGCONT:
          redrawAll()
          inputs.append(.resumed)
        case SIGINT: inputs.append(.interrupted)
        case SIGTSTP: inputs.append(.stopRequested)
        default: inputs.append(.ended)
        }
      }
      count = read(signals.reading, &bytes, bytes.count)
    }
    return inputs
  }

  /// Gives the terminal back to the shell and stops, until SIGCONT.
  public func suspend() {
    def_prog_mode()
    leave()
    adduce_default(SIGTSTP)
    kill(0, SIGTSTP)
    // Here the process stops; from here it goes on.
    adduce_watch(SIGTSTP)
    comeBack()
  }

  /// Leaves full-screen mode while `body` runs; keys that interrupt are then another program's.
  func lend<Value>(_ body: () -> Value) -> Value {
    def_prog_mode()
    leave()
    signal(SIGINT, SIG_IGN)
    signal(SIGQUIT, SIG_IGN)
    adduce_default(SIGTSTP)
    defer {
      adduce_watch(SIGINT)
      adduce_watch(SIGTSTP)
      adduce_default(SIGQUIT)
      comeBack()
    }
    return body()
  }

  private func comeBack() {
    reset_prog_mode()
    painter.colours.setTones()
    if usesMouse { TerminalOutput.write(Mouse.on) }
    measure()
    redrawAll()
  }

  /// Leaves full-screen mode; once is enough, more does no harm.
  public func restore() {
    guard !isRestored else { return }
    isRestored = true
    leave()
    adduce_forget()
    for number in Self.watched { adduce_default(number) }
    CrashReport.unwatch()
  }

  /// What the shell's screen must not keep: the mouse, our palette, full-screen mode.
  private func leave() {
    if usesMouse { TerminalOutput.write(Mouse.off) }
    TerminalOutput.write(painter.colours.puttingPaletteBack)
    endwin()
    adduce_put_modes_back()
  }

  deinit {
    restore()
    close(signals.reading)
    close(signals.writing)
  }
}
