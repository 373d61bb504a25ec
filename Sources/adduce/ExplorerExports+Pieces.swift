import Explorer
import Foundation
import Interchange
import Library
import Query

/// Parts of what the explorer shows, for the clipboard and for commands.
extension ExplorerExports {
  /// One record, fact or passage, as an export of it alone would be.
  func text(of row: ListRow, as format: ExportFormat) throws -> String {
    var text = ""
    _ = try exporter(.init(format, kinds: [row.kind])) { request in
      guard case .rows(let rows) = request else { return try store.answerNow(request) }
      return .rows(
        ListWindow(
          kind: rows.kind, rows: rows.first == 0 ? [row] : [], first: rows.first, total: 1))
    }.run(to: { text += $0 })
    return text
  }

  /// Writes what a command shall read to a file that nobody else may read; then the command can be run.
  func prepare(_ request: PipeRequest, progress: (String) -> Void) -> Action {
    var template = Array((NSTemporaryDirectory() + "/adduce-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      return .exporting("no file could be made in \(NSTemporaryDirectory())", isDone: true)
    }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      let remark = try write(request.content, to: file, progress)
      return .prepared(ShellJob(command: request.command, path: path, remark: remark))
    } catch {
      unlink(path)
      let words = (error as? StoreProblem).map { "\($0.message). \($0.remedy)" } ?? "\(error)"
      return .exporting("“\(request.command)” was not run: \(words)", isDone: true)
    }
  }

  /// Writes it; what is to be told of it.
  private func write(
    _ content: PipeRequest.Content, to file: FileHandle, _ progress: (String) -> Void
  ) throws -> String {
    switch content {
    case .text(let text): try file.write(contentsOf: Data(text.utf8))
    case .record(let row): try file.write(contentsOf: Data(text(of: row, as: .markdown).utf8))
    case .list(let request):
      var total = 0
      let most = PipeRequest.mostRows
      var last = ContinuousClock.now
      _ = try exporter(
        .init(.csv, request.expression, kinds: request.kinds, scope: request.scope)
      ) { request in
        guard case .rows(var rows) = request else { return try store.answerNow(request) }
        rows.count = max(0, min(rows.count, most - rows.first))
        guard case .rows(var window) = try store.answerNow(.rows(rows)) else {
          return try store.answerNow(request)
        }
        total = window.total
        window.total = min(window.total, most)
        return .rows(window)
      }.run(
        to: { try file.write(contentsOf: Data($0.utf8)) },
        progress: { written, count in
          guard !Task.isCancelled else { throw StoreProblem.cancelled }
          guard ContinuousClock.now - last > .milliseconds(250) else { return }
          last = .now
          progress("\(written) of \(count) rows made ready; Esc stops")
        })
      if total > most { return "it read the first \(most) of \(total) rows; e writes all" }
    }
    return ""
  }

  private func exporter(
    _ order: Exporter.Order, ask: @escaping (Request) throws -> Reply
  ) -> Exporter {
    Exporter(order, program: Self.program, date: Self.today, ask: ask)
  }
}
