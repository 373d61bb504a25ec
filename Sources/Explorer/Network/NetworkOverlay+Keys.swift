import Canvas
import Model
import Query

// What keys do in the network.
extension NetworkOverlay {
  var hints: [(key: String, word: String)] {
    if editor != nil { return [("Enter", "show"), ("Esc", "never mind")] }
    return [
      ("j k", "edge"), ("Enter", "walk"), ("Backspace", "back"), ("c", "passage"),
      ("a", "date"), ("o", "record"), ("q", "close"), ("] [", "citation"), ("< >", "step"),
      ("Tab", "section"), ("O", "relation"),
    ]
  }

  var guide: OverlayGuide? {
    editor != nil
      ? nil
      : OverlayGuide(
        "the network", openedBy: [.network],
        [
          .init(.enter, command: .open, help: "walk to the other party of the edge"),
          .init(.backspace, command: .back, help: "walk back"),
          .init("c", command: .citations, help: "to the passage that the edge rests on"),
          .init("]", command: .nextCitation, help: "next citation of the edge"),
          .init("[", command: .previousCitation, help: "previous citation"),
          .init("o", help: "the record in the middle"),
          .init("O", help: "the record of the edge"),
          .init("a", help: "relations as they stood at a date"),
          .init("<", ">", help: "to the time before, or after, at which one changed"),
          .init(.tab, help: "to the next section"),
          .init(.backTab, help: "to the section before"),
          .init("h", .left, command: .previousPane, help: "to the left side"),
          .init("l", .right, command: .nextPane, help: "to the right side"),
        ])
  }

  /// The edge under the cursor, as a record.
  func pointed(in size: Size) -> Pointed? {
    guard let network, let relation = edge(in: size)?.relation else { return nil }
    let parties = [relation.from, relation.to].map { network.name(of: $0) }
    let kind = relation.kind.forward.lowercased()
    var citations: [Citation] = []
    for one in detail(in: size)?.citations ?? [] where !citations.contains(one.citation) {
      if network.datasets[one.citation.passage.source] == nil { citations.append(one.citation) }
    }
    return Pointed(
      id: relation.id, kind: .relation, title: "\(parties[0]) \(kind) \(parties[1])",
      citations: citations)
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    if editor != nil { return type(key, on: &state) }
    let size = state.overlaySize
    switch key {
    case .enter: return walk(on: &state)
    case .backspace: return walkBack(on: &state)
    case "c": return openPassage(on: &state)
    case "]", "[": stepCitation(key == "]" ? 1 : -1, on: &state)
    case "a": editor = LineEditor()
    case "<", ">": step(forwards: key == ">", on: &state)
    case .tab, .backTab: moveToSection(forwards: key == .tab, in: size)
    case "h", .left: if !moveToSide(true, in: size) { moveToSection(forwards: false, in: size) }
    case "l", .right: if !moveToSide(false, in: size) { moveToSection(forwards: true, in: size) }
    case .escape where days != nil: show(at: nil, in: state.overlaySize)
    case "o":
      return state.go(to: .record(center))
    case "O":
      guard let relation = edge(in: size)?.relation else { return [] }
      return state.go(to: .record(relation.id))
    default:
      if let edges = state.scrolling(key) { move(by: edges) }
    }
    return []
  }

