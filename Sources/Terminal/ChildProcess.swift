import Glibc

/// Programs that are started in the explorer's own process group.
enum ChildProcess {
  /// Runs a program until it ends. Where it stops, as an editor does by C-z, the explorer stops as well, and both
  /// go on together.
  static func run(_ arguments: [String], reading input: String?) -> CursesTerminal.End {
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

  private static func wait(for child: pid_t) -> CursesTerminal.End {
    var status: Int32 = 0
    while true {
      if waitpid(child, &status, WUNTRACED) < 0 {
        guard errno == EINTR else { return .failed(String(cString: strerror(errno))) }
        continue
      }
      // As <sys/wait.h> takes a status apart.
      if status & 0xFF == 0x7F {
        raise(SIGSTOP)
        kill(child, SIGCONT)
      } else {
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
      }
    }
  }
}
