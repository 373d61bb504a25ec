import Canvas
import Model
import Query
import TestSupport
import Testing

@testable import Explorer

/// Properties of the layout over made-up networks, at many sizes.
@Suite struct NetworkLayoutTests {
  static let widths = [24, 40, 60, 80, 109, 110, 120, 200]
  private static let years = [nil, "2014", "2015-06"]

  private static func layouts(
    seed: UInt64, width: Int, heights: [Int] = [1, 4, 13, 40, 90]
  ) throws -> [(NetworkLayout, Network)] {
    var made: [(NetworkLayout, Network)] = []
    for (edges, height) in zip([1, 2, 5, 20, 40], heights) {
      for year in years {
        let network = NetworkFixture.random(seed &+ UInt64(edges), edges: edges)
        let days = try year.map { try TypedDates(reading: $0).range }
        let sections = NetworkSection.sections(of: network, at: days)
        made.append(
          (NetworkLayout(sections, of: network, in: Size(width: width, height: height)), network))
      }
    }
    return made
  }

  private static func text(_ frame: Frame, _ row: Int, _ columns: Range<Int>) -> String {
    let cells = frame.row(row)
    let shown = columns.clamped(to: 0..<frame.size.width)
    return String(shown.compactMap { cells[cells.startIndex + $0].grapheme })
  }

  private static func trimmed(_ text: String) -> String {
    // The line of an edge goes on behind its label.
    text.split { " ─╌".contains($0) }.joined(separator: " ")
  }

  /// No label, name or count is cut: each line of each stands whole in its columns.
  @Test(arguments: widths) func nothingIsCut(width: Int) throws {
    let seed = SeededGenerator(for: "nothingIsCut").seed
    for (layout, _) in try Self.layouts(seed: seed, width: width) {
      for side in layout.sides {
        let column = side.column
        for top in stride(from: 0, to: max(1, column.rows.count), by: max(1, layout.size.height)) {
          let frame = layout.view(tops: [top, top], cursor: 0)
          for (row, line) in zip(0..<layout.size.height, column.rows.dropFirst(top)) {
            let spans = [
              (line.label, 4, column.labelWidth),
              (line.name, 9 + column.labelWidth, column.nameWidth),
              (line.beyond, 12 + column.labelWidth + column.nameWidth, column.beyondWidth),
            ]
            for (text, offset, width) in spans where !text.isEmpty {
              let start = side.isLeft ? side.trunk - offset - width + 1 : side.trunk + offset
              let shown = Self.text(frame, row, max(0, start)..<max(0, start + width))
              #expect(
                Self.trimmed(shown) == Self.trimmed(text),
                "seed \(seed) \(layout.size) row \(row)\n\(frame.text)")
            }
          }
        }
      }
    }
  }

  /// The lines of an edge are its whole label, and those of a party its whole name.
  @Test(arguments: widths) func everyEdgeStandsOnce(width: Int) throws {
    let seed = SeededGenerator(for: "everyEdgeStandsOnce").seed
    for (layout, network) in try Self.layouts(seed: seed, width: width) {
      var labels = layout.edges.map { _ in "" }
      for side in layout.sides {
        for row in side.column.rows {
          guard let edge = row.edge else { continue }
          #expect(side.edges.contains(edge))
          labels[edge] += row.label
        }
      }
      for (edge, label) in zip(layout.edges, labels) {
        #expect(
          label.filter { !" ·".contains($0) } == edge.label.filter { !" ·".contains($0) },
          "seed \(seed)")
      }
      let drawn = layout.edges.map(\.relation.id)
      #expect(Set(drawn).count == drawn.count)
      if layout.edges.contains(where: { $0.standing == nil }) {
        #expect(drawn.count == network.relations.count)
      }
    }
  }

  /// The box in the middle and the columns of edges have no cell in common, and lie on the screen.
  @Test(arguments: widths) func nothingOverlaps(width: Int) throws {
    let seed = SeededGenerator(for: "nothingOverlaps").seed
    for (layout, _) in try Self.layouts(seed: seed, width: width) {
      var taken: Set<Int> = []
      for columns in layout.sides.map(\.columns) + [layout.box?.columns ?? 0..<0] {
        #expect(taken.isDisjoint(with: columns), "seed \(seed) \(layout.size)")
        taken.formUnion(columns)
        #expect(columns.lowerBound >= 0 && columns.upperBound <= width)
      }
      if let box = layout.box { #expect(box.rows.upperBound <= layout.size.height) }
      for side in layout.sides {
        let used = 9 + side.column.labelWidth + side.column.nameWidth
        #expect(used <= side.columns.count || side.columns.count < 14, "seed \(seed)")
      }
    }
  }

  @Test func whoIsBeyondIsNamedAsFarAsThereIsRoom() {
    let names = ["Red Band", "Blue Band", "Green Band", "Old Band"]
    #expect(
      NetworkColumn.ring(names, lines: 1, width: 60) == [
        "Red Band, Blue Band, Green Band, Old Band"
      ])
    #expect(NetworkColumn.ring(names, lines: 1, width: 24) == ["Red Band, Blue Band +2"])
    #expect(
      NetworkColumn.ring(names, lines: 2, width: 24) == [
        "Red Band, Blue Band,", "Green Band, Old Band",
      ])
    #expect(NetworkColumn.ring(names, lines: 3, width: 6) == ["+4"])
    #expect(NetworkColumn.ring([], lines: 3, width: 24).isEmpty)
  }
}
