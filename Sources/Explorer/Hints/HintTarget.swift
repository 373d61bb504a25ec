import Canvas

/// Something on the screen that can be followed, and what stands for it.
struct HintTarget: Equatable, Sendable {
  /// What following it means.
  enum Aim: Equatable, Sendable {
    /// The record of a row of a list, by its position there.
    case row(Pane, position: Int)
    /// What an item of the record leads to.
    case item(Int)
    /// The facts that rest on a passage of the source that is read, by its place among the passages, from 0.
    case passage(Int)
    /// What an item of the list that lies over the panes leads to.
    case overlayItem(Int)
  }

  var aim: Aim
  /// Where it begins on the screen.
  var place: Frame.Position
}

/// Something that lies over the panes and lists what can be followed.
protocol HintedPart: OverlayPart {
  /// The items on the screen, and where each begins, from the overlay's corner.
  func hinted(in size: Size) -> [(item: Int, place: Frame.Position)]
  /// Puts the cursor on an item.
  mutating func select(item: Int)
}

extension Page {
  /// Where on a screen of `height` lines, `top` being the first, each item shows the first thing that can be
  /// followed: a citation or a link.
  func links(from top: Int, height: Int) -> [(item: Int, place: Frame.Position)] {
    places(from: top, height: height) { span in
      (span.style.role == .citation || span.style.role == .link) && span.text.contains { $0 != " " }
    }
  }

  /// Where each item begins, whatever it shows; blanks are passed over.
  func beginnings(from top: Int, height: Int) -> [(item: Int, place: Frame.Position)] {
    places(from: top, height: height) { span in span.text.contains { $0 != " " } }
  }

  /// The first span of each item that is wanted, where it is on the screen.
  private func places(
    from top: Int, height: Int, of isWanted: (Span) -> Bool
  ) -> [(item: Int, place: Frame.Position)] {
    var places: [(Int, Frame.Position)] = []
    var last: Int?
    for (row, line) in lines.dropFirst(top).prefix(max(0, height)).enumerated() {
      guard let item = line.item, item != last, let column = line.column(of: isWanted) else {
        continue
      }
      // An item that began above shows only its rest.
      let isRest =
        row == 0 && lines[..<top].contains { $0.item == item && $0.column(of: isWanted) != nil }
      last = item
      if !isRest { places.append((item, Frame.Position(row: row, column: column))) }
    }
    return places
  }
}

extension PageLine {
  /// Where the first span that is wanted begins, blanks at its start passed over.
  fileprivate func column(of isWanted: (Span) -> Bool) -> Int? {
    var column = 0
    for span in spans {
      if isWanted(span) { return column + span.text.prefix { $0 == " " }.count }
      column += span.cells
    }
    return nil
  }
}
