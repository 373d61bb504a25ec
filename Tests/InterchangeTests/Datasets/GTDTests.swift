import Model
import Testing

@testable import Interchange

@Suite struct GTDTests {
  static let columns =
    "eventid iyear imonth iday approxdate extended resolution country country_txt region region_txt provstate city latitude longitude specificity vicinity location summary crit1 crit2 crit3 doubtterr alternative alternative_txt multiple success suicide attacktype1 attacktype1_txt attacktype2 attacktype2_txt attacktype3 attacktype3_txt targtype1 targtype1_txt targsubtype1 targsubtype1_txt corp1 target1 natlty1 natlty1_txt targtype2 targtype2_txt targsubtype2 targsubtype2_txt corp2 target2 natlty2 natlty2_txt targtype3 targtype3_txt targsubtype3 targsubtype3_txt corp3 target3 natlty3 natlty3_txt gname gsubname gname2 gsubname2 gname3 gsubname3 motive guncertain1 guncertain2 guncertain3 individual nperps nperpcap claimed claimmode claimmode_txt claim2 claimmode2 claimmode2_txt claim3 claimmode3 claimmode3_txt compclaim weaptype1 weaptype1_txt weapsubtype1 weapsubtype1_txt weaptype2 weaptype2_txt weapsubtype2 weapsubtype2_txt weaptype3 weaptype3_txt weapsubtype3 weapsubtype3_txt weaptype4 weaptype4_txt weapsubtype4 weapsubtype4_txt weapdetail nkill nkillus nkillter nwound nwoundus nwoundte property propextent propextent_txt propvalue propcomment ishostkid nhostkid nhostkidus nhours ndays divert kidhijcountry ransom ransomamt ransomamtus ransompaid ransompaidus ransomnote hostkidoutcome hostkidoutcome_txt nreleased addnotes scite1 scite2 scite3 dbsource INT_LOG INT_IDEO INT_MISC INT_ANY related"
    .split(separator: " ").map(String.init)

  let rows = SampleRows(columns: columns)
  let format: GTD

  init() throws { format = try #require(GTD(header: rows.header)) }

  /// A row of 3 May 2015 with some more fields.
  func row(_ values: [String: String] = [:]) -> FileRow {
    let plain = ["eventid": "201505030001", "iyear": "2015", "imonth": "5", "iday": "3"]
    return rows.row(plain.merging(values) { $1 })
  }

  func event(_ values: [String: String] = [:]) throws -> DatasetEvent {
    try format.event(row(values))
  }

  func words(_ label: String, _ values: [String: String]) -> [String] {
    format.facts(row(values)).words(label)
  }

  @Test func recognisesItsColumnsInAnyOrderAndCase() throws {
    #expect(Self.columns.count == 135)
    let few = try #require(
      GTD(header: FileRow(["Summary", "IDAY", "imonth", "iyear", " eventid "])))
    let event = try few.event(FileRow(["Text", "3", "5", "2015", "201505030001"]))
    #expect(event.id == "201505030001" && event.date?.description == "2015-05-03")
    #expect(event.note == "Text" && event.kind == "Attack" && event.title == "Attack")
    #expect(event.casualties == nil, "a file without the column says nothing of casualties")
    #expect(few.columns == ["Summary", "IDAY", "imonth", "iyear", "eventid"] && few.hasHeader)
    #expect(GTD(header: FileRow(["\u{FEFF}eventid", "iyear", "imonth", "iday"])) != nil)
    #expect(GTD(header: FileRow(["eventid", "iyear", "imonth"])) == nil)
    #expect(GTD.key == "gtd")
  }

  @Test(arguments: [
    ("2015", "5", "3", "2015-05-03"), ("2015", "5", "0", "2015-05"), ("2015", "0", "0", "2015"),
    ("2015", "0", "3", "2015"), ("2015", "5", "", "2015-05"), ("2015", "-9", "-99", "2015"),
    ("2015.0", "5.0", "3.0", "2015-05-03"), (" 2015 ", "05", "03", "2015-05-03"),
    ("2016", "2", "29", "2016-02-29"),
  ])
  func neverImputesADayOrMonth(year: String, month: String, day: String, date: String) throws {
    let event = try event(["iyear": year, "imonth": month, "iday": day])
    #expect(event.date?.description == date)
  }

  @Test(arguments: [
    ("iyear", "", "is no year"), ("iyear", "99", "is no year"), ("imonth", "13", "is no month"),
    ("imonth", "May", "is no month"), ("iday", "32", "is no day"), ("iday", "-1", "is no day"),
    ("iday", "1.5", "is no day"), ("eventid", "", "is blank"),
    ("eventid", "20150503001", "is no eventid of twelve digits"),
    ("eventid", "2.01505E+11", "is no eventid of twelve digits"),
    ("eventid", "x", "is no eventid of twelve digits"),
    ("eventid", "99999999999999999999", "is no eventid of twelve digits"),
  ])
  func refusesARowWithTheColumnAtFault(column: String, value: String, reason: String) {
    let problem = #expect(throws: RowProblem.self) { try event([column: value]) }
    #expect(problem?.column == Self.columns.firstIndex(of: column))
    #expect(problem?.reason == reason && problem?.remedy.hasSuffix(".") == true)
  }

