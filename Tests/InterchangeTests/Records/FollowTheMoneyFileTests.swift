import Foundation
import Interchange
import Model
import Testing

/// A real file of OpenSanctions: 91 entities, one a line.
@Suite(.enabled(if: TestFiles.data != nil, "\(TestFiles.why)"))
struct FollowTheMoneyFileTests {
  /// The entities of the real file, by Foundation alone.
  private func raw(_ bytes: [UInt8]) throws -> [[String: Any]] {
    try bytes.split(separator: 0x0A).map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
  }

  @Test func theRealFileIsReadWhole() throws {
    let bytes = try TestFiles.bytes("ftm/zala.ftm.json")
    let found = FollowTheMoney.read(bytes, file: "zala.ftm.json", dataset: "zala")
    let entities = try raw(bytes)
    let counts = Dictionary(grouping: entities) { $0["schema"] as? String ?? "" }
      .mapValues(\.count)
    #expect(found.problems == [] && found.entries == entities.count && found.entries == 91)
    #expect(found.hasSoundIDs)
    #expect(found.people.count == counts["Person"] && found.groups.count == counts["Company"])
    #expect(found.relations.count == counts["Directorship"])
    #expect(found.relations.allSatisfy { $0.kind == .leadership })
    let statements = found.records.flatMap(\.statements)
    let ends = entities.filter { $0["schema"] as? String == "Sanction" }.map { entity in
      ((entity["properties"] as? [String: Any])?["entity"] as? [Any])?.count ?? 0
    }
    #expect(statements.count { $0.label == "Sanction" } == ends.reduce(0, +))
    let addresses = Set(
      entities.flatMap { entity in
        ((entity["properties"] as? [String: Any])?["sourceUrl"] as? [String]) ?? []
      })
    #expect(Set(found.sources.compactMap(\.url)) == addresses && addresses.count > 20)
  }

  /// Each value of each property of each entity is told somewhere: in a name, a label, a statement, a note,
  /// a source or an end of a relation; and, but for addresses, in what cites the entity's own line.
  @Test func nothingOfTheRealFileIsLost() throws {
    let bytes = try TestFiles.bytes("ftm/zala.ftm.json")
    let found = FollowTheMoney.read(bytes, file: "zala.ftm.json", dataset: "zala")
    var told: [Int: String] = [:]
    for record in found.records {
      for statement in record.statements {
        var dates = statement.asOf.map { "\($0)" } ?? ""
        if case .date(let date) = statement.value { dates += " \(date)" }
        let words = [
          statement.label, statement.value.words(\.rawValue), statement.note ?? "", dates,
        ]
        for citation in statement.citations {
          told[citation.passage.number.rawValue, default: ""] += words.joined(separator: "\n")
          for work in found.sources where citation.via.contains(work.id) {
            told[citation.passage.number.rawValue, default: ""] += "\n" + (work.url ?? "")
          }
        }
      }
      guard let line = record.statements.first?.citations.first?.passage.number.rawValue else {
        continue
      }
      told[line, default: ""] += record.aliases.map { "\n" + $0.text }.joined()
    }
    let all = told.values.joined(separator: "\n")
    let entities = try raw(bytes)
    let ids = Set(entities.compactMap { $0["id"] as? String })
    for id in ids { #expect(all.contains(id), "\(id)") }
    var count = 0
    for (index, entity) in entities.enumerated() {
      let own = entity["schema"] as? String == "Address" ? all : told[index + 1] ?? ""
      for (name, value) in try #require(entity["properties"] as? [String: [String]]) {
        for text in value where !ids.contains(text) {
          count += 1
          let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          let isTold = own.contains(line)
          #expect(isTold, "line \(index + 1), \(name): \(text)")
        }
      }
    }
    #expect(count > 1000)
  }

  @Test func aCompanyOfTheRealFileHasItsNamesAndSanctions() throws {
    let bytes = try TestFiles.bytes("ftm/zala.ftm.json")
    #expect(FollowTheMoney.recognises(Array(bytes.prefix(4096))))
    let found = FollowTheMoney.read(bytes, file: "zala.ftm.json", dataset: "zala")
    let person = try #require(found.people.first { $0.id == "nk-2tbri3s6ggntawssxh4qpl" })
    #expect(person.name == "Maria Aleksandrovna Osetrova")
    #expect(
      person.aliases.filter { $0.kind == .former }.map(\.text) == [
        "Maria Aleksandrovna Zakharova", "Мария Александровна Захарова",
      ])
    let record = Record.person(person)
    #expect(record.said("Id in the file") == ["NK-2Tbri3s6GgNtAwsSXh4qpL"])
    #expect(record.said("Birth date") == ["7 January 1988"])
    #expect(person.statements[0].citations[0].passage.description == "zala#1")
    #expect(person.statements[0].citations[0].via.count == 2)
    #expect(record.said("Topics") == ["debarment", "corp.disqual", "sanction"])
  }
}
