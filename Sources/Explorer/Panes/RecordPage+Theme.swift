import Canvas
import Model
import Query
import Text

/// Themes by their structure: phases and successions along a line, tables with lines, the rest as
/// entries under their labels. Every member is an item, and every citation of it.
extension RecordPage {
  mutating func add(_ theme: Theme) {
    statements(theme.statements.filter { $0.property != .member })
    if page.lines.last?.spans.isEmpty == false { page.add() }
    switch ThemeLayout(of: theme) {
    case .phases: sequence(theme.members, node: "●", endsInArrow: false)
    case .succession: sequence(theme.members, node: "○", endsInArrow: true)
    case .table: table(theme.members)
    case .grid(let rows, let columns): grid(theme.members, rows, columns)
    case .entries: entries(theme.members)
    }
  }

  // MARK: Sequences

  /// Down a line, one after another. A succession's line ends in an arrow: members stand in their order, but
  /// none is said to follow on the one above, which may be a deputy.
  private mutating func sequence(_ members: [Statement], node: String, endsInArrow: Bool) {
    for (index, member) in members.enumerated() {
      let isLast = index == members.count - 1 && !endsInArrow
      let line = isLast ? "    " : " │  "
      add(member, head: " \(node)  ", line: line, label: member.label)
      if !isLast, index < members.count - 1 { page.add([Span(line, .border)]) }
    }
    if endsInArrow, !members.isEmpty { page.add([Span(" ▼", .border)]) }
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
  /// Of several columns each needs this much, for its passages; else rows are told one under another.
  private static let leastGridColumn = 18

  /// The width of the first column: a quarter of the room, or more where a word needs it.
  private static func heads(_ labels: [String], in room: Int) -> Int {
    let longest = labels.map { Cells.width($0) }.max() ?? 0
    let word = labels.flatMap { $0.split(separator: " ") }.map { Cells.width($0) }.max() ?? 0
    return max(2, min(longest, max(room / 4, min(word, room / 2))))
  }

  private mutating func table(_ members: [Statement]) {
    let hasPassages = width >= Self.leastWithPassages
    let room = width - 1 - (hasPassages ? 6 : 3)
    let label = Self.heads(members.map(\.label), in: room)
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
          lines: isSame
            ? [] : Page.wrap([Span(member.label, .heading)], to: label).map { ($0, item) }),
        cell(member, item: item, width: value, withPassages: !hasPassages),
      ]
      if hasPassages { cells.append(passageCell(member, width: passages)) }
      table.add(cells, joinsAbove: isSame)
    }
    for line in table.lines { page.add(line) }
  }

  /// Rows and columns as the labels name them; what is told of a row as a whole goes through all columns.
  /// What no source tells stays empty.
  private mutating func grid(_ members: [Statement], _ rows: [String], _ columns: [String]) {
    let room = width - 1 - 3 * columns.count
    let head = Self.heads(rows, in: room)
    let each = (room - head) / columns.count
    guard each >= Self.leastGridColumn else { return table(members) }
    var table = RuledTable(widths: [head] + columns.map { _ in each })
    table.add(
      [RuledTable.Cell()]
        + columns.map { name in
          RuledTable.Cell(lines: Page.wrap([Span(name, .heading)], to: each).map { ($0, nil) })
        })
    for row in rows {
      let head = RuledTable.Cell(
        lines: Page.wrap([Span(row, .heading)], to: head).map { ($0, nil) })
      let whole = members.filter { $0.label == row }
      if !whole.isEmpty {
        let all = stacked(whole, width: each * columns.count + 3 * (columns.count - 1))
        table.add([head, all], spansRest: true)
      }
      let cells = columns.map { column in members.filter { $0.label == "\(row) / \(column)" } }
      if cells.contains(where: { !$0.isEmpty }) {
        table.add(
          [whole.isEmpty ? head : RuledTable.Cell()] + cells.map { stacked($0, width: each) },
          joinsAbove: !whole.isEmpty)
      }
    }
    for line in table.lines { page.add(line) }
  }

  /// Members that stand in one cell, one under another.
  private mutating func stacked(_ members: [Statement], width: Int) -> RuledTable.Cell {
    var all = RuledTable.Cell()
    for member in members {
      let item = add(itemFor: member)
      all.lines += cell(member, item: item, width: width, withPassages: true).lines
    }
    return all
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
