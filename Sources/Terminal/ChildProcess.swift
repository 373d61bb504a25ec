import Glibc

/// Programs that are started in the explorer's own process group.
enum ChildProcess {
  /// Runs a program until it ends. Where it stops, as an editor does by C-z, the explorer stops as well, and both
  /// go on together.
  static func run(_ arguments: [String], reading input: String?) -> ProgramEnd {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    // What is ignored or blocked here must not be there.
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0) }
    var argv = arguments.map { strdup($0) } + [nil]
    defer { for text in argv { free(text) } }
    var child: pid_t = 0
    let problem = posix_spawn(&child, arguments[0], &actions, &attributes, &argv, environ)
    guard problem == 0 else { return .failed(String(cString: strerror(problem))) }
    return wait(for: child)
  }

  private static func wait(for child: pid_t) -> ProgramEnd {
    while let isStopped = isStopped(child, waits: true) {
      guard isStopped else { break }
      // C-z stops all processes of the group, this one too: when `fg` has let them go on there is nothing
      // left to do. One that stopped itself alone is followed.
      usleep(50_000)
      guard self.isStopped(child, waits: false) == true else { continue }
      raise(SIGSTOP)
      kill(child, SIGCONT)
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return .failed(String(cString: strerror(errno))) }
    }
    // As <sys/wait.h> takes a status apart.
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }

  /// Whether a child is stopped, false where it has ended; nil where it is neither, or no child. Leaves it to
  /// be asked for again.
  private static func isStopped(_ child: pid_t, waits: Bool) -> Bool? {
    var info = siginfo_t()
    let options = WEXITED | WSTOPPED | WNOWAIT | (waits ? 0 : WNOHANG)
    while waitid(P_PID, id_t(child), &info, options) < 0 {
      guard errno == EINTR else { return nil }
    }
    guard info.si_signo == SIGCHLD else { return nil }
    return info.si_code == CLD_STOPPED
  }
}
