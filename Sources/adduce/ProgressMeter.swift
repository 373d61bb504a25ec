import Foundation
import Glibc
import Library

/// A line on the terminal that tells how far an import has come; nothing where no terminal reads it.
final class ProgressMeter {
  private let file: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private let begun = ContinuousClock.now
  private var stepBegun = ContinuousClock.now
  private var step: ImportProgress.Step?
  private var last = ContinuousClock.now - .seconds(1)

  init(_ file: String) { self.file = file.split(separator: "/").last.map(String.init) ?? file }

  /// Shows where it is, ten times a second at most.
  func show(_ progress: ImportProgress) {
    let now = ContinuousClock.now
    let isNew = progress.step != step
    if isNew {
      step = progress.step
      stepBegun = now
    }
    guard isShown, isNew || now - last >= .milliseconds(100) else { return }
    last = now
    show(Self.line(file, progress, after: seconds(now - stepBegun)))
  }

  /// Takes the line away.
  func end() {
    if isShown { show("") }
  }

  /// Writes over the line.
  private func show(_ text: String) {
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  /// `ged.csv  indexing  [#####.....]  48 %  84,992 rows  290,000 a second  1 s left`
  static func line(_ file: String, _ progress: ImportProgress, after seconds: Double) -> String {
    if progress.step == .finishing { return "\(file)  \(progress.step.rawValue)  C-c stops" }
    let isBytes = progress.step == .copying || progress.step == .reading
    let unit = isBytes ? "MB" : "rows"
    let done = Double(progress.done) / (isBytes ? 1e6 : 1)
    let rate = seconds > 0.2 ? done / seconds : 0
    var parts = [file, progress.step.rawValue]
    if progress.total > 0 {
      let share = min(1, Double(progress.done) / Double(progress.total))
      let full = Int(share * 20)
      parts.append(
        "[\(String(repeating: "#", count: full))\(String(repeating: ".", count: 20 - full))]")
      parts.append("\(Int(share * 100)) %")
    } else {
      parts.append("\(Int(done)) \(unit)")
    }
    if progress.step == .reading { parts.append("\(progress.rows) rows") }
    if rate > 0 {
      parts.append("\(Int(rate)) \(unit) a second")
      if progress.total > 0 {
        let left = Double(progress.total - progress.done) / (isBytes ? 1e6 : 1) / rate
        parts.append("\(Int(left.rounded(.up))) s left")
      }
    }
    parts.append("C-c stops")
    return parts.joined(separator: "  ")
  }
}
