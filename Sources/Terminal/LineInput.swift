import CSignals
public import Canvas
import CNcurses
import Glibc

/// Standard input without a screen: single keys from a terminal, or lines where it is none, or one that
/// knows nothing (TERM is `dumb` or unset, as in an editor's shell).
public final class LineInput {
  /// What came.
  public enum Heard: Equatable, Sendable {
    case input(Input)
    /// A line without its end.
    case line(String)
  }

  /// For another thread: ends the sleep.
  public let wake: Wake
  /// Whether keys act one by one.
  public let readsKeys: Bool
  private let signals: Pipe
  private var bytes: [UInt8] = []
  private var isAtEnd = false
  private var isRestored = false
  private static let watched = [SIGTERM, SIGHUP, SIGINT, SIGTSTP]

  /// Nil where the system has no more file descriptors.
  public init?() {
    guard let wake = Wake(), let signals = Pipe() else { return nil }
    self.wake = wake
    self.signals = signals
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    let isPlain = name.isEmpty || name == "dumb"
    readsKeys = !isPlain && adduce_remember_modes() == 0 && adduce_read_single_keys() == 0
    adduce_signal_to(signals.writing)
    for number in Self.watched { adduce_watch(number) }
    CrashReport.watch()
  }

  /// Sleeps until something comes, then returns it; lines one at a time. Nothing where only `wake` was
  /// called, or `limit` milliseconds have passed. With `answersOnly`, lines are left where they are.
  public func wait(atMost limit: Int32 = -1, answersOnly: Bool = false) -> [Heard] {
    let leavesInput = answersOnly && !readsKeys
    if !leavesInput, let heard = takeLine() { return [heard] }
    var descriptors = [signals.reading, wake.reading, leavesInput ? -1 : STDIN_FILENO].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while poll(&descriptors, nfds_t(descriptors.count), limit) < 0 {
      guard errno == EINTR else { return [.input(.ended)] }
    }
    var heard: [Heard] = []
    if descriptors[0].revents != 0 { heard += readSignals().map(Heard.input) }
    if descriptors[1].revents != 0 { wake.clear() }
    guard descriptors[2].revents != 0 else { return heard }
    read()
    return heard + (readsKeys ? takeKeys() : takeLine().map { [$0] } ?? [])
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer.prefix(count)
    } else if count == 0 || errno != EINTR {
      isAtEnd = true
    }
  }

  /// The next line; its end where the input is over.
  private func takeLine() -> Heard? {
    guard !readsKeys else { return nil }
    if let end = bytes.firstIndex(of: 0x0A) {
      let line = bytes[..<end]
      bytes.removeSubrange(...end)
      return .line(String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self))
    }
    guard isAtEnd else { return nil }
    guard !bytes.isEmpty else { return .input(.ended) }
    defer { bytes = [] }
    return .line(String(decoding: bytes, as: UTF8.self))
  }

  private func takeKeys() -> [Heard] {
    if bytes == [0x1B], comesMore() { read() }
    let (keys, rest) = Keyboard.keys(in: bytes)
    bytes = rest
    if isAtEnd { return keys.map { .input(.key($0)) } + [.input(.ended)] }
    return keys.map { .input(.key($0)) }
  }

  private func comesMore() -> Bool {
    var terminal = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&terminal, 1, 25) > 0
  }

  private func readSignals() -> [Input] {
    var numbers = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(signals.reading, &numbers, numbers.count)
    return numbers.prefix(max(0, count)).map { number in
      switch Int32(number) {
      case SIGTSTP: .stopRequested
      case SIGINT: .interrupted
      default: .ended
      }
    }
  }

  /// Gives the terminal back to the shell and stops, until SIGCONT.
  public func suspend() {
    adduce_put_modes_back()
    adduce_default(SIGTSTP)
    kill(0, SIGTSTP)
    // Here the process stops; from here it goes on.
    adduce_watch(SIGTSTP)
    if readsKeys { _ = adduce_read_single_keys() }
  }

  /// Gives the terminal to a program until it ends, reading a file where one is given.
  public func run(_ arguments: [String], reading file: String?) -> ProgramEnd {
    adduce_put_modes_back()
    signal(SIGINT, SIG_IGN)
    defer {
      adduce_watch(SIGINT)
      if readsKeys { _ = adduce_read_single_keys() }
    }
    return ChildProcess.run(arguments, reading: file)
  }

  /// Puts the terminal's modes back; once is enough, more does no harm.
  public func restore() {
    guard !isRestored else { return }
    isRestored = true
    adduce_put_modes_back()
    adduce_forget()
    for number in Self.watched { adduce_default(number) }
    CrashReport.unwatch()
  }

  deinit {
    restore()
    close(signals.reading)
    close(signals.writing)
  }
}

extension Keyboard {
  /// The keys that bytes of a terminal stand for, and what is left because its end has not come.
  static func keys(in bytes: [UInt8]) -> (keys: [Key], rest: [UInt8]) {
    var whole = bytes.count
    // A scalar whose last bytes are missing: at most three are there.
    if let start = bytes.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes[start] >= 0xC2 {
      let length = bytes[start] >= 0xF0 ? 4 : bytes[start] >= 0xE0 ? 3 : 2
      if start + length > bytes.count { whole = start }
    }
    var scalars = String(decoding: bytes[..<whole], as: UTF8.self).unicodeScalars.map(\.value)[...]
    var keys: [Key] = []
    while let scalar = scalars.popFirst() {
      guard scalar == 0x1B else {
        if let key = key(scalar: scalar) { keys.append(key) }
        continue
      }
      let known = extras.first {
        scalars.starts(with: $0.0.unicodeScalars.dropFirst().map(\.value))
      }
      if let known {
        scalars = scalars.dropFirst(known.0.unicodeScalars.count - 1)
        if let key = key(code: known.1) { keys.append(key) }
        continue
      }
      switch afterEscape(Array(scalars)) {
      case .none: keys.append(.escape)
      case .alt(let key):
        keys.append(key)
        scalars = scalars.dropFirst()
      case .sequence(let consumed): scalars = scalars.dropFirst(consumed)
      }
    }
    return (keys, Array(bytes[whole...]))
  }
}
