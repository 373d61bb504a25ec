import Model
import TestSupport
import Testing

@testable import SearchIndex

/// Bars of a timeline are what looking at every document gives.
@Suite struct StretchesTests {
  private struct Made {
    var documents: [IndexedDocument]
    var index: IndexFile
    let section = "event"

    init(_ count: Int, _ random: inout SeededGenerator) throws {
      documents = (0..<count).map { _ in Self.document(&random) }
      documents.sort { ($0.days?.lowerBound ?? .max) < ($1.days?.lowerBound ?? .max) }
      documents = documents.filter { $0.days != nil } + documents.filter { $0.days == nil }
      let before = (0..<random.below(9)).map { _ in IndexedDocument(texts: ["before"]) }
      index = try TemporaryFolder().index([("group", before), ("event", documents)])
      offset = UInt32(before.count)
    }

    let offset: UInt32

    private static func document(_ random: inout SeededGenerator) -> IndexedDocument {
      var document = IndexedDocument(texts: ["a"])
      let first = Int32(14_000 + random.below(1500))
      switch random.below(14) {
      case 0: document.days = nil
      case 1: document.days = .min...first
      case 2: document.days = first ... .max
      case 3: document.days = first...(first + Int32(random.below(5000)))
      case 4, 5: document.days = first...(first + Int32(random.below(60)))
      case 6: document.days = first...(first + 1)
      case 7, 8:
        // A whole month or a whole year, as a date of no more is.
        let unit: CalendarUnit = random.below(2) == 0 ? .month : .year
        let number = unit.number(of: DayNumber(rawValue: first))
        let days = unit.days(of: number..<(number + 1))
        document.days = days.first.rawValue...days.last.rawValue
      default: document.days = first...first
      }
      if random.below(3) > 0 { document.counts["killed"] = figure(&random) }
      return document
    }

    private static func figure(_ random: inout SeededGenerator) -> ClosedRange<Int32> {
      let least = Int32(random.below(40))
      switch random.below(6) {
      case 0: return least ... .max
      case 1: return least...(least + Int32(random.below(100_000)))
      case 2: return 0...least
      default: return least...least
      }
    }
  }

  @Test(arguments: [0, 1, 40, 600, 9000], CalendarUnit.allCases)
  func withLookingAtEveryDocument(count: Int, unit: CalendarUnit) throws {
    var random = SeededGenerator(for: "stretches of \(count) by \(unit)")
    let seed: Comment = "seed \(random.seed)"
    let made = try Made(count, &random)
    for _ in 0..<12 {
      let hits = made.documents.indices.filter { _ in random.below(4) > 0 }
      let start = unit.number(of: DayNumber(rawValue: Int32(13_900 + random.below(1700))))
      let bars = start..<(start + random.below(unit == .day ? 200 : 30))
      try expect(made, hits, unit, bars, seed)
    }
  }

  private func expect(
    _ made: Made, _ hits: [Int], _ unit: CalendarUnit, _ bars: Range<Int>, _ seed: Comment
  ) throws {
    let bitmap = Bitmap(hits.map { UInt32($0) + made.offset })
    let stretches = try #require(
      made.index.stretches(of: bitmap, in: made.section, unit: unit, numbers: bars))
    let sums = made.index.sums(of: stretches.narrow, over: stretches, summing: "killed")
    var expected = Array(repeating: FigureSum(), count: bars.count)
    var (wide, before, after, undated): ([UInt32], Int, Int, Int) = ([], 0, 0, 0)
    let view = bars.isEmpty ? nil : unit.days(of: bars)
    for hit in hits {
      let document = made.documents[hit]
      guard let days = document.days.map(DayRange.init) else {
        undated += 1
        continue
      }
      if let bar = bars.first(where: { unit.days(of: $0..<($0 + 1)).contains(days) }) {
        expected[bar - bars.lowerBound] = expected[bar - bars.lowerBound] + sum(document)
      } else if let view, view.overlaps(days) {
        wide.append(UInt32(hit) + made.offset)
      } else if days.first < unit.firstDay(of: bars.lowerBound) {
        before += 1
      } else {
        after += 1
      }
    }
    #expect(sums == expected, seed)
    #expect(
      made.index.figures("killed").sum(
        of: bitmap, in: made.index.documents(in: made.section))
        == hits.reduce(FigureSum()) { $0 + sum(made.documents[$1]) }, seed)
    #expect(stretches.wide.numbers == wide, seed)
    #expect(stretches.before == before && stretches.after == after, seed)
    #expect(stretches.undated == undated, seed)
    let starts = hits.compactMap { made.documents[$0].days?.lowerBound }.filter { $0 > .min }
    #expect(stretches.extent?.first.rawValue == starts.min(), seed)
    #expect(stretches.extent?.last.rawValue == starts.max(), seed)
  }

  private func sum(_ document: IndexedDocument) -> FigureSum {
    guard let figure = document.counts["killed"] else { return FigureSum(events: 1) }
    let isOpen = figure.upperBound == .max
    return FigureSum(
      events: 1, known: 1, low: Int(figure.lowerBound),
      high: Int(isOpen ? figure.lowerBound : figure.upperBound), open: isOpen ? 1 : 0)
  }

  @Test func aSectionInNoOrderHasNone() throws {
    let days: [ClosedRange<Int32>] = [5...5, 3...3]
    let index = try TemporaryFolder().index([
      ("event", days.map { IndexedDocument(texts: [], days: $0) })
    ])
    #expect(
      index.stretches(of: Bitmap(0..<2), in: "event", unit: .day, numbers: 0..<9) == nil)
  }
}
