import Interchange
import Model
import Testing

@Suite struct ACLEDTests {
  static let columns =
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
    .split(separator: " ").map(String.init)

  let rows = SampleRows(columns: columns)
  let format: ACLED

  init() throws { format = try #require(ACLED(header: rows.header)) }

  func row(_ values: [String: String] = [:]) -> FileRow {
    let plain = [
      "event_id_cnty": "FRE12", "event_date": "2021-11-04", "year": "2021", "time_precision": "1",
      "event_type": "Battles", "sub_event_type": "Armed clash", "fatalities": "0",
    ]
    return rows.row(plain.merging(values) { $1 })
  }

  func event(_ values: [String: String] = [:]) throws -> DatasetEvent {
    try format.event(row(values))
  }

  func words(_ label: String, _ values: [String: String]) -> [String] {
    format.facts(row(values)).words(label)
  }

  @Test func recognisesOlderAndNewerFiles() throws {
    #expect(Self.columns.count == 31 && ACLED.key == "acled" && format.hasHeader)
    let older = try #require(
      ACLED(header: FileRow(["DATA_ID", "ISO3", "EVENT_ID_NO_CNTY", "EVENT_DATE", "EVENT_TYPE"])))
    let event = try older.event(FileRow(["77", "FRE", "12", "04 November 2021", "Riots"]))
    #expect(event.id == "77" && event.title == "Riots" && event.date?.description == "2021-11-04")
    #expect(event.killed == nil && event.casualties == nil, "the file has no such column")
    #expect(older.columns.first == "DATA_ID")
    #expect(ACLED(header: FileRow(["event_id_cnty", "event_date"])) == nil)
    #expect(ACLED(header: FileRow(["eventid", "iyear", "imonth", "iday"])) == nil)
    #expect(GTD(header: rows.header) == nil)
  }

  @Test(arguments: [
    "2021-11-04", "04 November 2021", "4 Nov 2021", "November 4, 2021", "2021-11-04 00:00:00",
    "04-Nov-2021", "4-Nov-21", " 2021-11-04 ",
  ])
  func readsDatesThatCanBeReadInOneWay(written: String) throws {
    #expect(try event(["event_date": written]).date?.description == "2021-11-04")
  }

  @Test func digitsAreReadWhereTheirOrderIsSure() throws {
    #expect(try event(["event_date": "14/11/2021"]).date?.description == "2021-11-14")
    #expect(try event(["event_date": "11/14/2021"]).date?.description == "2021-11-14")
    #expect(try event(["event_date": "05/05/2021"]).date?.description == "2021-05-05")
  }

  @Test(arguments: [
    ("04/11/2021", "does not say which is the day and which the month"),
    ("04-11-2021", "does not say which is the day and which the month"), ("", "is no day"),
    ("2021-11", "is no day"), ("2021", "is no day"), ("2021-02-30", "is no day"),
    ("31/31/2021", "is no day"), ("soon", "is no day"), ("4-Nov-20", "is no day"),
    ("2021-11-04/2021-11-05", "is no day"), ("44504", "is no day"),
    ("4 Nov 2021 noon", "is no day"),
  ])
  func refusesDatesThatAreNoneOrTwo(written: String, reason: String) {
    let problem = #expect(throws: RowProblem.self) { try event(["event_date": written]) }
    #expect(problem?.column == 1 && problem?.reason == reason)
    #expect(problem?.remedy.contains("2021-11-04 or 04 November 2021") == true)
  }

  @Test func aRowNeedsItsId() {
    let problem = #expect(throws: RowProblem.self) { try event(["event_id_cnty": " "]) }
    #expect(problem?.column == 0 && problem?.reason == "is blank")
    #expect(throws: RowProblem.self) { try format.event(FileRow(["FRE12"])) }
  }

  @Test(arguments: [
    ("1", "2021-11-04", nil), ("", "2021-11-04", nil),
    ("2", "2021-11-01/2021-11-07", "known to a week or weekend, of which the row gives the middle"),
    ("3", "2021-11", "known to the month; the row gives a day in its middle"),
    ("7", "2021-11-04", "the codebook lists no time precision of 7"),
  ])
  func precisionMakesAnInterval(code: String, date: String, note: String?) throws {
    let values = ["time_precision": code]
    #expect(try event(values).date?.description == date)
    #expect(words("Date", values) == [date + (note.map { " (\($0))" } ?? "")])
    #expect(words("Date as given", values).isEmpty == (date == "2021-11-04"))
  }

  @Test func theEndsOfAMonthMeanItsBeginningAndEnd() throws {
    let first = words("Date", ["time_precision": "3", "event_date": "2021-11-01"])
    #expect(first[0].contains("its first day, which stands for its beginning"))
    let last = words("Date", ["time_precision": "3", "event_date": "2021-11-30"])
    #expect(last[0].contains("its last day, which stands for its end"))
    let early = try event(["time_precision": "2", "event_date": "2021-01-02"])
    #expect(early.date?.description == "2020-12-30/2021-01-05")
  }

  @Test func titleActorsPlacesAndSources() throws {
    let event = try event([
      "actor1": "Northern Front", "assoc_actor_1": "River Wing; Hill Band;",
      "actor2": "Police Forces",
      "assoc_actor_2": " River Wing ", "location": "Oldtown", "admin1": "Westland",
      "admin2": "Lower Westland", "country": "Freedonia", "latitude": "1.5", "longitude": "-2",
      "source": "Oldtown Herald; Radio Hill ; ", "notes": "A clash.",
      "tags": "crowd size=no report",
    ])
    #expect(event.title == "Armed clash: Northern Front – Police Forces" && event.kind == "Battles")
    #expect(
      event.groups.map(\.name) == ["Northern Front", "River Wing", "Hill Band", "Police Forces"])
    #expect(
      event.places.map { "\($0.name) \($0.type)" } == [
        "Oldtown town", "Lower Westland district", "Westland province", "Freedonia country",
      ])
    let here = format.coordinates(row(["latitude": "1.5", "longitude": "-2"]))
    #expect(here == Coordinates(latitude: 1.5, longitude: -2))
    #expect(
      event.sources
        == [CitedWork(publisher: "Oldtown Herald"), CitedWork(publisher: "Radio Hill")])
    #expect(event.note == "A clash.\ncrowd size=no report")
    #expect(try self.event().title == "Armed clash")
    #expect(try self.event(["sub_event_type": "", "event_type": ""]).title == "Event")
  }
}
