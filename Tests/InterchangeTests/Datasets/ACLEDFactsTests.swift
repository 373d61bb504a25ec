import Interchange
import Model
import Testing

@Suite struct ACLEDFactsTests {
  let table: ACLEDTests
  init() throws { table = try ACLEDTests() }

  func words(_ label: String, _ values: [String: String]) -> [String] { table.words(label, values) }

  @Test func zeroIsNoneReported() throws {
    let event = try table.event(["fatalities": "0"])
    #expect(event.killed == nil && event.casualties == "none reported")
    #expect(words("Killed", ["fatalities": "0"])[0].hasPrefix("none reported (coded 0:"))
  }

  @Test(arguments: ["", "-1", "-99", "some", "1.5"])
  func noNumberIsUnknown(value: String) throws {
    let event = try table.event(["fatalities": value])
    #expect(event.killed == nil && event.casualties == "killed unknown")
    #expect(words("Killed", ["fatalities": value])[0].hasPrefix("unknown ("))
  }

  @Test(arguments: [
    (3, "limited scope"), (10, "“several”"), (12, "“dozens”"), (100, "“hundreds”"),
  ])
  func defaultCountsAreMarked(number: Int, word: String) throws {
    let event = try table.event(["fatalities": "\(number)"])
    #expect(event.killed == CasualtyFigure(number) && event.casualties == "\(number)? killed")
    let fact = words("Killed", ["fatalities": "\(number)"])[0]
    #expect(fact.hasPrefix("\(number) (may stand for") && fact.contains(word))
  }

  @Test(arguments: [1, 2, 4, 9, 11, 13, 99, 101])
  func otherCountsAreFigures(number: Int) throws {
    let event = try table.event(["fatalities": "\(number)"])
    #expect(event.killed == CasualtyFigure(number) && event.casualties == nil)
    let facts = table.format.facts(table.row(["fatalities": "\(number)"]))
    let fact = try #require(facts.first { $0.property == .killed })
    #expect(fact.basis == .reported && fact.note?.contains("is divided among its events") == true)
  }

  @Test func actorsAreParticipantsAndNoMore() {
    let values = [
      "actor1": "Northern Front", "inter1": "2", "assoc_actor_1": "River Wing; Hill Band",
      "actor2": "Civilians (Freedonia)", "inter2": "Civilians", "interaction": "27",
    ]
    let facts = table.format.facts(table.row(values)).filter {
      $0.property == Property(Role.participant)
    }
    #expect(
      facts.map { "\($0.label): \($0.value.words) (\($0.note ?? ""))" } == [
        "Actor 1: <Northern Front> (Rebel groups)",
        "Associated with actor 1: <River Wing> (takes part with it, or describes it)",
        "Associated with actor 1: <Hill Band> (takes part with it, or describes it)",
        "Actor 2: <Civilians (Freedonia)> (Civilians)",
      ])
    #expect(words("Kinds of actors together", values) == ["Rebel groups and civilians"])
    #expect(
      words("Kinds of actors together", ["interaction": "State forces-Civilians"])
        == ["State forces-Civilians"])
  }

  @Test func everyCodeHasItsMeaning() throws {
    let kinds = [
      "State forces", "Rebel groups", "Political militias", "Identity militias", "Rioters",
      "Protesters", "Civilians", "External/Other forces",
    ]
    func meaning(_ column: String, _ code: String) -> String? {
      ACLEDTests.columns.firstIndex(of: column).flatMap { table.format.meaning($0, code) }
    }
    for (number, kind) in kinds.enumerated() {
      #expect(
        meaning("inter1", "\(number + 1)") == kind && meaning("inter2", "\(number + 1)") == kind)
      #expect(meaning("interaction", "\(10 * (number + 1))") == "\(kind) alone")
    }
    #expect(meaning("interaction", "78") == "Civilians and external/other forces")
    #expect(meaning("interaction", "11") == "State forces and state forces")
    #expect(meaning("interaction", "21") == nil && meaning("inter1", "9") == nil)
    #expect(meaning("time_precision", "1") == "the day is known")
    #expect(meaning("time_precision", "2")?.hasPrefix("known to a week") == true)
    #expect(meaning("time_precision", "3")?.hasPrefix("known to the month") == true)
    #expect(meaning("geo_precision", "1") == "in the town that is named")
    #expect(meaning("geo_precision", "2")?.hasPrefix("near the town") == true)
    #expect(meaning("geo_precision", "3")?.hasPrefix("somewhere in a larger region") == true)
    #expect(meaning("fatalities", "0") == "none reported" && meaning("fatalities", "5") == nil)
    #expect(meaning("fatalities", "") == "unknown: the field is blank")
    #expect(meaning("notes", "3") == nil)
  }

  @Test func placesSayHowNear() {
    let values = [
      "location": "Oldtown", "country": "Freedonia", "geo_precision": "3", "latitude": "1",
      "longitude": "2", "region": "Far Isles",
    ]
    #expect(
      words("Place", values)[0].hasPrefix(
        "Oldtown [town] < Freedonia [country] (somewhere in a larger region"))
    #expect(words("Coordinates", values)[0].hasPrefix("1.0, 2.0 (somewhere"))
    #expect(words("Region", values) == ["Far Isles"])
    #expect(
      words("Place", ["location": "Oldtown", "geo_precision": "8"]) == [
        "Oldtown [town] (a precision of 8)"
      ])
  }

  @Test(arguments: [
    ("1636416000", "2021-11-09 (1636416000 seconds since 1970, UTC)"), ("yesterday", "yesterday"),
    ("99999999999999", "99999999999999"),
  ])
  func theTimestampIsTheLastChange(text: String, fact: String) {
    #expect(words("Row last changed", ["timestamp": text]) == [fact])
  }

  @Test func everyColumnIsExplainedAndTold() throws {
    let older = ["data_id", "event_id_no_cnty", "iso3"]
    let columns = ACLEDTests.columns + older
    let format = try #require(ACLED(header: FileRow(columns)))
    for (place, column) in columns.enumerated() {
      let help = try #require(format.help(place), "\(column)")
      #expect(
        help.source.contains("ACLED Codebook") || help.source.contains("acledR"), "\(column)")
      #expect(help.text.hasSuffix(".") && help.text.count > 15, "\(column)")
    }
    let values = columns.map { $0 == "event_date" ? "2021-11-04" : "1" }
    let told = Set(format.facts(FileRow(values)).flatMap(\.columns))
    #expect(columns.indices.filter { !told.contains($0) }.map { columns[$0] } == ["event_id_cnty"])
    #expect(format.help(99) == nil)
  }
}
