import CPty
import CVterm
import Foundation
import Glibc
import Testing

/// A program in a pseudo-terminal of its own, with a screen that can be read: keys are typed, then
/// the screen is awaited.
final class ProgramUnderTest {
  enum End: Equatable {
    case exited(Int32)
    case stopped
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// A folder of its own: HOME, caches and configuration of the program.
  let home: String
  private let child: pid_t
  private var master: Int32
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private var size: (columns: Int, rows: Int)
  /// Everything the program wrote.
  private(set) var output: [UInt8] = []
  private var end: End?

  /// Starts a program in a clean environment.
  ///
  /// - Parameter config: the program's config file; the usual one keeps the hints at the foot in their place, as
  ///   for a reader who has learned the first keys.
  init(
    _ path: String, _ arguments: [String] = [], columns: Int = 120, rows: Int = 36,
    environment: [String: String] = [:], config: String = "lessons: off\n"
  ) throws {
    home = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())").path
    let folder = home + "/config/adduce"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try config.write(toFile: folder + "/config.yaml", atomically: true, encoding: .utf8)
    var variables = [
      "HOME": home, "XDG_CACHE_HOME": home + "/cache", "XDG_CONFIG_HOME": home + "/config",
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { _, new in new }
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer {
      for text in argv + envp { free(text) }
    }
    var master: Int32 = -1
    child = cpty_spawn(path, &argv, &envp, Int32(columns), Int32(rows), &master)
    self.master = master
    size = (columns, rows)
    guard child > 0, let terminal = vterm_new(Int32(rows), Int32(columns)),
      let screen = vterm_obtain_screen(terminal)
    else { throw Failure(description: "\(path) could not be started") }
    self.terminal = terminal
    self.screen = screen
    vterm_set_utf8(terminal, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    kill(child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1 && errno == EINTR {}
    if master >= 0 { close(master) }
    vterm_free(terminal)
    try? FileManager.default.removeItem(atPath: home)
  }

  // MARK: Doing

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func resize(columns: Int, rows: Int) {
    size = (columns, rows)
    vterm_set_size(terminal, Int32(rows), Int32(columns))
    putCursorOnScreen()
    _ = cpty_resize(master, Int32(columns), Int32(rows))
  }

  /// libvterm 0.1.4 counts the cursor's row below zero where a smaller screen pushed that row out, and
  /// erases there, outside its memory. Other terminals leave the cursor on the first row.
  private func putCursorOnScreen() {
    var cursor = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &cursor)
    guard cursor.row < 0 else { return }
    let home = "\u{1B}[1;\(cursor.col + 1)H"
    _ = vterm_input_write(terminal, home, home.utf8.count)
  }

  /// Closes the terminal, as a window does.
  func hangUp() {
    close(master)
    master = -1
  }

  func signal(_ number: Int32) { kill(child, number) }

  /// The number of the process.
  var process: pid_t { child }

  /// Everything it wrote so far, as text.
  var written: String { String(decoding: output, as: UTF8.self) }

  /// Reads what comes for a while.
  func read(for milliseconds: Int32) {
    let deadline = Date().addingTimeInterval(Double(milliseconds) / 1000)
    while Date() < deadline { _ = read(milliseconds: 20) }
  }

  // MARK: Seeing

  /// The screen, one line a row, without trailing blanks.
  var text: String {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns {
        let scalar = cvterm_scalar(screen, Int32(row), Int32(column), 0)
        if scalar == 0xFFFF_FFFF { continue }
        // A no-break space looks like any other.
        let isBlank = scalar == 0 || scalar == 0xA0
        line.unicodeScalars.append(isBlank ? " " : Unicode.Scalar(scalar) ?? "?")
        var mark: Int32 = 1
        while case let next = cvterm_scalar(screen, Int32(row), Int32(column), mark), next != 0,
          let scalar = Unicode.Scalar(next)
        {
          line.unicodeScalars.append(scalar)
          mark += 1
        }
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// The rows that show something in reverse, the first one aside, which is the header.
  var selectedRows: [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (1..<size.rows).compactMap { row in
      let isSelected = (0..<size.columns).contains {
        cvterm_is_reversed(screen, Int32(row), Int32($0)) != 0
      }
      return isSelected ? String(lines[row]) : nil
    }
  }

  /// What stands in bold on each row, runs parted by a blank.
  var bold: [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    return lines.indices.map { row in
      String(
        lines[row].indices.map { column in
          cvterm_is_bold(screen, Int32(row), Int32(column)) != 0 ? lines[row][column] : " "
        }
      ).split(separator: " ").joined(separator: " ")
    }
  }

  /// Whether the terminal is as a shell wants it.
  var isSane: Bool { cpty_is_sane(master) == 1 }

  // MARK: Waiting

  /// Reads on until the screen shows a text; fails with the last screen after 20 seconds.
  func wait(shows wanted: String) throws {
    try wait("shows “\(wanted)”") { self.text.contains(wanted) }
  }

  func wait(hides unwanted: String) throws {
    try wait("hides “\(unwanted)”") { !self.text.contains(unwanted) }
  }

  /// Types Esc until something is no longer shown: the first one may stop what a busy machine has not answered.
  func escape(hides unwanted: String) throws {
    type("\u{1B}")
    var isStopped = false
    try wait("hides “\(unwanted)”") {
      let text = self.text
      if !isStopped, text.contains("stopped; the next key") {
        isStopped = true
        self.type("\u{1B}")
      }
      return !text.contains(unwanted)
    }
  }

  /// Leaves the explorer, which ends well and leaves the terminal as it was.
  func leave() throws {
    type("Q")
    #expect(try waitForEnd() == .exited(0))
    #expect(isSane)
  }

  func waitForEnd() throws -> End {
    try wait("the end") { self.end != nil }
    // What it wrote last may still lie in the terminal.
    while read(milliseconds: 50) {}
    return end ?? .stopped
  }

  /// Waits until it is stopped, as by Ctrl-Z.
  func waitUntilStopped() throws { try wait("a stop") { self.end == .stopped } }

  func goOn() {
    end = nil
    signal(SIGCONT)
  }

  func wait(_ what: String, until isSo: () -> Bool) throws {
    let deadline = Date().addingTimeInterval(20)
    while !isSo() {
      guard Date() < deadline else {
        throw Failure(description: "waited in vain for \(what); the screen was:\n\(text)")
      }
      _ = read(milliseconds: 20)
      var status: Int32 = 0
      switch cpty_status(child, &status) {
      case 1: end = .exited(status)
      case 2: end = .stopped
      default: break
      }
    }
  }

  /// What a terminal says when it is asked, such as where its cursor is.
  private func answer() {
    var bytes = [CChar](repeating: 0, count: 256)
    let count = vterm_output_read(terminal, &bytes, bytes.count)
    if count > 0 { _ = Glibc.write(master, bytes, count) }
  }

  /// Takes what the program wrote; false where nothing came in time.
  private func read(milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    output += bytes.prefix(count)
    bytes.withUnsafeBytes { buffer in
      _ = vterm_input_write(
        terminal, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), count)
    }
    vterm_screen_flush_damage(screen)
    answer()
    return true
  }
}
