import Canvas

/// Dots drawn with the characters of braille: two across and four down in each cell.
struct BrailleCanvas: Equatable, Sendable {
  /// In cells.
  let size: Size
  /// From where to where lines are drawn.
  private let lines: ClosedRange<Double>
  /// A bit a dot, cell by cell.
  private var cells: [UInt8]

  /// - Parameter dots: from where to where lines are drawn from left to right; nil for the whole width.
  init(_ size: Size, lines dots: ClosedRange<Double>? = nil) {
    self.size = size
    lines = dots ?? 0...Double(2 * max(0, size.width))
    cells = Array(repeating: 0, count: max(0, size.width) * max(0, size.height))
  }

  /// In dots.
  var width: Int { 2 * size.width }
  var height: Int { 4 * size.height }

  /// The bits by column and row within a cell (Unicode, block U+2800).
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  /// Sets a dot; one outside the canvas is left out.
  mutating func set(x: Int, y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    cells[y / 4 * size.width + x / 2] |= Self.bits[x % 2][y % 4]
  }

  /// Whether a cell has no dot.
  func isEmpty(row: Int, column: Int) -> Bool { cells[row * size.width + column] == 0 }

  /// The character of a cell; nil where it has no dot.
  func character(row: Int, column: Int) -> Character? {
    let bits = cells[row * size.width + column]
    guard bits != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(bits)) else { return nil }
    return Character(scalar)
  }

  /// A place between dots.
  struct Point: Equatable {
    var x: Double
    var y: Double
  }

  /// Draws what lies on the canvas of a line through some points.
  ///
  /// - Parameter spacing: every which dot is set: 1 for a whole line.
  mutating func draw(_ points: [Point], spacing: Int = 1) {
    guard var last = points.first else { return }
    var step = 0
    for point in points.dropFirst() {
      // Points that would fall into one dot are passed over until one does not.
      if abs(point.x - last.x) < 0.5, abs(point.y - last.y) < 0.5, point != points.last { continue }
      if let (from, to) = clipped(last, point) { draw(from, to, spacing, &step) }
      last = point
    }
  }

  private mutating func draw(_ from: Point, _ to: Point, _ spacing: Int, _ step: inout Int) {
    let steps = max(abs(to.x - from.x), abs(to.y - from.y)).rounded(.up)
    let count = max(1, Int(steps))
    for index in 0...count {
      let part = Double(index) / Double(count)
      if step % spacing == 0 {
        set(
          x: Int((from.x + part * (to.x - from.x)).rounded(.down)),
          y: Int((from.y + part * (to.y - from.y)).rounded(.down)))
      }
      if index < count { step += 1 }
    }
  }

  /// The part of a stretch that lies on the canvas (Liang and Barsky 1984); nil where none does.
  private func clipped(_ from: Point, _ to: Point) -> (Point, Point)? {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var (first, last) = (0.0, 1.0)
    for (direction, room) in [
      (-dx, from.x - lines.lowerBound), (dx, lines.upperBound - from.x), (-dy, from.y),
      (dy, Double(height) - from.y),
    ] {
      if direction == 0 {
        if room < 0 { return nil }
      } else if direction < 0 {
        first = max(first, room / direction)
      } else {
        last = min(last, room / direction)
      }
    }
    guard first <= last else { return nil }
    return (
      Point(x: from.x + first * dx, y: from.y + first * dy),
      Point(x: from.x + last * dx, y: from.y + last * dy)
    )
  }
}
