import Canvas
import Model
import Query
import Text

/// Themes by their structure: phases along a line, successions with arrows, tables with lines, the rest as
/// entries under their labels. Every member is an item, and every citation of it.
extension RecordPage {
  mutating func add(_ theme: Theme) {
    statements(theme.statements.filter { $0.property != .member })
    if page.lines.last?.spans.isEmpty == false { page.add() }
    switch ThemeLayout(of: theme) {
    case .phases: phases(theme.members)
    case .succession: succession(theme.members)
    case .table: table(theme.members)
    case .grid(let rows, let columns): grid(theme.members, rows, columns)
    case .entries: entries(theme.members)
    }
  }

  // MARK: Sequences

  private mutating func phases(_ members: [Statement]) {
    for (index, member) in members.enumerated() {
      let isLast = index == members.count - 1
      let line = isLast ? "    " : " │  "
      add(member, head: " ●  ", line: line, label: member.label)
      if !isLast { page.add([Span(line, .border)]) }
    }
  }

  private mutating func succession(_ members: [Statement]) {
    for (index, member) in members.enumerated() {
      let isLast = index == members.count - 1
      let number = "\(index + 1)"
      add(
        member, head: " \(number)\(String(repeating: " ", count: max(1, 3 - number.count)))",
        line: isLast ? "    " : " │  ", label: member.label)
      if !isLast { page.add([Span(" ↓", .border)]) }
    }
  }

  private mutating func entries(_ members: [Statement]) {
    var last: String?
    for member in members {
      if member.label != last, last != nil { page.add() }
      add(
        member, head: " ▪ ", line: "   ", label: member.label == last ? nil : member.label)
      last = member.label
    }
  }

  /// A member under its label, behind a line that may go on.
  private mutating func add(_ member: Statement, head: String, line: String, label: String?) {
    let item = add(itemFor: member)
    if let label {
      add(wrapped: [Span(label, .heading)], first: head, line: line, item: item)
    }
    add(wrapped: spans(of: member), first: line, line: line, item: item)
    for extra in extras(of: member) { add(wrapped: extra, first: line, line: line, item: item) }
    for citation in member.citations {
      let item = add(itemFor: citation, among: member.citations, of: member.id)
      add(
        wrapped: [Span("› ", .dim)] + spans(of: citation), first: line, line: line, item: item)
    }
  }

  private mutating func add(wrapped spans: [Span], first: String, line: String, item: Int) {
    var lead = first
    for text in Page.wrap(spans, to: max(2, width - Cells.width(line))) {
      page.add([Span(lead, .border)] + text, item: item)
      lead = line
    }
  }

  /// The note, and the record that the member has, with its date where it is an event.
  private func extras(of member: Statement) -> [[Span]] {
    var extras: [[Span]] = []
    if let note = member.note { extras.append([Span(note, .dim)]) }
    if let link = member.link {
      let name = dossier.name(of: link)
      var spans = [Span("→ ", .dim), Span(name, .link)]
      if let date = dossier.dates[link] { spans.append(Span(" · \(date.words)", .date)) }
      let isSaid =
        member.label == name
        || member.value.words(dossier.name(of:)).hasPrefix(name) && dossier.dates[link] == nil
      if !isSaid { extras.append(spans) }
    }
    return extras
  }

  // MARK: Tables

  /// From this width on the passages have a column of their own.
  private static let leastWithPassages = 64
  /// Narrower columns than this are not worth a table.
  private static let leastColumn = 12

  private mutating func table(_ members: [Statement]) {
    let hasPassages = width >= Self.leastWithPassages
    let room = width - 1 - (hasPassages ? 6 : 3)
    let longest = members.map { Cells.width($0.label) }.max() ?? 0
    let label = max(2, min(longest, room / 4))
    let passages = hasPassages ? min(44, (room - label) * 2 / 5) : 0
    let value = room - label - passages
    guard value >= Self.leastColumn else { return entries(members) }
    var table = RuledTable(widths: hasPassages ? [label, value, passages] : [label, value])
    var last: String?
    for member in members {
      let item = add(itemFor: member)
      let isSame = member.label == last
      last = member.label
      var cells = [
        RuledTable.Cell(
          lines: isSame ? [] : Page.wrap([Span(member.label, .heading)], to: label).map { ($0, item) }),
        cell(member, item: item, width: value, withPassages: !hasPassages),
      ]
      if hasPassages { cells.append(passageCell(member, width: passages)) }
      table.add(cells, joinsAbove: isSame)
    }
    for line in table.lines { page.add(line) }
  }

  /// Rows and columns as the labels name them. What no source tells stays empty.
  private mutating func grid(_ members: [Statement], _ rows: [String], _ columns: [String]) {
    let room = width - 1 - 3 * columns.count
    let head = max(2, min(rows.map { Cells.width($0) }.max() ?? 0, room / 4))
    let each = (room - head) / columns.count
    guard each >= Self.leastColumn else { return entries(members) }
    var table = RuledTable(widths: [head] + columns.map { _ in each })
    table.add(
      [RuledTable.Cell()]
        + columns.map { name in
          RuledTable.Cell(lines: Page.wrap([Span(name, .heading)], to: each).map { ($0, nil) })
        })
    for row in rows {
      var cells = [
        RuledTable.Cell(lines: Page.wrap([Span(row, .heading)], to: head).map { ($0, nil) })
      ]
      for column in columns {
        var all = RuledTable.Cell()
        for member in members where member.label == "\(row) / \(column)" {
          let item = add(itemFor: member)
          all.lines += cell(member, item: item, width: each, withPassages: true).lines
        }
        cells.append(all)
      }
      table.add(cells)
    }
    for line in table.lines { page.add(line) }
  }

  private mutating func cell(
    _ member: Statement, item: Int, width: Int, withPassages: Bool
  ) -> RuledTable.Cell {
    var cell = RuledTable.Cell()
    for text in [spans(of: member)] + extras(of: member) {
      cell.lines += Page.wrap(text, to: width).map { ($0, item) }
    }
    if withPassages { cell.lines += passageCell(member, width: width).lines }
    return cell
  }

  /// A line or more for each citation, an item each.
  private mutating func passageCell(_ member: Statement, width: Int) -> RuledTable.Cell {
    var cell = RuledTable.Cell()
    for citation in member.citations {
      let item = add(itemFor: citation, among: member.citations, of: member.id)
      var lead = Span("› ", .dim)
      for text in Page.wrap(spans(of: citation), to: max(2, width - 2)) {
        cell.lines.append(([lead] + text, item))
        lead = Span("  ")
      }
    }
    return cell
  }
}
