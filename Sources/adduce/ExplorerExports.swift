import Anchoring
import Casebook
import Foundation
import Interchange
import Library
import Model
import Query

/// Writes what the explorer shows to files, as `adduce export` does.
struct ExplorerExports: Sendable {
  /// What is written is this one's.
  var store: Collections
  /// The casebooks that were named; none for the usual one.
  let casebooks: [String]

  /// The program and its version, as an export tells them.
  static var program: String { "adduce \(Adduce.version)" }

  /// The day in UTC, so that the same export made anywhere bears the same date.
  static var today: DayNumber {
    DayNumber(rawValue: Int32(Date().timeIntervalSince1970 / 86_400))
  }

  /// Writes a file that is not there yet; what came of it, in words.
  func write(_ request: ExportRequest, progress: (String) -> Void) -> String {
    guard let format = ExportFormat(rawValue: request.format) else {
      return "there is no format “\(request.format)”"
    }
    let path = (request.path as NSString).expandingTildeInPath
    guard !FileManager.default.fileExists(atPath: path) else {
      return "\(request.path) is there already; give another name"
    }
    do {
      let provenance = try write(format, request, to: path, progress)
      let records = provenance.count == 1 ? "1 record" : "\(provenance.count) records"
      return "\(records) written to \(request.path)"
    } catch let problem as ExportFile.Problem {
      return "\(problem.message). \(problem.remedy)"
    } catch let problem as ExportProblem {
      return "\(problem.message). \(problem.remedy)"
    } catch let problem as StoreProblem {
      return "\(problem.message). \(problem.remedy)"
    } catch {
      return "\(request.path) cannot be written: \(error)"
    }
  }

  private func write(
    _ format: ExportFormat, _ request: ExportRequest, to path: String,
    _ progress: (String) -> Void
  ) throws -> Provenance {
    // The query says what was left out; that it is left out on every page as well is the question's part.
    let expression =
      request.known.map { QueryExpression.all([.known($0), request.expression]) }
      ?? request.expression
    let order = Exporter.Order(format, expression, kinds: request.kinds, scope: request.scope)
    let exporter = Exporter(
      order, program: Self.program, date: Self.today,
      fingerprint: format == .annotations ? Self.fingerprints(casebooks) : { _ in nil }
    ) { question in
      guard let known = request.known else { return try store.answerNow(question) }
      return try store.answerNow(.known(by: known.range.last, question))
    }
    var last = ContinuousClock.now
    let result = try ExportFile.write(to: path) { file in
      try exporter.run(
        to: { try file.write($0) },
        progress: { written, count in
          guard !Task.isCancelled else { throw StoreProblem.cancelled }
          guard ContinuousClock.now - last > .milliseconds(250) else { return }
          last = .now
          progress("\(written) of \(count) written to \(request.path); Esc stops")
        })
    }
    guard !format.holdsProvenance else { return result.provenance }
    try ExportFile.write(to: path + ".provenance.json") {
      try $0.write(result.provenance.json.line + "\n")
    }
    return result.provenance
  }

  /// The fingerprints of the casebooks named, by what is cited.
  static func fingerprints(_ casebooks: [String]) -> (Citation) -> String? {
    let folders = Opening.casebooks(named: casebooks)
    var prints: [RecordID: SourceFingerprints] = [:]
    for folder in folders {
      prints.merge(CasebookReader.fingerprints(Opening.folder(folder)).prints) { one, _ in one }
    }
    return { citation in
      let source = prints[citation.passage.source]
      let print =
        citation.span.flatMap { source?.spans[$0] } ?? source?.passages[citation.passage.number]
      return print?.description
    }
  }
}
