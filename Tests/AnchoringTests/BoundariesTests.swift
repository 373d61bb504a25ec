import Testing

@testable import Anchoring

@Suite struct BoundariesTests {
  private func boundaries(_ copy: Words) -> Boundaries {
    let sought = Sought(Chronicle.fingerprints)
    var placement = Placement(passages: sought.passages.count, words: copy.count)
    _ = placement.place(Seeding.candidates(of: sought, in: copy))
    return Boundaries(placement, in: copy)
  }

  private func place(_ kind: UInt8, in copy: Words) -> Int? {
    copy.breaks.indices.dropFirst().first { copy.breaks[$0] == kind }
  }

  @Test func lineEndsAreCounted() {
    #expect(Words("one two\nthree\r\n\r\nfour").breaks == [2, 0, 1, 2])
  }

  @Test func aLineForEachPassageTellsWhereItBegins() throws {
    let copy = Words(Chronicle.lines.joined(separator: "\n"))
    let boundaries = boundaries(copy)
    #expect(boundaries.ratio(before: try #require(place(1, in: copy))) > 10)
    #expect(boundaries.ratio(before: try #require(place(0, in: copy))) < 0.2)
    #expect(boundaries.isLine(before: 0) && boundaries.isLine(before: copy.count))
  }

  @Test func withoutLinesNothingIsTold() throws {
    let copy = Words(Chronicle.lines.joined(separator: " "))
    let boundaries = boundaries(copy)
    let inside = boundaries.ratio(before: try #require(place(0, in: copy)))
    #expect((0.5...2).contains(inside))
  }
}
