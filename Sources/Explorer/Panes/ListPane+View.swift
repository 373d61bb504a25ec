import Canvas
import Model
import Query
import Text

extension ListPane {
  /// How many lines of the screen a row takes: events tell their date and title on two where the
  /// pane is narrow.
  func lines(width: Int) -> Int { kind == .event && width < 72 ? 2 : 1 }

  /// Where on the last of its lines a row's title begins.
  func titleColumn(width: Int) -> Int {
    kind != .event ? 1 : lines(width: width) == 1 ? 24 : 2
  }

  /// How many rows a pane of that size shows.
  func rows(in size: Size) -> Int {
    max(1, (size.height - linesAbove(in: size)) / lines(width: size.width))
  }

  /// How many lines stand above the rows: chips where there are any, and over events their months, where
  /// there is room.
  private func linesAbove(in size: Size) -> Int { chipLines + (showsMonths(in: size) ? 1 : 0) }

  /// The rows on the screen, each with the line on which it begins.
  func placed(in size: Size) -> [(line: Int, position: Int, row: ListRow?)] {
    let above = linesAbove(in: size)
    return visible(height: rows(in: size)).enumerated().map { index, entry in
      (above + index * lines(width: size.width), entry.position, entry.row)
    }
  }

  /// The position of the row that stands on a line of a pane of that size; nil where none does.
  func position(line: Int, in size: Size) -> Int? {
    let height = lines(width: size.width)
    return placed(in: size).first { ($0.line..<$0.line + height).contains(line) }?.position
  }

  private var chipLines: Int { filters.isEmpty ? 0 : 1 }

  private func showsMonths(in size: Size) -> Bool {
    kind == .event && size.height >= Self.leastHeightWithMonths
  }

  /// From this height on, months stand above the events.
  private static let leastHeightWithMonths = 8

  func view(
    in size: Size, isFocused: Bool, words: [String] = [], reviewed: Set<RecordID> = []
  ) -> Frame {
    var frame = Frame(size)
    frame.put(chips: filters, row: 0)
    guard let total = list.total else {
      frame.put("loading", row: chipLines, column: 1, style: .dim)
      return frame
    }
    if total == 0 {
      for (line, words) in Cells.wrapped(emptiness, to: max(1, size.width - 2)).enumerated() {
        frame.put(words, row: chipLines + line, column: 1, style: .dim)
      }
      return frame
    }
    if showsMonths(in: size), let months {
      let line = MonthLine(counts: months)
      frame.put(line.view(width: size.width), at: .init(row: chipLines, column: 0))
    }
    if events != nil, !isNarrowing, self.total == 0 {
      let row = chipLines + 1
      frame.put("no \(kind.plural) in these events", row: row, column: 1, style: .dim)
    }
    let height = lines(width: size.width)
    for entry in placed(in: size) {
      let line = entry.line
      if let row = entry.row {
        if kind == .event {
          draw(event: row, on: &frame, line: line, words: words)
        } else {
          draw(record: row, on: &frame, line: line, words: words)
        }
        if case .record(let id) = row.target, reviewed.contains(id) {
          frame.put("✓", row: line, column: 0, style: .dim)
        }
      } else if entry.position == 0, kind != .event {
        frame.put("All \(kind.plural)", row: line, column: 1, style: .heading)
      }
      if entry.position == cursor {
        for row in line..<(line + height) {
          frame.mark(row: row, isFocused ? .selected : .selectedElsewhere)
        }
      }
    }
    return frame
  }

  private var emptiness: String {
    let of = scope == nil ? "no \(kind.plural)" : "no \(kind.plural) for \(scopeName)"
    return filters.isEmpty ? of : of + " that pass; Esc lifts the last filter"
  }

  /// From this width on, a narrowed list says of how many events the counted ones are.
  private static let widthOfBothCounts = 44

  /// How many events belong to a record, and for a source how many facts; where the events are narrowed, how
  /// many of these. What is not known yet is not there.
  private func number(of row: ListRow, width: Int) -> String {
    if isNarrowing { return "" }
    guard let left = row.eventsLeft else {
      let count = kind == .source ? row.facts : row.events
      return count == 0 ? "" : "\(count)"
    }
    guard width >= Self.widthOfBothCounts else { return "\(left)" }
    let all = "\(row.events)"
    let indent = String(repeating: " ", count: max(0, digits - all.count))
    return "\(left) of \(indent)\(all)" + (kind == .source ? " events" : "")
  }

  /// How many digits the greatest number of events on the screen has, so that others stand below it.
  private var digits: Int { list.visible.map { "\($0.row.events)".count }.max() ?? 1 }

  /// A name, and its number.
  private func draw(record row: ListRow, on frame: inout Frame, line: Int, words: [String]) {
    let number = number(of: row, width: frame.size.width)
    let end = frame.size.width - 1
    frame.put(number, row: line, column: end - number.count, style: .dim)
    let limit = number.isEmpty ? end : end - number.count - 1
    let title = row.kind == .source ? sourceTitle(row) : row.title
    let after = frame.put(
      title, row: line, column: 1, limit: limit,
      style: row.detail == "held, coded" ? .title : .plain)
    frame.markMatches(of: words, in: title, row: line, column: 1, limit: limit)
    if kind == .place, after + 2 < limit {
      frame.put(row.place, row: line, column: after + 2, limit: limit, style: .dim)
    }
  }

  /// A held source by its id and title, a work without a title by publisher and date.
  private func sourceTitle(_ row: ListRow) -> String {
    if case .record(let id) = row.target, row.detail == "held, coded" {
      return "\(id): \(row.title)"
    }
    guard row.title.hasPrefix(row.place) else { return row.title }
    return row.place + (row.date.map { " \($0)" } ?? "")
  }

  /// Casualties in short; where they do not all fit, the first figure and a sign that there are more.
  private func figures(_ all: String, in room: Int) -> String {
    guard Cells.width(all) > room, let first = all.split(separator: ",").first else { return all }
    return Cells.width(first) + 2 <= room ? first + " …" : ""
  }

  private func draw(event row: ListRow, on frame: inout Frame, line: Int, words: [String]) {
    let width = frame.size.width
    let isWide = lines(width: width) == 1
    let date = row.date?.description ?? "undated"
    let style: Style = row.date == nil ? .caution : .date
    if isWide {
      frame.put(date, row: line, column: 1, limit: 22, style: style)
      let figures = Cells.clipped(row.figures, to: 26)
      let end = width - 1 - Cells.width(figures)
      let start = titleColumn(width: width)
      frame.put(figures, row: line, column: end, style: .figure)
      let after = frame.put(row.title, row: line, column: start, limit: end - 1)
      frame.markMatches(of: words, in: row.title, row: line, column: start, limit: end - 1)
      frame.put(row.place, row: line, column: after + 2, limit: end - 1, style: .dim)
    } else {
      let after = frame.put(date, row: line, column: 1, limit: width, style: style)
      let room = width - after - 3
      let figures = figures(row.figures, in: room)
      let start = width - 1 - Cells.width(figures)
      frame.put(figures, row: line, column: start, limit: width, style: .figure)
      if figures.isEmpty, room > 0 {
        frame.put(row.place, row: line, column: after + 2, limit: width - 1, style: .dim)
      }
      frame.put(row.title, row: line + 1, column: 2, limit: width)
      frame.markMatches(of: words, in: row.title, row: line + 1, column: 2, limit: width)
    }
  }
}
