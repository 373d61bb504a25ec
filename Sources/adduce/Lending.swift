import Explorer
import Foundation
import Model
import Terminal

/// Commands and editors that get the terminal for a while.
extension ExplorerScreen {
  /// Runs a command over what was prepared for it; what is to be told of it afterwards.
  func run(_ job: ShellJob) -> String {
    defer { unlink(job.path) }
    let words: @Sendable (ProgramEnd) -> String = { "“\(job.command)” \($0.words)" }
    let end = run(
      ["/bin/sh", "-c", job.command], reading: job.path, pause: .afterOutput(words: words))
    return words(end) + (job.remark.isEmpty ? "" : "; \(job.remark)")
  }

  /// Opens a file in the reader's editor at a line; what is to be told of it, where it did not end well.
  ///
  /// `+LINE FILE` is what vi, vim, nano, emacs, kakoune, micro and less take.
  func edit(_ path: String, line: Int) -> String? {
    let environment = ProcessInfo.processInfo.environment
    let named = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self)
      .first { !$0.allSatisfy(\.isWhitespace) }
    let editor = named ?? "vi"
    // The editor's own words, such as `emacs -nw`, are the shell's to take apart; the path is not.
    let end = run(
      ["/bin/sh", "-c", "\(editor) \"$@\"", editor, "+\(line)", path], reading: nil, pause: .never)
    switch end {
    case .exited(0): return nil
    case .exited(126), .exited(127):
      return named == nil
        ? "there is no vi here; VISUAL or EDITOR may name your editor"
        : "“\(editor)” (VISUAL or EDITOR) could not be started"
    default: return "“\(editor)” \(end.words)"
    }
  }
}

extension ProgramEnd {
  /// As a clause after the program's name.
  fileprivate var words: String {
    switch self {
    case .exited(0): "ended well"
    case .exited(let status): "ended with status \(status)"
    case .signalled(let number): "was ended by signal \(number)"
    case .failed(let reason): "could not be started: \(reason)"
    }
  }
}
