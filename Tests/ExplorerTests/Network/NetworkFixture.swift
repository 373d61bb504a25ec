import Model
import Query
import TestSupport

@testable import Explorer

/// Made-up networks: a small one for pictures, and random ones of any size.
enum NetworkFixture {
  static func relation(
    _ id: RecordID, _ kind: Relation.Kind, _ from: Reference, _ to: Reference,
    _ date: String? = nil, _ basis: Basis = .stated, citations: [Citation] = Fixture.citations
  ) -> Relation {
    Relation(
      id: id, kind: kind, from: from, to: to,
      date: date.flatMap { try? ExtendedDate(reading: $0) },
      statements: [
        Statement(
          id: RecordID("\(id)/relation.1"), subject: id, property: .relation, label: kind.forward,
          value: .reference(to), basis: basis, note: "as the article has it", citations: citations)
      ])
  }

  static let relations = [
    relation("pledge", .pledge, .record("red-band"), .record("blue-band"), "2014-10"),
    relation("leads", .leadership, .record("ann"), .record("red-band"), "2013/2015"),
    relation("rival", .rivalry, .record("red-band"), .words("the wardens"), nil, .alleged),
    relation("ally", .alliance, .record("green-band"), .record("red-band"), "2016~"),
    relation("helps", .support, .record("green-band"), .record("red-band")),
    relation("beyond", .splinter, .record("blue-band"), .record("old-band"), "2010"),
  ]

  static func network(of id: RecordID) -> Network {
    var network = Network(of: id)
    network.add(
      relations.filter { $0.from == .record(id) || $0.to == .record(id) })
    network.addBeyond(relations)
    network.names = [
      "red-band": "Red Band", "blue-band": "Blue Band", "green-band": "Green Band", "ann": "Ann",
      "old-band": "Old Band", "herald": "Herald, 1 May 2020",
    ]
    for id in network.names.keys { network.kinds[id] = id == "ann" ? .person : .group }
    return network
  }

  /// A network of so many edges with names and dates of all lengths.
  static func random(_ seed: UInt64, edges: Int) -> Network {
    var random = SeededGenerator(seed: seed)
    let words = [
      "Band", "of", "the", "Harkat", "حركة", "e\u{301}lan", "自由軍", "Front", "Al-Tawhidiyya",
    ]
    var names: [RecordID: String] = ["center": "The Band in the Middle of it All"]
    for index in 0..<max(1, edges * 2 / 3) {
      names[RecordID("p\(index)")] = (0...Int.random(in: 0...5, using: &random))
        .compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
    }
    let ids = names.keys.sorted()
    let dates: [String?] = [
      nil, "2015", "2014-01-11/2016-08-12", "../2016", "2015~/..", "[2013,2015,2017]",
    ]
    var network = Network(of: "center")
    let all = (0..<edges).map { index in
      let other: Reference =
        index % 7 == 3
        ? .words("some others unnamed") : .record(ids.randomElement(using: &random) ?? "p0")
      let isOut = Bool.random(using: &random)
      return relation(
        RecordID("r\(index)"), Relation.Kind.allCases.randomElement(using: &random) ?? .pledge,
        isOut ? .record("center") : other, isOut ? other : .record("center"),
        dates.randomElement(using: &random) ?? nil,
        Basis.allCases.randomElement(using: &random) ?? .stated)
    }
    network.add(all)
    network.addBeyond(
      (0..<edges).map { index in
        relation(
          RecordID("b\(index)"), .alliance, .record(ids.randomElement(using: &random) ?? "p0"),
          .record(ids.randomElement(using: &random) ?? "p0"))
      })
    network.names = names
    network.kinds = names.mapValues { _ in .group }
    return network
  }
}
