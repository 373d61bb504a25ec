import Canvas
import Model
import Query
import Text

/// Labels on all that can be followed; one is typed, and that is opened.
///
/// Which target has which label follows from what is shown, at every key anew: what is drawn is what is
/// typed, also where an answer or another size has changed the screen since.
extension ExplorerState {
  /// `f`: puts the labels out.
  mutating func startHints() {
    guard !hintTargets.isEmpty else {
      notice = .init(text: "nothing on the screen can be followed")
      return
    }
    hinting = ""
  }

  /// `f` over the panes, where what lies there has links; nil where the key is none of ours.
  mutating func startHints(with key: Key) -> [Effect]? {
    guard overlay?.part is any HintedPart, keymap.command(for: [key], in: .lists) == .hints else {
      return nil
    }
    startHints()
    return []
  }

  /// Takes a key while labels are out; a letter that goes on in no label takes them away.
  mutating func pressOnHints(_ key: Key) -> [Effect] {
    let before = hinting ?? ""
    hinting = nil
    guard case .character(let letter) = key else { return [] }
    let typed = before + String(letter)
    let labelled = labelledTargets
    if let found = labelled.first(where: { $0.label == typed }) { return follow(found.target) }
    if labelled.contains(where: { $0.label.hasPrefix(typed) }) {
      hinting = typed
    } else {
      notice = .init(text: "no label begins with “\(typed)”; f shows them again")
    }
    return []
  }

  private mutating func follow(_ target: HintTarget) -> [Effect] {
    switch target.aim {
    case .row(let pane, let position):
      focus = pane
      if pane == .index {
        panes.index.move(by: position - panes.index.cursor)
        return restrictEvents() + open()
      }
      panes.events.move(by: position - panes.events.cursor)
      return open()
    case .item(let item):
      focus = .record
      panes.record.select(item: item)
      return open()
    case .passage(let index):
      focus = .reader
      panes.reader?.select(passage: index)
      return openFacts()
    case .overlayItem(let item):
      guard var part = overlay?.part as? any HintedPart else { return [] }
      part.select(item: item)
      overlays[overlays.count - 1].part = part
      return pressOnOverlay(.enter)
    }
  }

  // MARK: What can be followed

  /// All of it, the pane in focus first: the shortest labels are there.
  var hintTargets: [HintTarget] {
    if let part = overlay?.part {
      return (part as? any HintedPart)?.hinted(in: overlaySize).map { item, place in
        HintTarget(aim: .overlayItem(item), place: place.moved(rows: 1))
      } ?? []
    }
    let layout = layout
    let columns = layout.columns.sorted { one, _ in one.pane == focus }
    return columns.flatMap { column in
      targets(in: column.pane, size: layout.body(of: column.pane)).map { aim, place in
        HintTarget(
          aim: aim,
          place: place.moved(rows: layout.rows.lowerBound + 1, columns: column.range.lowerBound))
      }
    }
  }

  private func targets(
    in pane: Pane, size: Size
  ) -> [(aim: HintTarget.Aim, place: Frame.Position)] {
    switch pane {
    case .index, .events:
      let list = pane == .index ? panes.index : panes.events
      let (lines, column) = (list.lines(width: size.width), list.titleColumn(width: size.width))
      return list.placed(in: size).filter { $0.row != nil }.map {
        (
          .row(pane, position: $0.position),
          Frame.Position(row: $0.line + lines - 1, column: column)
        )
      }
    case .record:
      return panes.record.links(in: size).map { (.item($0.item), $0.place) }
    case .reader:
      return panes.reader?.markedPassages(in: size).map { (.passage($0.index), $0.place) } ?? []
    }
  }

  private var labelledTargets: [(label: String, target: HintTarget)] {
    let targets = hintTargets
    return Array(zip(HintLabels.labels(targets.count), targets))
  }

  // MARK: Drawing

  /// Draws the labels where their targets begin, in the blanks before them as far as there are any: bold and
  /// in reverse, so that they are seen in any colours, and on a row in reverse out of it; of two letters the
  /// one that is typed already is dim.
  func drawHints(on frame: inout Frame) {
    guard let hinting else { return }
    for (label, target) in labelledTargets where label.hasPrefix(hinting) {
      let row = target.place.row
      guard row < frame.size.height, target.place.column < frame.size.width else { continue }
      let blanks = frame.row(row).prefix(target.place.column).reversed().prefix(label.count)
        .prefix { $0.grapheme == " " || $0.grapheme == "›" }.count
      let column = target.place.column - blanks
      let isReversed = frame[row: row, column: column].style.marks.contains(.selected)
      let after = frame.put(hinting, row: row, column: column, style: .dim)
      frame.put(
        String(label.dropFirst(hinting.count)), row: row, column: after,
        style: Style(.key, marks: isReversed ? [] : .selected))
    }
  }
}

extension Frame.Position {
  fileprivate func moved(rows: Int, columns: Int = 0) -> Self {
    Self(row: row + rows, column: column + columns)
  }
}
