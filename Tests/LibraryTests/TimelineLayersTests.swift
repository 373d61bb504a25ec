import Foundation
import Library
import Model
import Query
import TestSupport
import Testing

/// Which kinds and groups a timeline divides its bars by: those of most of what is measured, held against adding up
/// every row of a table.
@Suite struct TimelineLayersTests {
  private struct Made {
    var kind: String
    var groups: [String]
    /// From the least to the most; nil where nothing is known, and no most where it is open.
    var killed: (least: Int, most: Int?)?
    var day: Int

    init(_ random: inout SeededGenerator) {
      let number = random.below(9)
      kind = "Kind \(number)"
      groups = Set((0..<(1 + random.below(2))).map { _ in "Band \(random.below(9))" }).sorted()
      day = 1 + random.below(28)
      let least = random.below(4) * number
      switch random.below(6) {
      case 0: killed = (least, nil)
      case 1: killed = (0, least + 3)
      case 2, 3: killed = (least, least)
      default: killed = nil
      }
      // Of these nobody knows how many were killed.
      if number == 3 || groups.contains("Band 7") { killed = nil }
    }

    /// As a table of one's own has it.
    func row(_ number: Int) -> String {
      let figure =
        killed.map { figure in
          guard let most = figure.most else { return "at least \(figure.least)" }
          return figure.least == most ? "\(most)" : "up to \(most)"
        } ?? ""
      let date = "2019-04-\(day < 10 ? "0" : "")\(day)"
      return
        "\(number),Event \(number),\(kind),\(date),\(groups.joined(separator: "; ")),,\(figure)\n"
    }
  }

  private func store(_ made: [Made], _ folder: String) throws -> SQLiteStore {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let table = made.enumerated().reduce("id,title,kind,date,groups,place,killed\n") {
      $0 + $1.element.row($1.offset)
    }
    try table.write(toFile: folder + "/rows.csv", atomically: true, encoding: .utf8)
    let importing = DatasetImport(into: DatasetFolder(data: folder))
    return try SQLiteStore.open(importing.run(folder + "/rows.csv") { _ in true }.dataset)
  }

  /// The names in the order in which they should stand, reckoned row by row.
  private func expected(
    _ made: [Made], _ stacking: TimelineRequest.Stacking, _ measure: TimelineRequest.Measure
  ) -> [(name: String, sum: FigureSum)] {
    var sums: [String: FigureSum] = [:]
    for one in made {
      for name in stacking == .kind ? [one.kind] : one.groups {
        var sum = sums[name] ?? FigureSum()
        sum.events += 1
        if let killed = one.killed {
          sum.known += 1
          sum.low += killed.least
          sum.high += killed.most ?? killed.least
          sum.open += killed.most == nil ? 1 : 0
        }
        sums[name] = sum
      }
    }
    return sums.map { (name: $0.key, sum: $0.value) }.sorted { one, other in
      let (a, b) = (one.sum, other.sum)
      if measure != .events {
        // Nothing known is behind a known 0.
        if (a.known == 0) != (b.known == 0) { return b.known == 0 }
        if a.low != b.low { return a.low > b.low }
        if a.high != b.high { return a.high > b.high }
      }
      return a.events == b.events ? one.name < other.name : a.events > b.events
    }
  }

  private func names(
    _ store: some EvidenceStore, _ stacking: TimelineRequest.Stacking,
    _ measure: TimelineRequest.Measure, months: Range<Int>
  ) async throws -> [String] {
    let request = TimelineRequest(
      unit: .month, bars: months, stacking: stacking, measure: measure)
    guard case .timeline(let timeline) = try await store.answer(.timeline(request)) else {
      throw StoreProblem.cancelled
    }
    return timeline.layers.compactMap {
      if case .one(_, let name) = $0.part { name } else { nil }
    }
  }

  @Test(arguments: 0..<6) func theLayersAreThoseOfMostOfWhatIsMeasured(round: Int) async throws {
    var random = SeededGenerator(for: "layers \(round)")
    let seed: Comment = "seed \(random.seed)"
    let fixture = try LibraryFixture()
    let (first, second) = (
      (0..<40).map { _ in Made(&random) }, (0..<25).map { _ in Made(&random) }
    )
    let one = try store(first, fixture.cache + "/one")
    let both = Collections([one, try store(second, fixture.cache + "/two")])
    let month = try CalendarUnit.month.number(of: ExtendedDate(reading: "2019-04").span.first)
    for stacking in TimelineRequest.Stacking.allCases {
      for measure in [TimelineRequest.Measure.events, .killed] {
        let months = (month - 3)..<(month + 3)
        let single = expected(first, stacking, measure).prefix(TimelineRequest.layers)
        #expect(
          try await names(one, stacking, measure, months: months) == single.map(\.name), seed)
        // Kinds and groups of several datasets that are called the same are not the same group.
        guard stacking == .kind else { continue }
        let all = expected(first + second, stacking, measure).prefix(TimelineRequest.layers)
        #expect(
          try await names(both, stacking, measure, months: months) == all.map(\.name), seed)
      }
    }
  }

  /// Of a measure nothing is known of, no layer comes before another by it, and none has a 0.
  @Test func whatIsUnknownHasNoFigure() async throws {
    var random = SeededGenerator(for: "unknown layers")
    let fixture = try LibraryFixture()
    let made = (0..<30).map { _ in Made(&random) }
    let store = try store(made, fixture.cache + "/one")
    let month = try CalendarUnit.month.number(of: ExtendedDate(reading: "2019-04").span.first)
    let request = TimelineRequest(
      unit: .month, bars: month..<(month + 1), stacking: .kind, measure: .wounded)
    guard case .timeline(let timeline) = try await store.answer(.timeline(request)) else {
      throw StoreProblem.cancelled
    }
    #expect(timeline.layers.count > 2)
    #expect(timeline.layers.allSatisfy { $0.sums.allSatisfy { $0.known == 0 && $0.events > 0 } })
    let byEvents = expected(made, .kind, .events).prefix(TimelineRequest.layers).map(\.name)
    #expect(
      try await names(store, .kind, .wounded, months: month..<(month + 1)) == byEvents)
  }
}
