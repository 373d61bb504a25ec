import Interchange
import Model
import TestSupport
import Testing

@Suite struct FollowTheMoneyTests {
  private func read(_ text: String) -> ImportedRecords {
    FollowTheMoney.read(Array(text.utf8), file: "a.ftm", dataset: "d")
  }

  private func record(_ found: ImportedRecords, _ id: RecordID) -> Record? {
    found.records.first { $0.id == id }
  }

  private static let small = """
    {"id": "NK-Ab", "schema": "Organization", "caption": "Red Band", "properties": {"name": ["Red Band", "RED BAND"], "alias": ["The Reds"], "previousName": ["Old Band"], "weakAlias": ["Reds"], "abbreviation": ["RB"], "incorporationDate": ["2014-09"], "country": ["pk", "af"], "addressEntity": ["addr-1"], "sourceUrl": ["https://example.org/red"], "publisher": ["Example"], "proof": ["doc-1"]}, "datasets": ["x"], "target": true, "first_seen": "2023-11-02T16:38:16"}
    {"id": "nk-ab", "schema": "Person", "properties": {"name": ["A. Leader"], "birthDate": ["1970"]}}
    {"id": "m1", "schema": "Membership", "properties": {"member": ["nk-ab"], "organization": ["NK-Ab"], "role": ["fighter"], "startDate": ["2015-02"]}}
    {"id": "d1", "schema": "Directorship", "properties": {"director": ["nk-ab"], "organization": ["NK-Ab"], "startDate": ["2016"], "endDate": ["2017-03-01"]}}
    {"id": "addr-1", "schema": "Address", "properties": {"full": ["1 Mall Road, Quetta"], "city": ["Quetta"]}}
    {"id": "doc-1", "schema": "Article", "properties": {"title": ["Blast"], "author": ["S. Shah"], "date": ["2016-08-08"], "sourceUrl": ["https://example.org/blast"], "bodyText": ["Long words"], "keywords": ["a", "b"]}}

    {"id": "ev", "schema": "Event", "properties": {"name": ["Bombing"], "startDate": ["2016-08-08"], "endDate": ["2016-08-09"], "location": ["Quetta"], "country": ["pk"], "involved": ["NK-Ab"], "organizer": ["nk-ab"]}}
    {"id": "s1", "schema": "Sanction", "properties": {"entity": ["NK-Ab"], "authority": ["UN"], "startDate": ["2018-01-02"], "program": ["1267"]}}
    {"id": "f1", "schema": "Family", "properties": {"person": ["nk-ab"], "relative": ["NK-Unknown"], "relationship": ["brother"]}}
    {"id": "u1", "schema": "UnknownLink", "properties": {"subject": ["NK-Ab"], "object": ["nk-ab"], "role": ["splinter of"]}}
    {"id": "u2", "schema": "UnknownLink", "properties": {"subject": ["NK-Ab"], "object": ["nk-ab"], "role": ["paid"]}}
    {"id": "do", "schema": "Documentation", "properties": {"document": ["doc-1"], "entity": ["nk-ab"], "role": ["interview"]}}
    {"id": "me", "schema": "Mention", "properties": {"document": ["doc-1"], "resolved": ["NK-Ab"], "name": ["al-Ahmar"]}}
    """

