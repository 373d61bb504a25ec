import CNcurses
import Glibc

/// Ends the terminal's sleep from another thread.
public final class Wake: Sendable {
  let reading: Int32
  private let writing: Int32

  /// Nil where the system has no more file descriptors.
  init?() {
    guard let pipe = Pipe() else { return nil }
    reading = pipe.reading
    writing = pipe.writing
  }

  /// The sleeper wakes once, however often this is called before it does.
  public func callAsFunction() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Takes back what was signalled so far.
  func clear() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(reading, &bytes, bytes.count) > 0 {}
  }

  deinit {
    close(reading)
    close(writing)
  }
}

/// A pipe neither of whose ends blocks or reaches a child.
struct Pipe {
  let reading: Int32
  let writing: Int32

  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    reading = ends[0]
    writing = ends[1]
  }
}
