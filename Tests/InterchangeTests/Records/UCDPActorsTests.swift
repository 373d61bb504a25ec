import Interchange
import Model
import TestSupport
import Testing

@Suite struct UCDPActorsTests {
  private static let header = FileRow([
    "\u{FEFF}ActorId", "NameData", "NameOrig", "NameOrigFull", "NameOrigFullEng", "NameChange",
    "NewName", "NewNameFullMotherTongue", "NewNameFullEng", "Org", "ConflictId", "DyadId",
    "PrimaryParty", "OSID", "OSCoalition", "OSCoalitionID", "NSID", "NSCoalition", "NSCoalitionID",
    "Splinter", "NamePrev", "ActorIdPrev", "SplitTemp", "NameSplitTemp", "ActorIdSplitTemp",
    "Alliance", "NameAlliance", "ActorIdAlliance", "JoinGroup", "GroupName", "ActorIdGroup",
    "Location", "GWNOLoc", "Region", "Version",
  ])

  /// A row with some columns, the others as the dataset leaves them.
  private func row(_ values: [String: String], line: Int = 2) -> FileRow {
    let flags: Set<String> = [
      "NameChange", "PrimaryParty", "OSCoalition", "NSCoalition", "Splinter", "SplitTemp",
      "Alliance", "JoinGroup",
    ]
    return FileRow(
      Self.header.fields.enumerated().map { index, name in
        values[index == 0 ? "ActorId" : name] ?? (flags.contains(name) ? "0" : "")
      }, line: line)
  }

  private func actors(_ rows: [FileRow]) throws -> [UCDPActors.Actor] {
    let reader = try #require(UCDPActors(header: Self.header))
    let (actors, problems) = reader.read(rows, file: "a.csv")
    #expect(problems == [])
    return actors
  }

  private func names(_ values: [String: String]) throws -> [String] {
    var values = values
    values["ActorId"] = "1"
    return try #require(try actors([row(values)]).first).aliases.map { "\($0.text): \($0.kind)" }
  }

  @Test func theHeaderIsRecognisedInAnyOrder() {
    #expect(UCDPActors.recognises(header: Self.header))
    #expect(UCDPActors.recognises(header: FileRow(Self.header.fields.reversed())))
    #expect(!UCDPActors.recognises(header: FileRow(["id", "side_a", "side_b"])))
    #expect(!UCDPActors.recognises(header: FileRow([])))
  }

