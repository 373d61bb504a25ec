import Canvas
import Query

/// A click goes to the mark that it hits or nearly hits, a drag moves the map, the wheel zooms.
extension MapOverlay {
  /// How far beside a mark a click may be, in dots: two cells.
  private static let reach = 5.0

  mutating func mouse(_ event: MouseEvent, on state: inout ExplorerState) -> [Effect] {
    defer { held = event.kind == .pressed || event.kind == .dragged ? event : nil }
    switch event.kind {
    case .wheelUp: return press("+", on: &state)
    case .wheelDown: return press("-", on: &state)
    case .pressed: select(at: event)
    case .dragged:
      guard let held, let size = projection?.size, size.width > 0, size.height > 0 else { break }
      projection?.move(
        east: Double(held.column - event.column) / Double(size.width),
        north: Double(event.row - held.row) / Double(size.height))
    case .released: break
    }
    return []
  }

  /// A cell has two dots by four, and the title stands above the map.
  private mutating func select(at event: MouseEvent) {
    guard let projection, let marks = marks?.marks else { return }
    let (x, y) = (Double(event.column * 2 + 1), Double((event.row - 1) * 4 + 2))
    let distances = projection.points(marks.map(\.point)).map { point in
      (point.x - x) * (point.x - x) + (point.y - y) * (point.y - y)
    }
    guard let nearest = zip(marks, distances).min(by: { $0.1 < $1.1 }),
      nearest.1 <= Self.reach * Self.reach
    else { return }
    selected = nearest.0.point
  }
}
