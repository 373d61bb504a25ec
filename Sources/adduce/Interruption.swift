import Glibc
import Synchronization

/// Notes that somebody asked the program to stop, by C-c or `kill`, and lets it end in order; the second time
/// it ends at once, as without this.
struct Interruption {
  private static let asked = Atomic<Bool>(false)

  /// From now on.
  init() {
    // Whoever started the program may have kept them from its thread, and so from us.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        Self.asked.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }

  /// Whether somebody asked.
  var wasAskedFor: Bool { Self.asked.load(ordering: .relaxed) }
}
