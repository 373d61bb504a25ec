import CSignals
import Glibc

/// What a crash leaves behind: the terminal as it was, a report, and one line that says where it is.
public enum CrashReport {
  private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP]

  /// Where a crash shall write its report; folders that are missing are made then.
  ///
  /// The report says the signal, the program's version, how long it ran and the calls it was in; nothing
  /// of what was asked, shown or read.
  /// - Returns: false where the path or the program's name is too long.
  public static func prepare(at path: String, program: String) -> Bool {
    adduce_report_to(path, program) == 0
  }

  static func watch() { for number in signals { adduce_watch_crash(number) } }
  static func unwatch() { for number in signals { adduce_default(number) } }
}
