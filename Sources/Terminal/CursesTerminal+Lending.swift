import Canvas
import Glibc

/// Other programs, and the terminal that they are given for as long as they run.
extension CursesTerminal {
  /// How a program ended.
  public enum End: Equatable, Sendable {
    case exited(Int32)
    /// By a signal, as by C-c.
    case signalled(Int32)
    /// It could not be started; what the system says.
    case failed(String)
  }

  /// When the reader is asked to press Enter before the explorer comes back.
  public enum Pause: Sendable {
    case never
    /// Where the program has left something on the screen: one that takes the whole screen, as an editor or
    /// a pager does, puts it back as it was. `words` tell how it ended.
    case afterOutput(words: @Sendable (End) -> String)
  }

  /// Gives the terminal to a program until it ends.
  ///
  /// It runs among the explorer's own processes, so that the terminal is its own too: what is typed goes to it,
  /// and C-c, C-\ and C-z mean it alone, but for C-z, which stops both, for `fg` to go on.
  ///
  /// - Parameters:
  ///   - arguments: the program's path, and what it is given.
  ///   - input: the file that it reads; the terminal where nil.
  public func run(_ arguments: [String], reading input: String? = nil, pause: Pause = .never) -> End
  {
    lend {
      // One column in: a program that prints anything leaves the cursor elsewhere.
      write(" ")
      let before = cursorPlace()
      let end = ChildProcess.run(arguments, reading: input)
      guard case .afterOutput(let words) = pause else { return end }
      let after = cursorPlace()
      if before == nil || before != after || end.isFailure {
        write("\(after?.column == 1 ? "" : "\r\n")[\(words(end))] Enter returns to adduce ")
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
    write(try Clipboard.sequence(text, through: between))
  }

  private func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var descriptor = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        guard poll(&descriptor, 1, 5000) > 0 else { return }
      } else if errno != EINTR {
        return
      }
    }
  }

  private func waitForEnter() {
    // Keys that were meant for the program are not for us.
    tcflush(STDIN_FILENO, TCIFLUSH)
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
    write("\u{1B}[6n")
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

extension CursesTerminal.End {
  fileprivate var isFailure: Bool { if case .failed = self { true } else { false } }
}
