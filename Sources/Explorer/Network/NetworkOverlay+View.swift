import Canvas
import Model
import Query
import Text

extension NetworkOverlay {
  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    drawTitle(on: &frame)
    guard let network, let layout = layout(in: size) else {
      frame.put("loading", row: 1, column: 1, style: .dim)
      return frame
    }
    if editor == nil {
      drawCounts(of: network, layout, on: &frame)
    } else {
      drawPrompt(on: &frame)
    }
    let parts = Parts(size)
    if layout.edges.isEmpty {
      frame.put(emptiness(of: network), row: 2, column: 1, style: .dim)
      return frame
    }
    frame.put(layout.view(tops: tops, cursor: cursor), at: .init(row: 2, column: 0))
    guard parts.foot > 1, let detail = detail(in: size) else { return frame }
    let rule = rule(of: layout, in: size)
    frame.fill(row: rule, columns: 0..<size.width, with: "─", style: .border)
    if detail.citations.count > 1 {
      frame.put(
        " citation \(citation.item + 1) of \(detail.citations.count) ", row: rule,
        column: max(2, size.width - 24), style: .dim)
    }
    frame.put(
      detail.page, cursor: citation, rows: (rule + 1)..<max(rule + 1, size.height), mark: .selected)
    return frame
  }

  private func drawTitle(on frame: inout Frame) {
    let when = days.map { "  relations as they stood \($0.moment)" } ?? ""
    let room = frame.size.width - Cells.width(when) - 2
    let start = " Network · "
    var path = steps.map(\.name) + [name]
    while path.count > 1, Cells.width(start + path.joined(separator: " › ")) > room {
      path.removeFirst()
      if path.first != "…" { path[0] = "… › " + path[0] }
      if path.count == 1 { break }
      path[0] = path[0].replacing("… › … › ", with: "… › ")
    }
    let after = frame.put(
      start + path.joined(separator: " › "), row: 0, limit: max(12, room + 1), style: .focus)
    frame.put(when, row: 0, column: after, style: .caution)
  }

  /// How much of the network is drawn, and how much is not.
  private func drawCounts(of network: Network, _ layout: NetworkLayout, on frame: inout Frame) {
    let all = network.relations.count
    var text = " \(all) \(all == 1 ? "relation" : "relations")"
    if let days {
      let standings = network.relations.map { $0.standing(in: days) }
      let count = { (standing: Standing) in standings.count { $0 == standing } }
      let (later, ended) = (count(.later), count(.ended))
      text = " \(count(.stands)) stood · \(count(.possibly)) possibly"
      text += " · \(count(.undated)) undated"
      text += " · \(later + ended) hidden: \(later) began later, \(ended) had ended"
    } else {
      let undated = network.relations.count { $0.date == nil }
      text += " of all times · \(undated) undated"
    }
    let position = layout.edges.isEmpty ? "" : "\(cursor + 1)/\(layout.edges.count) "
    let end = frame.size.width - position.count
    let after = frame.put(text, row: 1, limit: frame.size.width, style: .dim)
    if after < end { frame.put(position, row: 1, column: end, style: .dim) }
  }

  private func drawPrompt(on frame: inout Frame) {
    guard let editor else { return }
    let prompt = " As it stood  "
    frame.put(prompt, row: 1, style: .focus)
    frame.put(editor.text, row: 1, column: prompt.count)
    let before = Cells.width(String(editor.text.prefix(editor.cursor)))
    frame.cursor = .init(row: 1, column: min(prompt.count + before, frame.size.width - 1))
    let column = max(prompt.count + Cells.width(editor.text) + 3, 30)
    let text = "2016, 2016-08, 8 Aug 2016; empty shows all"
    let longer = text + " · in the world, not what was known then"
    frame.put(
      column + Cells.width(longer) < frame.size.width ? longer : text, row: 1, column: column,
      style: .dim)
  }

  private func emptiness(of network: Network) -> String {
    network.relations.isEmpty
      ? "no collection here tells of a relation of it"
      : "none of them is told to have stood then; Esc shows all"
  }
}

extension DayRange {
  /// In a phrase: `in 2015-01`, `in 2015`, `on 2015-01-26`, `2014 to 2016`.
  fileprivate var moment: String {
    if first == last { return "on \(first)" }
    if let month = CalendarMonth(of: first), month.firstDay == first {
      if month.advanced(by: 1).firstDay.advanced(by: -1) == last { return "in \(month)" }
      if month.month == 1, month.advanced(by: 12).firstDay.advanced(by: -1) == last {
        return "in \(month.year)"
      }
    }
    return words
  }
}
