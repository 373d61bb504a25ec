import Interchange
import Model
import Testing

@Suite struct GTDFactsTests {
  let table: GTDTests
  init() throws { table = try GTDTests() }

  func words(_ label: String, _ values: [String: String]) -> [String] { table.words(label, values) }

  @Test(arguments: [
    ("", "the field is blank"), ("-9", "coded -9: unknown"), ("-99", "coded -99: unknown"),
    ("-99.0", "coded -99: unknown"), ("many", "“many” is no number of people"),
    ("-3", "“-3” is no number of people"),
  ])
  func unknownIsNeverZero(value: String, why: String) throws {
    let values = ["nkill": value, "nwound": value]
    let event = try table.event(values)
    #expect(event.killed == nil && event.wounded == nil && event.casualties == "killed unknown")
    #expect(words("Killed", values) == ["unknown (\(why))"])
    #expect(words("Wounded", values) == ["unknown (\(why))"])
  }

  @Test(arguments: [
    ("0", "0", nil), ("4", "", nil), ("4.0", "2", nil), ("", "3", "killed unknown, 3 wounded"),
    ("0", "", "0 killed, wounded unknown"),
  ])
  func theLineOfCasualtiesIsTheFiguresWhereTheyTellAll(
    killed: String, wounded: String, line: String?
  ) throws {
    let event = try table.event(["nkill": killed, "nwound": wounded])
    #expect(event.casualties == line)
    #expect(
      event.killed?.value == FileRow([killed]).fields.first.flatMap { Double($0) }.map { Int($0) })
  }

  @Test func aShareOfATotalIsAbout() throws {
    let event = try table.event(["nwound": "2.5"])
    #expect(event.wounded == CasualtyFigure(3, .about))
    #expect(words("Wounded", ["nwound": "2.5"])[0].contains("the row says 2.5"))
  }

  @Test func attackersAndCitizensAreCountedApart() {
    let values = [
      "nkill": "7", "nkillter": "1", "nkillus": "0", "nwound": "9", "nwoundte": "", "nwoundus": "2",
    ]
    #expect(words("Killed", values) == ["7 (total, attackers included)"])
    #expect(words("Killed, attackers", values) == ["1"])
    #expect(words("Killed, US citizens", values) == ["0"])
    #expect(words("Wounded", values) == ["9 (total, attackers included)"])
    #expect(words("Wounded, attackers", values) == ["unknown (the field is blank)"])
    #expect(words("Wounded, US citizens", values) == ["2"])
  }

  @Test func attributedAndClaimedAreTwoFacts() throws {
    let values = [
      "gname": "Northern Front", "gname2": "River Wing", "gname3": "Hill Band", "guncertain1": "0",
      "guncertain2": "1", "claimed": "1", "claimmode": "7", "compclaim": "1", "claim2": "0",
      "claim3": "1", "claimmode3": "8", "claimmode3_txt": "Personal claim", "gsubname2": "Delta",
    ]
    let groups = try table.event(values).groups
    #expect(groups.map(\.name) == ["Northern Front", "River Wing", "Hill Band"])
    #expect(
      words("Attributed to", values) == [
        "<Northern Front> (attributed by the GTD)", "<River Wing> (the perpetrator is suspected)",
        "<Hill Band> (attributed by the GTD)",
      ])
    #expect(
      words("Claimed by", values) == [
        "<Northern Front> (by: Posted to website, blog, etc.; others claim that they alone did it)",
        "<Hill Band> (by: Personal claim)",
      ])
    #expect(words("Responsibility claimed, second", values) == ["no"])
    #expect(words("Subgroup, second", values) == ["Delta"])
    let facts = table.format.facts(table.row(values))
    #expect(facts.first { $0.property == Property(Role.claimant) }?.basis == .reported)
    #expect(facts.first { $0.note == "the perpetrator is suspected" }?.basis == .alleged)
  }

  @Test func aClaimByNobodyKnown() {
    #expect(
      words("Claimed by", ["gname": "Unknown", "claimed": "1"])
        == ["somebody whom the row does not name"])
    #expect(
      words("Responsibility claimed", ["gname": "Unknown", "claimed": "-9"]) == [
        "unknown (coded -9)"
      ])
  }

  @Test func placesSayHowNear() {
    let values = [
      "city": "Oldtown", "country_txt": "Freedonia", "vicinity": "1", "latitude": "1.5",
      "longitude": "2", "specificity": "4",
    ]
    #expect(
      words("Place", values)
        == ["Oldtown [town] < Freedonia [country] (in the immediate vicinity of the city)"])
    #expect(
      words("Coordinates", values)
        == ["1.5, 2.0 (of the middle of the first-order region: no smaller one is known)"])
    #expect(
      words("Place", values.merging(["vicinity": "-9"]) { $1 })[0].hasSuffix(
        "(whether in the city or near it is unknown)"))
  }

  @Test func targetsAreFactsOfTheRoleTarget() {
    let values = [
      "target1": "Bridge", "corp1": "Road Office", "targtype1": "19",
      "targtype1_txt": "Transportation", "targsubtype1_txt": "Bridge/Car Tunnel",
      "natlty1_txt": "Freedonia", "targtype2": "3",
    ]
    let facts = table.format.facts(table.row(values)).filter {
      $0.property == Property(Role.target)
    }
    #expect(
      facts.map { "\($0.label): \($0.value.words)" } == [
        "Target: Bridge", "Target's organisation: Road Office", "Target type: Transportation",
        "Target subtype: Bridge/Car Tunnel", "Target's nationality: Freedonia",
        "Target type, second: Police",
      ])
    #expect(
      facts[2].columns == [
        GTDTests.columns.firstIndex(of: "targtype1"),
        GTDTests.columns.firstIndex(of: "targtype1_txt"),
      ])
  }

  /// Every code of every column that has codes, alone in its row, becomes the words of the codebook.
  @Test func everyCodeHasItsMeaning() throws {
    let codes: [(column: String, code: String, meaning: String)] = [
      ("doubtterr", "1", "yes: there is doubt that it is terrorism"),
      ("doubtterr", "0", "no: there is essentially no doubt"),
      ("doubtterr", "-9", "not coded when the incident was recorded"),
      ("alternative", "3", "Inter/Intra-Group Conflict"), ("crit1", "1", "yes"),
      ("crit3", "0", "no"),
      ("multiple", "1", "yes"), ("success", "0", "no"), ("suicide", "1", "yes"),
      ("attacktype2", "7", "Facility/Infrastructure Attack"), ("weaptype4", "9", "Melee"),
      ("targtype3", "22", "Violent Political Party"), ("region", "12", "Australasia & Oceania"),
      ("property", "-9", "unknown"), ("propextent", "3", "Minor (likely < $1 million)"),
      ("propvalue", "-99", "unknown"), ("ishostkid", "1", "yes"), ("nhostkid", "-99", "unknown"),
      ("ransom", "0", "no"), ("hostkidoutcome", "6", "Combination"),
      ("nreleased", "-99", "unknown"),
      ("INT_LOG", "-9", "unknown"), ("INT_ANY", "1", "yes"), ("claimmode", "10", "Unknown"),
      (
        "specificity", "2",
        "in a city, town or village without coordinates: of the middle of the smallest region known"
      ),
      ("vicinity", "0", "in the city itself"), ("extended", "0", "lasted less than 24 hours"),
      ("iday", "0", "the day is not known"), ("imonth", "0", "the month is not known"),
      ("nperps", "-99", "unknown"), ("individual", "1", "yes"), ("compclaim", "0", "no"),
    ]
    for (column, code, meaning) in codes {
      let place = try #require(GTDTests.columns.firstIndex(of: column))
      #expect(table.format.meaning(place, code) == meaning, "\(column) \(code)")
      #expect(table.format.meaning(place, "\(code).0") == meaning, "\(column) \(code).0")
    }
    let killed = try #require(GTDTests.columns.firstIndex(of: "nkill"))
    #expect(table.format.meaning(killed, "") == "unknown: the field is blank")
    #expect(table.format.meaning(killed, "0") == nil && table.format.meaning(999, "0") == nil)
    #expect(table.format.meaning(0, "201505030001") == nil)
  }

  @Test func codesAreFactsInWords() {
    let values = [
      "doubtterr": "-8", "property": "-9", "nhostkid": "-99", "nperps": "4", "success": "1",
      "weaptype1": "6", "weapsubtype1_txt": "Sticky Bomb", "related": "201505030001, 201505030002",
      "INT_LOG": "0", "ransomamt": "1000",
    ]
    #expect(words("Doubt that it is terrorism", values) == ["-8 (coded -8)"])
    #expect(words("Property damage", values) == ["unknown (coded -9)"])
    #expect(words("Number of hostages", values) == ["unknown (coded -99)"])
    #expect(words("Number of perpetrators", values) == ["4"])
    #expect(words("Successful", values) == ["yes"])
    #expect(words("Weapon type", values) == ["Explosives"])
    #expect(words("Weapon subtype", values) == ["Sticky Bomb"])
    #expect(words("Related incidents", values) == ["201505030001, 201505030002"])
    #expect(words("Logistically international", values) == ["no"])
    #expect(words("Ransom demanded, US dollars", values) == ["1000"])
    #expect(words("Successful", ["success": "7"]) == ["7 (a code that the codebook does not list)"])
    #expect(words("Successful", [:]).isEmpty)
  }

  /// No column of the file is without its account, and none that is filled is without a fact.
  @Test func everyColumnIsExplainedAndTold() throws {
    for (place, column) in GTDTests.columns.enumerated() {
      let help = try #require(table.format.help(place), "\(column)")
      #expect(help.source.hasPrefix("after GTD Codebook, August 2021, "), "\(column)")
      #expect(help.text.hasSuffix(".") && help.text.count > 15, "\(column)")
    }
    #expect(table.format.help(135) == nil)
    let other = try #require(GTD(header: FileRow(["eventid", "iyear", "imonth", "iday", "mine"])))
    #expect(other.help(4) == nil)

    let numbers = ["eventid": "201505030001", "iyear": "2015", "resolution": "2015-06-01"]
    let filled = Dictionary(
      GTDTests.columns.map { ($0, numbers[$0] ?? "1") }, uniquingKeysWith: { one, _ in one })
    let told = Set(table.format.facts(table.rows.row(filled)).flatMap(\.columns))
    let untold = GTDTests.columns.indices.filter { !told.contains($0) }.map { GTDTests.columns[$0] }
    // The id is the event's own, and the country's number says no more than its name.
    #expect(untold == ["eventid", "country"])
  }
}