  @Test func entitiesAreRecords() throws {
    let found = read(Self.small)
    #expect(found.problems == [] && found.entries == 13 && found.hasSoundIDs)
    #expect(found.groups.map(\.id) == ["nk-ab"] && found.people.map(\.id) == ["nk-ab-2"])
    #expect(found.events.map(\.id) == ["ev"])
    #expect(found.sources.map(\.id) == ["doc-1", "example-org-red"])
    let group = try #require(record(found, "nk-ab"))
    #expect(group.said("Id in the file") == ["NK-Ab"])
    #expect(group.said("Country") == ["pk", "af"] && group.said("Datasets") == ["x"])
    #expect(group.said("Weak alias") == ["Reds"] && group.said("Target") == ["true"])
    #expect(group.said("Incorporation date") == ["September 2014"])
    #expect(
      group.said("Address entity") == [
        "1 Mall Road, Quetta (Address; City: Quetta; id in the file: addr-1)"
      ])
  }

  @Test func namesHaveTheirKinds() throws {
    let aliases = try #require(read(Self.small).groups.first).aliases
    #expect(aliases.allSatisfy { $0.sources == ["d"] })
    #expect(
      aliases.map { "\($0.text) \($0.kind)" } == [
        "Red Band name", "RED BAND name", "RB abbreviation", "The Reds name", "Old Band former",
        "Reds spelling",
      ])
  }

  @Test func everyStatementCitesItsLine() throws {
    let found = read(Self.small)
    for record in found.records {
      for statement in record.statements {
        #expect(!statement.citations.isEmpty && statement.id.rawValue.hasPrefix("\(record.id)/"))
        #expect(statement.citations.allSatisfy { $0.passage.source == "d" })
      }
    }
    let group = try #require(record(found, "nk-ab"))
    let country = try #require(group.statements.first { $0.label == "Country" })
    #expect(country.citations.map(\.description) == ["d#1 via doc-1 + example-org-red"])
    let sanction = try #require(group.statements.first { $0.label == "Sanction" })
    #expect(sanction.citations.map(\.description) == ["d#9"])
    let person = try #require(record(found, "nk-ab-2"))
    #expect(person.statements[0].citations.map(\.description) == ["d#2 via doc-1"])
    // The event stands on line 8: a blank line counts.
    #expect(found.events[0].statements[0].citations.map(\.description) == ["d#8"])
  }

  @Test func linksAreRelationsWhereThereIsAKind() throws {
    let relations = read(Self.small).relations
    #expect(relations.map(\.kind) == [.membership, .leadership, .splinter])
    let membership = relations[0]
    #expect(membership.from == .record("nk-ab-2") && membership.to == .record("nk-ab"))
    #expect(membership.date?.description == "2015-02/")
    #expect(membership.statements[0].property == .relation)
    #expect(Record.relation(membership).said("Role") == ["fighter"])
    #expect(relations[1].date?.description == "2016/2017-03-01")
    #expect(relations[2].from == .record("nk-ab"))
  }

  @Test func otherLinksAreStatementsInTheirOwnWords() throws {
    let found = read(Self.small)
    let person = try #require(record(found, "nk-ab-2"))
    #expect(person.said("Related to: brother") == ["NK-Unknown"])
    #expect(person.said("Documentation") == ["Role: interview"])
    let group = try #require(record(found, "nk-ab"))
    #expect(group.said("Linked to: paid") == ["nk-ab-2"])
    let sanction = try #require(group.statements.first { $0.label == "Sanction" })
    #expect(sanction.value == .text("Authority: UN; Program: 1267"))
    #expect(sanction.asOf?.description == "2018-01-02/")
    #expect(sanction.note == "id in the file: s1")
    #expect(group.said("Mentioned as") == ["al-Ahmar"])
  }

  @Test func anEventHasDatePlaceAndParticipants() throws {
    let event = try #require(read(Self.small).events.first)
    #expect(event.dates.map(\.description) == ["2016-08-08/2016-08-09"])
    #expect(event.kind == Term(key: "event", label: "Event"))
    #expect(
      event.participants.map(\.value) == [
        .reference(.record("nk-ab")), .reference(.record("nk-ab-2")),
      ])
    #expect(event.participants.map(\.label) == ["Participant", "Organizer"])
    #expect(Record.event(event).said("Place") == ["Quetta"])
  }

  @Test func documentsAndAddressesAreSources() throws {
    let sources = read(Self.small).sources
    let blast = try #require(sources.first)
    #expect(blast.title == "Blast" && blast.authors == ["S. Shah"] && blast.type == "article")
    #expect(blast.date?.description == "2016-08-08" && blast.url == "https://example.org/blast")
    #expect(
      blast.note
        == "Body text: 10 characters, in the file; Keywords: a, b; id in the file: doc-1")
    #expect(sources[1].url == "https://example.org/red" && sources[1].publisher == "Example")
    #expect(sources[1].citations.map(\.description) == ["d#1"])
  }

  @Test func aBadLineIsAProblemOfItsNumber() {
    let found = read(
      """
      {"id": "a", "schema": "Person", "properties": {"name": ["A"]}}
      {"id": "b", "schema": "Person", "properties": {"name": ["B"]}
      not json
      [1]
      {"schema": "Person", "properties": {}}
      {"id": "c", "schema": "Person", "properties": 3}
      {"id": "a", "schema": "Person", "properties": {"name": ["Twice"]}}
      {"id": "x", "schema": "Vessel", "properties": {"name": ["Ship"]}}
      {"id": "y", "schema": "Ownership", "properties": {"owner": ["nobody"], "asset": ["x"]}}
      {"id": "e", "schema": "Company", "properties": {"name": "E", "alias": [null, 5]}}
      """)
    #expect(found.people.map(\.id) == ["a"] && found.groups.map(\.name) == ["E"])
    #expect(found.groups[0].aliases.map(\.text) == ["E", "5"])
    #expect(found.problems.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 9])
    #expect(found.problems[5].reason == "is the id of the entity on line 1 too")
    #expect(found.problems[6].value == "Vessel" && found.entries == 10)
  }

  @Test func whatIsNoRecordIsToldOfWhereItBelongs() throws {
    let found = read(
      """
      {"id": "c", "schema": "Company", "properties": {"name": ["C"]}}
      {"id": "o", "schema": "Ownership", "properties": {"owner": ["c"], "asset": ["x"], "percentage": ["51"]}}
      {"id": "x", "schema": "Vessel", "properties": {"name": ["Ship"], "flag": ["ru"]}}
      {"id": "p", "schema": "Ownership", "properties": {"owner": ["far"], "asset": ["c"]}}
      """)
    #expect(found.problems == [])
    let company = try #require(record(found, "c"))
    #expect(company.said("Owns") == ["Ship (Vessel; Flag: ru; id in the file: x)"])
    #expect(company.said("Owns (the other way)") == ["far"])
    #expect(
      company.statements.first { $0.label == "Owns" }?.note == "Percentage: 51; id in the file: o")
  }

  @Test func olderExportsAreOneArrayOrHoldEntitiesInEntities() {
    let entity = #"{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}"#
    let other = #"{"id": "b", "schema": "Company", "properties": {"name": ["B"]}}"#
    for text in ["[\(entity),\n\(other)]", "{\"entities\": [\(entity),\n\(other)]}"] {
      let found = read(text)
      #expect(found.people.map(\.id) == ["a"] && found.groups.map(\.id) == ["b"])
      #expect(found.groups[0].statements[0].citations.map(\.description) == ["d#2"])
    }
    let nested = read(
      #"{"id": "m", "schema": "Membership", "properties": {"member": [\#(entity)], "#
        + #""organization": [\#(other), \#(other)]}}"#)
    #expect(nested.relations.map(\.kind) == [.membership, .membership] && nested.problems == [])
    #expect(nested.people.count == 1 && nested.groups.count == 1)
  }

  @Test func anIDThatIsTheFilesOwnIsMadeAnother() {
    let found = read(#"{"id": "d", "schema": "Person", "properties": {"name": ["A"]}}"#)
    #expect(found.people.map(\.id) == ["d-2"])
  }

  @Test func itIsRecognised() {
    #expect(FollowTheMoney.recognises(Array(Self.small.utf8)))
    #expect(!FollowTheMoney.recognises(Array(#"[{"id": "x", "type": "book"}]"#.utf8)))
    #expect(!FollowTheMoney.recognises(Array(#"{"type": "Feature", "properties": {}}"#.utf8)))
    #expect(!CSLJSON.recognises(Array(Self.small.utf8)))
  }

  @Test func deepNestingIsAProblem() {
    let deep = String(repeating: #"{"id":"a","schema":"Person","properties":{"x":["#, count: 3000)
    #expect(read(deep).problems.map(\.line) == [1])
    let closed =
      #"{"id":"a","schema":"Person","properties":{"x":"# + String(repeating: "[", count: 100_000)
      + String(repeating: "]", count: 100_000) + "}}"
    #expect(read(closed).problems.map(\.line) == [1])
  }

  @Test func aLinkOfTooManyIsAProblem() {
    let ids = (0..<200).map { "\"\($0)\"" }.joined(separator: ",")
    let found = read(
      #"{"id": "m", "schema": "Membership", "properties": {"member": [\#(ids)], "#
        + #""organization": [\#(ids)]}}"#)
    #expect(found.problems.map(\.reason) == ["is a link of too many at once"])
  }

  @Test func damagedFilesNeverCrash() {
    var random = SeededGenerator(for: "FollowTheMoneyTests")
    for bytes in Damage.copies(of: Self.small, count: 300, &random, signs: "{}[]\",:") {
      let found = FollowTheMoney.read(bytes, file: "f", dataset: "d")
      #expect(found.hasSoundIDs && found.entries > 0)
    }
  }
}