  @Test func withoutAChangeOfNameTheOriginalNamesAreCurrent() throws {
    #expect(
      try names([
        "NameData": "TTP", "NameOrig": "TTP", "NameOrigFull": "Tehrik-i-Taliban Pakistan",
        "NameOrigFullEng": "Taleban Movement of Pakistan",
      ]) == [
        "TTP: abbreviation", "Tehrik-i-Taliban Pakistan: name",
        "Taleban Movement of Pakistan: name",
      ])
    #expect(
      try names(["NameData": "AFP-G ", "NameOrig": "AFP–G", "NameOrigFull": "n/a"]) == [
        "AFP-G: name", "AFP–G: spelling",
      ])
  }

  @Test func aChangedNameLeavesFormerOnes() throws {
    #expect(
      try names([
        "NameData": "IS", "NameOrig": "JTJ", "NameOrigFull": "Jama’at", "NameChange": "1",
        "NewName": "ISI, IS", "NewNameFullMotherTongue": "Dawlat, al-Dawla",
        "NewNameFullEng": "State of Iraq, State",
      ]) == [
        "IS: abbreviation", "al-Dawla: name", "State: name", "ISI: former", "Dawlat: former",
        "State of Iraq: former", "JTJ: former", "Jama’at: former",
      ])
    // A comma in a name is none of a list: the short name has one.
    #expect(
      try names([
        "NameData": "M-26-7", "NameOrig": "Fidelistas", "NameChange": "1", "NewName": "M-26-7",
        "NewNameFullMotherTongue": "Movimiento 26, de Julio",
      ]) == ["M-26-7: name", "Movimiento 26, de Julio: name", "Fidelistas: former"])
  }

  @Test func cellsMayListSeveralActors() throws {
    let found = try actors([
      row([
        "ActorId": "205", "NameData": "PFLP", "NameOrig": "PFLP", "Splinter": "1",
        "NamePrev": "PLO, Rejectionist Front", "ActorIdPrev": "204, 1067", "SplitTemp": "1",
        "NameSplitTemp": "X", "ActorIdSplitTemp": "5", "Alliance": "1", "NameAlliance": "A, b, c",
        "ActorIdAlliance": "7,8", "JoinGroup": "1", "GroupName": "G", "ActorIdGroup": "9",
      ])
    ])
    let links = try #require(found.first).links
    #expect(
      links.map { "\($0.bond) \($0.number) \($0.name ?? "-")" } == [
        "splinter 204 PLO", "splinter 1067 Rejectionist Front", "temporarySplit 5 X",
        "alliance 7 -", "alliance 8 -", "joined 9 G",
      ])
    #expect(
      links.map(\.bond.kind) == [.splinter, .splinter, .splinter, .alliance, .alliance, .merger])
  }

  @Test func aFlagOfZeroMeansNone() throws {
    let found = try actors([
      row(["ActorId": "1", "NameData": "A", "Splinter": "0", "NamePrev": "B", "ActorIdPrev": "2"])
    ])
    #expect(found.first?.links == [])
  }

  @Test func codesAreSaidInWords() throws {
    for (code, words) in [
      ("1", "formally organised group"), ("2", "supporters or opponents of a party or politician"),
      ("3", "clan, people or other communal group"), ("4", "government of a state"),
    ] {
      let found = try actors([row(["ActorId": "1", "NameData": "A", "Org": code])])
      #expect(found.first?.organisation?.words == words)
    }
    let found = try actors([
      row(["ActorId": "1", "NameData": "A", "Org": "9", "Region": "3, 2, 6"])
    ])
    #expect(found.first?.organisation == nil)
    #expect(found.first?.facts.last?.value == "Asia, Middle East, 6")
  }

  @Test func badRowsAreProblemsAndTheOthersAreKept() throws {
    let reader = try #require(UCDPActors(header: Self.header))
    let rows = [
      row(["ActorId": "x1", "NameData": "A"], line: 2), row(["ActorId": "2"], line: 3),
      row(["ActorId": "3", "NameData": "C"], line: 4), FileRow([], line: 5),
      row(
        ["ActorId": "4", "NameData": "D", "Splinter": "1", "ActorIdPrev": "3, three"], line: 6),
    ]
    let found = reader.records(rows, file: "a.csv", dataset: "list")
    #expect(found.groups.map(\.id) == ["ucdp-3"] && found.entries == 5)
    #expect(found.problems.map(\.line) == [2, 3, 5, 6])
    #expect(found.problems.map(\.field) == ["ActorId", "NameData", "ActorId", "ActorIdPrev"])
    #expect(found.problems.map(\.value) == ["x1", "", "", "3, three"])
  }

  @Test func recordsCiteTheirRows() throws {
    let reader = try #require(UCDPActors(header: Self.header))
    let split = [
      "ActorId": "2", "NameData": "B", "Splinter": "1", "ActorIdPrev": "1, 99", "Org": "1",
    ]
    let rows = [
      row(["ActorId": "1", "NameData": "A", "Location": "Pakistan", "Version": "22.1"], line: 2),
      row(split, line: 3), row(split, line: 7),
    ]
    let found = reader.records(rows, file: "a.csv", dataset: "list")
    #expect(found.hasSoundIDs && found.entries == 3)
    #expect(found.groups.map(\.id) == ["ucdp-1", "ucdp-2"])
    let first = Record.group(found.groups[0])
    #expect(first.said("Active in") == ["Pakistan"] && first.said("UCDP actor id") == ["1"])
    #expect(first.said("Version of the dataset") == ["22.1"])
    #expect(first.statements.allSatisfy { $0.citations.map(\.description) == ["list#2"] })
    #expect(found.groups[0].aliases.map(\.sources) == [["list"]])
    #expect(found.relations.map(\.id) == ["ucdp-2-splinter-ucdp-1", "ucdp-2-splinter-ucdp-99"])
    #expect(found.relations.map(\.to) == [.record("ucdp-1"), .words("UCDP actor (UCDP actor 99)")])
    #expect(found.relations[0].statements[0].citations.map(\.description) == ["list#3", "list#7"])
    let types = found.groups[1].statements.filter { $0.property == "type" }
    #expect(types.map { $0.citations[0].description } == ["list#3", "list#7"])
  }

  @Test func damagedRowsNeverCrash() throws {
    var random = SeededGenerator(for: "UCDPActorsTests")
    let good = [
      "205", "PFLP", "PFLP, PLO", "n/a", "1", "204, 1067", "4", "Israel, Lebanon", "", "0", ",",
      "é",
    ]
    for _ in 0..<300 {
      let fields = (0..<random.below(40)).map { _ in random.pick(good) }
      let header =
        random.oneIn(3) ? FileRow(Self.header.fields.shuffled(using: &random)) : Self.header
      let reader = try #require(UCDPActors(header: header))
      let found = reader.records([FileRow(fields), FileRow(fields)], file: "f", dataset: "list")
      #expect(found.hasSoundIDs && found.entries == 2)
    }
  }
}
