import Canvas
import TestSupport
import Testing

@testable import Explorer

@Suite struct BrailleCanvasTests {
  private func text(_ canvas: BrailleCanvas) -> [String] {
    (0..<canvas.size.height).map { row in
      String(
        (0..<canvas.size.width).map { canvas.character(row: row, column: $0) ?? "." })
    }
  }

  @Test func everyDotHasItsBit() {
    let dots = ["⠁", "⠂", "⠄", "⡀", "⠈", "⠐", "⠠", "⢀"]
    for (index, expected) in dots.enumerated() {
      var canvas = BrailleCanvas(Size(width: 1, height: 1))
      canvas.set(x: index / 4, y: index % 4)
      #expect(text(canvas) == [expected])
    }
  }

  @Test func linesGoFromEndToEnd() {
    var canvas = BrailleCanvas(Size(width: 3, height: 2))
    canvas.draw([.init(x: 0, y: 0), .init(x: 5, y: 0), .init(x: 5, y: 7)])
    #expect(text(canvas) == ["⠉⠉⢹", "..⢸"])
    var dotted = BrailleCanvas(Size(width: 3, height: 1))
    dotted.draw([.init(x: 0, y: 0), .init(x: 5, y: 0)], spacing: 2)
    #expect(text(dotted) == ["⠁⠁⠁"])
  }

  /// Lines that leave the canvas are cut where they leave it: what is on it is as if it were larger.
  @Test(arguments: 0..<20) func cuttingChangesNothingWithin(round: Int) {
    var random = SeededGenerator(for: "braille \(round)")
    let (small, large) = (Size(width: 10, height: 5), Size(width: 30, height: 15))
    let points = (0..<6).map { _ in
      BrailleCanvas.Point(x: Double(random.below(60)), y: Double(random.below(60)))
    }
    var (one, other) = (BrailleCanvas(small), BrailleCanvas(large))
    one.draw(points.map { .init(x: $0.x - 20, y: $0.y - 20) })
    other.draw(points)
    // A cut line may pass through a neighbouring dot: no cell far from the whole line has any.
    for row in 0..<5 {
      for column in 0..<10 where !one.isEmpty(row: row, column: column) {
        let near = (-1...1).contains { down in
          (-1...1).contains { !other.isEmpty(row: row + 5 + down, column: column + 10 + $0) }
        }
        #expect(near, "seed \(random.seed): \(column), \(row)")
      }
    }
  }
}
