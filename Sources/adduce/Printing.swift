import Foundation
import Glibc
import Query
import Text

/// Standard output and standard error; every text goes through `Harmless`.
enum Printing {
  static func line(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  /// What the reader should know of an answer, beside it.
  static func remark(_ text: String) {
    FileHandle.standardError.write(Data("adduce: \(Harmless.line(text))\n".utf8))
  }

  /// A problem, and what would do.
  static func complain(_ message: String, _ remedy: String = "") {
    let text = "adduce: \(Harmless.line(message))\(remedy.isEmpty ? "" : ". \(remedy)")\n"
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// A query that does not parse, with a mark under the column.
  static func complain(_ problem: QueryProblem, in query: String) {
    complain("column \(problem.column): \(problem.message)", problem.remedy)
    let before = Cells.width(Harmless.line(String(query.prefix(problem.column - 1))))
    let mark = String(repeating: " ", count: before) + "^"
    FileHandle.standardError.write(Data("  \(Harmless.line(query))\n  \(mark)\n".utf8))
  }

  /// Columns of the terminal, or `otherwise` where there is none.
  static func width(otherwise: Int) -> Int {
    guard isatty(STDOUT_FILENO) == 1 else { return otherwise }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return otherwise
    }
    return Int(size.ws_col)
  }

  /// Rows in columns as wide as their widest cell; the last is not padded.
  static func table(_ rows: [[String]]) {
    let count = rows.map(\.count).max() ?? 0
    let safe = rows.map { $0.map(Harmless.line) }
    let widths = (0..<count).map { column in safe.map { Cells.width($0[column]) }.max() ?? 0 }
    for row in safe {
      var text = ""
      for (cell, width) in zip(row, widths) where width > 0 {
        text += Cells.padded(cell, to: width) + "  "
      }
      while text.last == " " { text.removeLast() }
      line(text)
    }
  }

  /// A Markdown table, its columns as wide as their widest cell; numbers stand right.
  static func markdown(heads: [String], _ rows: [[String]]) {
    let cells = rows.map { row in
      row.map { Harmless.line($0).replacingOccurrences(of: "|", with: "\\|") }
    }
    let columns = heads.indices.map { column in cells.map { $0[column] } }
    let isNumber = columns.map { $0.allSatisfy { Int($0) != nil } }
    let widths = heads.indices.map { column in
      (columns[column] + [heads[column]]).map(Cells.width).max() ?? 3
    }
    func row(_ cells: [String]) {
      let padded = cells.indices.map { column in
        let missing = max(0, widths[column] - Cells.width(cells[column]))
        let fill = String(repeating: " ", count: missing)
        return isNumber[column] ? fill + cells[column] : cells[column] + fill
      }
      line("| " + padded.joined(separator: " | ") + " |")
    }
    row(heads)
    line(
      "|"
        + heads.indices.map { column in
          String(repeating: "-", count: widths[column] + 1) + (isNumber[column] ? ":" : "-")
        }.joined(separator: "|") + "|")
    cells.forEach(row)
  }
}