  @Test func refusesADayThatTheMonthDoesNotHave() {
    let problem = #expect(throws: RowProblem.self) {
      try event(["iyear": "2015", "imonth": "2", "iday": "29"])
    }
    #expect(problem?.column == 3 && problem?.reason == "is no day of that month")
  }

  @Test func aShortRowHasItsDateAndNoMore() throws {
    let event = try format.event(FileRow(["201505030001", "2015", "5", "3"]))
    #expect(event.title == "Attack" && event.places.isEmpty && event.killed == nil)
    #expect(event.casualties == "killed unknown")
    let shorter = try format.event(FileRow(["201505030001", "2015", "5"]))
    #expect(shorter.date?.description == "2015-05")
  }

  @Test(arguments: [
    ("2015-05-07", "2015-05-07"), ("2015-05-07 00:00:00", "2015-05-07"),
    ("2015-05-07T00:00:00.000Z", "2015-05-07"), ("5/17/2015", "2015-05-17"),
    ("17/5/2015", "2015-05-17"), ("42131", "2015-05-07"), ("May 7, 2015", "2015-05-07"),
    ("7 May 2015", "2015-05-07"), ("07-May-2015", "2015-05-07"),
    // The other reading lies before the start.
    ("3/6/2015", "2015-06-03"),
  ])
  func anIncidentThatLastedHasItsEnd(resolution: String, end: String) throws {
    let values = ["extended": "1", "resolution": resolution]
    #expect(try event(values).date?.description == "2015-05-03/\(end)")
    #expect(words("Ended", values) == [end])
    #expect(words("Longer than 24 hours", values) == ["lasted more than 24 hours"])
  }

  @Test(arguments: ["6/7/2015", "2015-05-01", "later", "2015-05-32", "7-May-15"])
  func anEndThatIsNotSureIsKeptAsWords(resolution: String) throws {
    let values = ["extended": "1", "resolution": resolution]
    #expect(try event(values).date?.description == "2015-05-03")
    #expect(words("Ended", values).first?.hasPrefix("\(resolution) (as the row has it") == true)
  }

  @Test func anEndWithoutALongIncidentIsTold() throws {
    let values = ["extended": "0", "resolution": "2015-05-07"]
    #expect(try event(values).date?.description == "2015-05-03")
    #expect(words("Ended", values).first?.contains("does not say") == true)
    let same = ["extended": "1", "resolution": "2015-05-03"]
    #expect(try event(same).date?.description == "2015-05-03")
  }

  @Test func theApproximateDateIsAFactAndANote() {
    let values = ["iday": "0", "approxdate": "Early May 2015"]
    #expect(words("Approximate date", values) == ["Early May 2015"])
    #expect(words("Date", values) == ["2015-05 (the day is not known; in words: Early May 2015)"])
    #expect(words("Date", ["imonth": "0"]) == ["2015 (the month is not known)"])
    #expect(words("Date", [:]) == ["2015-05-03"])
  }

  @Test func titleKindPlacesAndWordsToFindItBy() throws {
    let event = try event([
      "attacktype1": "3", "attacktype1_txt": "Bombing/Explosion", "gname": "Northern Front",
      "gsubname": "River Wing", "target1": "Bridge", "corp1": "Road Office", "summary": "A bridge.",
      "city": "Oldtown", "provstate": "Westland", "country_txt": "Freedonia", "latitude": "-9",
      "longitude": "20.5", "specificity": "1", "location": "Near the mill",
    ])
    #expect(event.title == "Bombing/Explosion, Northern Front" && event.kind == "Bombing/Explosion")
    #expect(event.groups == [DatasetParty("Northern Front")])
    #expect(
      event.places == [
        DatasetPlace("Oldtown", "town"), DatasetPlace("Westland", "province"),
        DatasetPlace("Freedonia", "country"),
      ])
    let here = format.coordinates(row(["latitude": "-9", "longitude": "20.5", "specificity": "1"]))
    #expect(here == Coordinates(latitude: -9, longitude: 20.5))
    #expect(event.note == "A bridge.\nRiver Wing\nRoad Office\nBridge\nNear the mill")
  }

  @Test func unknownNamesAreNoGroupsAndNoPlaces() throws {
    let values = [
      "gname": "Unknown", "attacktype1": "2", "target1": "Bridge", "city": "Unknown",
      "provstate": "Unknown", "country_txt": "Freedonia", "specificity": "5", "latitude": "1",
      "longitude": "1",
    ]
    let event = try event(values)
    #expect(event.groups.isEmpty && event.title == "Armed Assault, Bridge")
    #expect(event.places == [DatasetPlace("Freedonia", "country")])
    #expect(format.coordinates(row(values)) == nil)
    #expect(words("Attributed to", values) == ["Unknown (no group is known)"])
    #expect(
      words("What the coordinates are of", values) == ["not even the first-order region is known"])
    #expect(
      words("Attributed to", ["gname": "Unaffiliated Individual(s)"])
        == ["Unaffiliated Individual(s) (no group is known)"])
  }

  @Test func latinOneIsRead() throws {
    var row = row(["city": "M\u{1}laga", "scite1": "\u{2}Bomba,\u{3} El Pa\u{4}s, May 4, 2015."])
    let bytes: [UInt8: UInt8] = [1: 0xE1, 2: 0x93, 3: 0x94, 4: 0xED]
    row.content = row.content.map { bytes[$0] ?? $0 }
    row.encoding = .windows1252
    let event = try format.event(row)
    #expect(event.places == [DatasetPlace("Málaga", "town")])
    let date = try ExtendedDate(reading: "2015-05-04")
    #expect(event.sources == [CitedWork(publisher: "El País", date: date, title: "Bomba")])
  }
}
