import Canvas
import Model
import Query
import Text

/// What is new in a state, in words, a line each, for whoever does not see the screen. Without a state
/// before, where the reader is.
///
/// - Parameter hasPressed: whether a key lies between: then a notice is said again though it is the same.
public func linearText(
  before: ExplorerState?, after: ExplorerState, hasPressed: Bool = true
) -> [String] {
  var lines: [String] = []
  let was = before?.spoken
  let now = after.spoken
  if now.place != was?.place || (before?.focus != after.focus && after.overlays.isEmpty) {
    if !now.line.isEmpty { lines.append(now.line) }
  } else if now.row != was?.row, !now.row.isEmpty {
    lines.append(now.row)
  }
  if after.pending != before?.pending, !after.pending.isEmpty {
    let next = after.keymap.continuations(of: after.pending)
      .map { "\($0.key.name) \($0.binding.help)" }
    lines.append(
      "\(after.pending.map(\.name).joined(separator: " ")), then \(next.joined(separator: "; "))")
  }
  // What is said a second time is news where a key did nothing else.
  if let notice = after.notice, notice != before?.notice || (hasPressed && lines.isEmpty) {
    lines.append(notice.isProblem ? "problem: \(notice.text)" : notice.text)
  }
  if after.isWorking, before?.isWorking != true { lines.append("working; Esc stops") }
  return lines
}

/// All that the pane in focus, or what lies over it, has on its screen, a line each.
public func linearPage(_ state: ExplorerState) -> [String] {
  if let part = state.overlay?.part {
    return words(of: part.view(in: state.overlaySize, of: state))
  }
  let place = state.spoken.place
  let body = state.layout.body(of: state.focus)
  switch state.focus {
  case .index: return [place] + state.panes.index.spokenRows(in: body, state.reviewed.ids)
  case .events: return [place] + state.panes.events.spokenRows(in: body, state.reviewed.ids)
  case .record:
    let lines = state.panes.record.page(width: body.width)?.page.lines ?? []
    return lines.map { Spoken.words($0.spans.map(\.text).joined()) }.filter { !$0.isEmpty }
  case .reader:
    guard let reader = state.panes.reader else { return [] }
    return [place] + words(of: reader.view(in: body, isFocused: true))
  }
}

private func words(of frame: Frame) -> [String] {
  (0..<frame.size.height).map { Spoken.words(frame.text(row: $0)) }.filter { !$0.isEmpty }
}

extension ExplorerState {
  /// What has the keyboard, and where its cursor stands.
  var spoken: Spoken {
    if let part = overlay?.part { return part.spoken(in: overlaySize, of: self) }
    switch focus {
    case .index:
      return panes.index.spoken(
        reviewed.ids, narrowedBy: panes.events.filters, of: overview?.counts[panes.indexKind])
    case .events: return panes.events.spoken(reviewed.ids)
    case .record: return panes.record.spoken(width: layout.body(of: .record).width, reviewed.ids)
    case .reader: return panes.reader?.spoken ?? Spoken(place: "", row: "")
    }
  }
}

extension ListPane {
  /// - Parameter events: the filters that the events of its records must pass.
  /// - Parameter all: how many records there are.
  fileprivate func spoken(
    _ reviewed: Set<RecordID>, narrowedBy events: [Filter] = [], of all: Int? = nil
  ) -> Spoken {
    let name = kind.plural.prefix(1).uppercased() + kind.plural.dropFirst()
    let filters = filters.isEmpty ? "" : ", only \(filters.map(\.words).joined(separator: ", "))"
    var place = (scope == nil ? name : "\(name) of \(scopeName)")
    if self.events != nil {
      place += " in events of \(events.map(\.words).joined(separator: ", "))"
      if !isNarrowing, let total, let all { place += ", \(total) of \(all)" }
    }
    place += filters
    if isNarrowing { return Spoken(place: place, row: "") }
    guard let total else { return Spoken(place: place, row: "") }
    guard list.total != 0, total > 0 || isOnAll else {
      return Spoken(
        place: place, row: "none\(filters.isEmpty ? "" : "; Esc lifts the last filter")")
    }
    if isOnAll { return Spoken(place: place, row: "all \(total)") }
    guard let row = selected else { return Spoken(place: place, row: "") }
    let number = position.replacing("/", with: " of ")
    return Spoken(place: place, row: "\(number): \(words(of: row, reviewed))")
  }

