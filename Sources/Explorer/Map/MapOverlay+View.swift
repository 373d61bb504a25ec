import Canvas
import Model
import Query
import Text

extension MapOverlay {
  private static let attribution = "Natural Earth; GeoNames CC BY 4.0"

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    drawTitle(on: &frame)
    guard let projection, let spread else {
      frame.put(" looking where the events stand …", row: 2, style: .dim)
      return frame
    }
    let drawn = Drawn(projection: projection, hasOutlines: outlines != nil)
    ground.value(for: drawn)?.draw(on: &frame, from: 1)
    for text in lettering.value(for: Lettered(drawn: drawn, answer: answers)) ?? [] {
      frame.put(text.words, row: 1 + text.cell.row, column: text.cell.column, style: text.style)
    }
    if let selected, let cell = projection.grid?.cell(of: selected) {
      frame.mark(row: 1 + cell.row, columns: cell.column..<(cell.column + 1), .selected)
    }
    drawFoot(spread, on: &frame)
    return frame
  }

  private func drawTitle(on frame: inout Frame) {
    let after = frame.put(" Map", row: 0, style: .focus)
    let signs =
      "one, several: "
      + MapSign.allCases.map { "\($0.one) \($0.many) \($0.words)" }.joined(separator: "  ")
    let start = frame.size.width - Cells.width(signs) - 1
    let hasRoom = start > after + 14
    frame.put(words, row: 0, column: after + 2, limit: hasRoom ? start - 2 : nil, style: .dim)
    if hasRoom { frame.put(signs, row: 0, column: start, style: .dim) }
  }

  private func drawFoot(_ spread: MapMarks, on frame: inout Frame) {
    let size = frame.size
    let rows = Self.footRows(in: size)
    guard rows > 0 else { return }
    let first = size.height - rows
    frame.put(" " + standing, row: first, style: mark == nil ? .dim : .plain)
    let counts = " " + counts(spread).joined(separator: " · ")
    switch rows {
    case 2:
      let start = size.width - Cells.width(Self.attribution) - 1
      frame.put(counts, row: first + 1, limit: start - 2, style: .dim)
      frame.put(Self.attribution, row: first + 1, column: start, style: .dim)
    case 3:
      frame.put(counts, row: first + 1, style: .dim)
      frame.put(" " + Self.attribution, row: first + 2, style: .dim)
    default: break
    }
  }

  /// What is under the cursor: how many events, where, and how exactly.
  private var standing: String {
    guard let mark else {
      return spread?.placed == 0
        ? "none of these events has a place on the map" : "no event stands in this part"
    }
    let events = mark.count == 1 ? "1 event" : "\(mark.count) events"
    let parts = zip(PlacePrecision.allCases, mark.counts).filter { $0.1 > 0 }
    let how =
      parts.count == 1
      ? parts[0].0.words
      : parts.map { "\($0.1) \($0.0.words)" }.joined(separator: ", ")
    return "\(MapSign(mark.finest).sign(mark.count)) \(events) \(place(of: mark)): \(how)"
  }

  /// What is not on the screen.
  private func counts(_ spread: MapMarks) -> [String] {
    let shown = (marks?.marks ?? []).map(\.count).reduce(0, +)
    let outside = spread.placed - shown
    var parts: [String] = []
    if spread.unplaced > 0 {
      parts.append(
        "\(spread.unplaced) event\(spread.unplaced == 1 ? "" : "s") without a place")
    }
    if marks != nil, outside > 0 { parts.append("\(outside) outside") }
    return parts.isEmpty ? ["all \(spread.placed) are shown"] : parts
  }
}

/// How marks look, by how exactly events are placed; the shape says it without colour.
enum MapSign: CaseIterable {
  case place, district, wider

  init(_ precision: PlacePrecision) {
    switch precision {
    case .point, .near: self = .place
    case .district: self = .district
    case .province, .country, .vague: self = .wider
    }
  }

  /// Of one event, and of several.
  var one: Character {
    switch self {
    case .place: "•"
    case .district: "◇"
    case .wider: "○"
    }
  }

  var many: Character {
    switch self {
    case .place: "●"
    case .district: "◆"
    case .wider: "◎"
    }
  }

  func sign(_ count: Int) -> Character { count == 1 ? one : many }

  var words: String {
    switch self {
    case .place: "place"
    case .district: "district"
    case .wider: "wider area"
    }
  }
}
