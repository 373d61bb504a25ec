import Glibc

/// Another program run for what it writes, without a shell.
enum ChildProcess {
  /// How a program ended.
  struct Outcome {
    /// The beginning of what it said on its error stream.
    var complaint: String
    /// 0 where all was well; -1 where a signal ended it.
    var status: Int32
    /// Whether it was ended here, for writing or taking too much, or because nothing more was wanted.
    var isCutShort: Bool
  }

  /// Runs a program of the search path until it ends, writes more than `limit` bytes, or has run for
  /// so many seconds.
  ///
  /// It gets an empty standard input and an environment of a path and a locale. What it writes is
  /// given to `take` as it comes, until that answers false. Nil where the program is not there or
  /// cannot be started.
  static func run(
    _ program: String, _ arguments: [String], limit: Int, seconds: Int,
    take: (ArraySlice<UInt8>) -> Bool
  ) -> Outcome? {
    guard let output = Pipe(), let complaint = Pipe() else { return nil }
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, complaint.writing, 2)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    var setting: [UnsafeMutablePointer<CChar>?] = [
      strdup("PATH=\(path)"), strdup("LC_ALL=C.UTF-8"), nil,
    ]
    defer { for word in words + setting { free(word) } }
    var child = pid_t()
    guard posix_spawnp(&child, program, &actions, nil, &words, &setting) == 0 else { return nil }
    output.closeWriting()
    complaint.closeWriting()
    var outcome = Outcome(complaint: "", status: -1, isCutShort: false)
    var said: [UInt8] = []
    outcome.isCutShort = !collect(
      output, complaint, into: &said, limit: limit, until: now + Double(seconds), take: take)
    outcome.complaint = String(decoding: said, as: UTF8.self)
    if outcome.isCutShort { kill(child, SIGKILL) }
    var state: Int32 = 0
    while waitpid(child, &state, 0) < 0 && errno == EINTR {}
    if state & 0x7F == 0 { outcome.status = state >> 8 & 0xFF }
    return outcome
  }

  /// Reads both streams to their ends; false where a limit or a refusal came first.
  private static func collect(
    _ output: Pipe, _ complaint: Pipe, into said: inout [UInt8], limit: Int, until end: Double,
    take: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    var taken = 0
    var waiting = [output.reading, complaint.reading].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    var room = [UInt8](repeating: 0, count: 65_536)
    while waiting.contains(where: { $0.fd >= 0 }) {
      let left = end - now
      guard left > 0 else { return false }
      let count = poll(&waiting, 2, Int32(min(left * 1000 + 1, 60_000)))
      if count < 0 && errno != EINTR { return false }
      guard count > 0 else { continue }
      for index in waiting.indices where waiting[index].revents != 0 {
        let count = read(waiting[index].fd, &room, room.count)
        if count < 0 && errno == EINTR { continue }
        // Poll passes over what is below 0.
        guard count > 0 else {
          waiting[index].fd = -1
          waiting[index].revents = 0
          continue
        }
        if index == 0 {
          taken += count
          guard taken <= limit, take(room.prefix(count)) else { return false }
        } else if said.count < 4096 {
          said += room.prefix(count)
        }
      }
    }
    return true
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Two ends that no other program started meanwhile keeps open.
  private final class Pipe {
    let reading: Int32
    private(set) var writing: Int32

    init?() {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return nil }
      (reading, writing) = (ends[0], ends[1])
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    func closeWriting() {
      if writing >= 0 { close(writing) }
      writing = -1
    }

    deinit {
      closeWriting()
      close(reading)
    }
  }
}