  fileprivate func spokenRows(in size: Size, _ reviewed: Set<RecordID>) -> [String] {
    visible(height: rows(in: size)).map { entry in
      entry.row.map { words(of: $0, reviewed) } ?? "all \(kind.plural)"
    }
  }

  /// Casualties with words for the signs before their numbers, as `CasualtyFigure` has them.
  private static func spoken(_ figures: String) -> String {
    let signs = ["~": "about ", "<": "nearly ", "≥": "at least ", ">": "more than ", "≤": "up to "]
    return figures.map { signs[String($0)] ?? String($0) }.joined()
  }

  private func words(of row: ListRow, _ reviewed: Set<RecordID>) -> String {
    var parts: [String]
    if kind == .event {
      parts = [row.date?.words ?? "undated", row.title, row.place, Self.spoken(row.figures)]
    } else {
      parts = [row.title, kind == .place ? row.place : "", isNarrowing ? "" : countWords(of: row)]
      if kind == .source, case .record(let id) = row.target { parts.insert(id.rawValue, at: 0) }
    }
    if case .record(let id) = row.target, reviewed.contains(id) { parts.append("reviewed") }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// `12 of 231 events` where the list is narrowed, else `231 events` or, for a source, `40 facts`.
  private func countWords(of row: ListRow) -> String {
    if let left = row.eventsLeft { return "\(left) of \(row.events) events" }
    let count = kind == .source ? row.facts : row.events
    let noun = kind == .source ? "fact" : "event"
    return count == 0 ? "" : count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

extension RecordPane {
  fileprivate func spoken(width: Int, _ reviewed: Set<RecordID>) -> Spoken {
    guard let page = page(width: width), let id = dossier?.record.id else {
      return Spoken(place: "Record", row: "")
    }
    let heading = page.page.lines.prefix { !$0.spans.isEmpty }.map { Self.text($0) }
    let mark = reviewed.contains(id) ? ", reviewed" : ""
    let place = "Record, \(heading.joined(separator: ", "))\(mark)"
    guard page.items.indices.contains(cursor.item) else {
      return Spoken(place: place, row: "nothing to follow")
    }
    let lines = page.page.lines[page.page.lines(of: cursor.item)].map { Self.text($0) }
    let number = "\(cursor.item + 1) of \(page.items.count)"
    return Spoken(place: place, row: "\(number): \(lines.joined(separator: " "))")
  }

  private static func text(_ line: PageLine) -> String {
    Spoken.words(line.spans.map(\.text).joined())
  }
}

extension ReaderPane {
  fileprivate var spoken: Spoken {
    guard let reading else { return Spoken(place: "Reader, \(source)", row: "") }
    let place = "Reader, \(reading.source.name)"
    if let copy {
      let line = copy.paragraph(at: text.firstByte(in: copy))
      let led = selected.flatMap { copy.passages[$0.number]?.range }
      let isSeen = led.map { $0.overlaps(text.seen(in: copy)) } ?? false
      guard isSeen, let led, let selected else {
        return Spoken(place: place, row: String(copy.text[bytes: copy.bytes(of: line)]))
      }
      return Spoken(
        place: place,
        row: "passage \(selected.number.rawValue)\(standsFor(selected)): \(copy.text[bytes: led])")
    }
    guard let selected, reading.passages.indices.contains(digests.cursor.item) else {
      return Spoken(place: place, row: "")
    }
    let passage = reading.passages[digests.cursor.item]
    let number = "passage \(passage.id.number.rawValue) of \(reading.passages.count)"
    return Spoken(place: place, row: "\(number)\(standsFor(selected)): \(passage.digest)")
  }

  /// Whether it is the passage cited, and how much rests on it.
  private func standsFor(_ passage: PassageID) -> String {
    let facts =
      reading?.passages.firstIndex { $0.id == passage }.flatMap { reading?.facts[$0] } ?? 0
    let count = facts == 0 ? "" : facts == 1 ? ", 1 fact" : ", \(facts) facts"
    return (passage == cited ? ", cited" : "") + count
  }
}
