import Canvas
import Glibc

/// Other programs, and the terminal that they are given for as long as they run.
extension CursesTerminal {
  /// Gives the terminal to a program until it ends.
  ///
  /// It runs among the explorer's own processes, so that the terminal is its own too: what is typed goes to it,
  /// and C-c, C-\ and C-z mean it alone, but for C-z, which stops both, for `fg` to go on.
  ///
  /// - Parameters:
  ///   - arguments: the program's path, and what it is given.
  ///   - input: the file that it reads; the terminal where nil.
  public func run(_ arguments: [String], reading input: String?, pause: ProgramEnd.Pause)
    -> ProgramEnd
  {
    lend {
      // One column in: a program that prints anything leaves the cursor elsewhere.
      TerminalOutput.write(" ")
      let before = cursorPlace()
      let end = ChildProcess.run(arguments, reading: input)
      guard case .afterOutput(let words) = pause else { return end }
      let after = cursorPlace()
      if before == nil || before != after || end.isFailure {
        // Keys that were meant for the program are not for us.
        tcflush(STDIN_FILENO, TCIFLUSH)
        TerminalOutput.write(
          "\(after?.column == 1 ? "" : "\r\n")[\(words(end))] Enter returns to adduce ")
        waitForEnter()
      }
      return end
    }
  }

  /// Puts a text into the clipboard of the reader's terminal, where that takes it; whether it did cannot be
  /// known.
  ///
  /// - Throws: `ClipboardProblem` where it is too long.
  public func copy(_ text: String) throws(ClipboardProblem) {
    let between = Clipboard.Between { getenv($0).map { String(cString: $0) } }
    // What curses had to say has gone out with its last refresh.
    TerminalOutput.write(try Clipboard.sequence(text, through: between))
  }

  private func waitForEnter() {
    var byte: UInt8 = 0
    while read(STDIN_FILENO, &byte, 1) == 1, byte != 0x0A, byte != 0x0D {}
  }

  private struct Place: Equatable {
    var row: Int
    var column: Int
  }

  /// Where the terminal says that its cursor is (ECMA-48, 8.3.35: DSR, answered by CPR); nil where it does
  /// not say so within half a second.
  private func cursorPlace() -> Place? {
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return nil }
    var raw = modes
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &modes) }
    TerminalOutput.write("\u{1B}[6n")
    var answer: [UInt8] = []
    while answer.last != UInt8(ascii: "R"), answer.count < 64 {
      var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, 500) > 0 else { return nil }
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
      answer.append(byte)
    }
    guard let start = answer.lastIndex(of: UInt8(ascii: "[")) else { return nil }
    let numbers = answer[(start + 1)...].dropLast().split(separator: UInt8(ascii: ";"))
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 2, let row = numbers[0], let column = numbers[1] else { return nil }
    return Place(row: row, column: column)
  }
}
