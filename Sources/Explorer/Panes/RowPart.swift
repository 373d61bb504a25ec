import Canvas
import Model
import Query

/// What a record's page says of the row that an event of a dataset is made from: the file, and the works that
/// the row names as its sources.
struct RowPart {
  /// A line of it.
  struct Line {
    var label: String
    var spans: [Span]
    var destination: Destination?
  }

  let row: DatasetRow
  let name: (RecordID) -> String

  var lines: [Line] {
    let release = row.version.isEmpty ? "" : " \(row.version)"
    var lines = [
      Line(
        label: "Row",
        spans: [
          Span("line \(row.line)", .citation),
          Span(" of \(row.file), \(row.dataset)\(release)", .dim),
        ], destination: .row([]))
    ]
    if let quoted = row.quoted {
      lines.append(Line(label: "Quoting", spans: [Span(quoted)], destination: nil))
    }
    for (index, work) in row.sources.enumerated() {
      lines.append(
        Line(
          label: index > 0 ? "" : row.sources.count == 1 ? "Its source" : "Its sources",
          spans: [Span(name(work), .citation)], destination: .record(work)))
    }
    if row.sources.isEmpty {
      lines.append(
        Line(label: "Its sources", spans: [Span("the row names none", .dim)], destination: nil))
    }
    return lines
  }
}