  private mutating func type(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape: editor = nil
    case .enter:
      guard let text = editor?.text else { return [] }
      if text.allSatisfy(\.isWhitespace) {
        editor = nil
        show(at: nil, in: state.overlaySize)
        return []
      }
      do throws(DateProblem) {
        let dates = try TypedDates(reading: text)
        guard !dates.isUndated else {
          state.notice = .init(text: "at any date the undated stand apart; type a date")
          return []
        }
        editor = nil
        show(at: dates.range, in: state.overlaySize)
      } catch {
        state.notice = .init(text: "\(error.message): \(error.remedy)", isProblem: true)
      }
    default: _ = editor?.take(key)
    }
    return []
  }

  private mutating func stepCitation(_ step: Int, on state: inout ExplorerState) {
    let count = detail(in: state.overlaySize)?.citations.count ?? 0
    guard (0..<count).contains(citation.item + step) else {
      state.notice = .init(text: "the edge has no further citation that way")
      return
    }
    citation.item += step
  }

  private mutating func openPassage(on state: inout ExplorerState) -> [Effect] {
    guard let network, let citations = detail(in: state.overlaySize)?.citations,
      citations.indices.contains(citation.item)
    else {
      state.notice = .init(text: "no citation here")
      return []
    }
    let (cited, all) = citations[citation.item]
    if let dataset = network.datasets[cited.passage.source] {
      state.notice = .init(
        text: "it rests on line \(cited.passage.number.rawValue) of \(dataset), which has no text")
      return []
    }
    return state.go(to: .passage(cited.passage, of: all))
  }
}

extension NetworkOverlay {
  // MARK: Walking

  private mutating func walk(on state: inout ExplorerState) -> [Effect] {
    guard let network, network.center == center, let edge = edge(in: state.overlaySize) else {
      return []
    }
    guard let other = edge.other.record, other != center else {
      state.notice = .init(text: "the other party has no record of its own to walk to")
      return []
    }
    steps.append(Step(center: center, name: network.name(of: center), relation: edge.relation.id))
    return ask(for: other, named: network.name(of: other), at: edge.relation.id)
  }

  private mutating func walkBack(on state: inout ExplorerState) -> [Effect] {
    guard let step = steps.popLast() else {
      state.notice = .init(text: "this is where the walk began; q closes the network")
      return []
    }
    return ask(for: step.center, named: step.name, at: step.relation)
  }

  private mutating func ask(
    for record: RecordID, named name: String, at relation: RecordID?
  ) -> [Effect] {
    center = record
    self.name = name
    wanted = relation
    isAsked = false
    return []
  }

  // MARK: Dates

  /// The cursor stays on its edge where that is still drawn.
  private mutating func show(at days: DayRange?, in size: Size) {
    wanted = edge(in: size)?.relation.id
    self.days = days
    laid.forget()
    cursor = 0
    citation = PageCursor()
  }

  /// To the next time at which something is told to begin or end, or the one before.
  private mutating func step(forwards: Bool, on state: inout ExplorerState) {
    let turns = Set((network?.relations ?? []).flatMap { $0.date?.turns ?? [] }).sorted {
      ($0.first, $0.last) < ($1.first, $1.last)
    }
    let next: DayRange?
    if let days {
      let here = (days.first, days.last)
      next =
        forwards
        ? turns.first { ($0.first, $0.last) > here } : turns.last { ($0.first, $0.last) < here }
    } else {
      next = forwards ? turns.first : turns.last
    }
    guard let next else {
      state.notice = .init(
        text: turns.isEmpty
          ? "no relation here has a date" : "nothing is told to begin or end further that way")
      return
    }
    show(at: next, in: state.overlaySize)
  }
}

extension ExplorerState {
  /// Shows the record of the panes among its relations.
  mutating func openNetwork() -> [Effect] {
    guard let (id, name) = networkCenter else {
      notice = .init(text: "N is for a group or a person: 1 lists groups, 3 people")
      return []
    }
    show(NetworkOverlay(of: id, named: name))
    return []
  }

  /// The group or person under the cursor of the first pane, or the one that is read. The row under the cursor
  /// is known before its record comes.
  private var networkCenter: (RecordID, String)? {
    let kinds: [RecordKind] = [.group, .person]
    if focus == .index, let row = panes.index.selected, kinds.contains(row.kind),
      case .record(let id) = row.target
    {
      return (id, row.title)
    }
    guard let dossier = panes.record.dossier, dossier.record.id == panes.record.id,
      kinds.contains(dossier.record.kind)
    else { return nil }
    return (dossier.record.id, dossier.name(of: dossier.record.id))
  }
}
