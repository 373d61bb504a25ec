import Interchange
import Model
import Testing

@Suite struct UCDPEventsTests {
  /// A row by its columns; what is not named is blank. Nobody and nothing in it exists.
  private struct Table {
    static let columns = [
      "id", "year", "type_of_violence", "conflict_name", "side_a_new_id", "side_a", "side_b_new_id",
      "side_b", "number_of_sources", "source_article", "source_original", "where_prec",
      "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude",
      "country",
      "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
      "deaths_civilians", "deaths_unknown", "best", "high", "low",
    ]
    static let usual = [
      "id": "17", "year": "2013", "type_of_violence": "2", "side_a": "Red Band",
      "side_a_new_id": "4",
      "side_b": "Blue Band", "side_b_new_id": "5", "country": "Norland", "date_prec": "1",
      "date_start": "2013-01-10", "date_end": "2013-01-10", "best": "7", "low": "7", "high": "7",
    ]

    let format: UCDPEvents
    let row: FileRow

    init(_ values: [String: String] = [:]) throws {
      format = try #require(UCDPEvents(header: FileRow(Self.columns)))
      let all = Self.usual.merging(values) { $1 }
      row = FileRow(Self.columns.map { all[$0] ?? "" }, line: 3)
    }

    func fact(_ property: Property) -> DatasetFact? {
      format.facts(row).first { $0.property == property }
    }
  }

  @Test(arguments: [
    ("2013-01-10", "2013-01-10", "2013-01-10"),
    ("2013-01-10 00:00:00.000", "2013-01-12", "2013-01-10/2013-01-12"),
    ("2013-01-01T00:00:00", "2013-12-31T00:00:00", "2013-01-01/2013-12-31"),
  ])
  func theIntervalIsWhatTheRowGives(start: String, end: String, date: String) throws {
    let table = try Table(["date_start": start, "date_end": end])
    #expect(try table.format.event(table.row).date?.description == date)
  }

  @Test(arguments: [
    ("1", "the exact day"), ("2", "two to six days"), ("3", "week"), ("4", "8 to 30 days"),
    ("5", "more than a month"),
  ])
  func thePrecisionLabelsTheDate(code: String, words: String) throws {
    let table = try Table(["date_prec": code])
    #expect(table.fact(.date)?.note?.contains(words) == true)
  }

  @Test(arguments: ["1", "2", "3", "4", "5", "6", "7"])
  func thePrecisionOfAPlaceIsTold(code: String) throws {
    let notes = try ["1", "2", "3", "4", "5", "6", "7"].map {
      try Table(["where_prec": $0]).fact(.place)?.note
    }
    #expect(Set(notes).count == 7)
    #expect(try Table(["where_prec": code]).fact(.place)?.note?.isEmpty == false)
  }

  @Test(arguments: [
    ("date_start", "2013-02-30", "date_start"), ("date_start", "10/01/2013", "date_start"),
    ("date_end", "", "date_end"), ("date_end", "2013-01-09", "date_end"), ("id", " ", "id"),
    ("best", "-1", "best"), ("high", "many", "high"), ("low", "1.5", "low"),
  ])
  func aRowThatCannotBeTakenNamesItsColumn(column: String, value: String, fault: String) throws {
    let table = try Table([column: value])
    let problem = #expect(throws: RowProblem.self) { try table.format.event(table.row) }
    #expect(problem?.column.map { Table.columns[$0] } == fault)
    #expect(throws: RowProblem.self) { try table.format.outline(table.row) }
  }

  @Test func zeroIsACountAndBlankIsNone() throws {
    let zero = try Table(["best": "0", "low": "0", "high": "0"])
    #expect(try zero.format.event(zero.row).killed == CasualtyFigure(0))
    let blank = try Table(["best": "", "low": "", "high": ""])
    #expect(try blank.format.event(blank.row).killed == nil)
    #expect(blank.fact(.killed)?.value == .text("not known: the row gives no figure"))
    let range = try Table(["best": "7.0", "low": "2", "high": "12"])
    #expect(try range.format.event(range.row).killed == CasualtyFigure(best: 7, low: 2, high: 12))
  }

  @Test func deathsAreToldBySide() throws {
    let table = try Table([
      "deaths_a": "1", "deaths_b": "0", "deaths_civilians": "2", "deaths_unknown": "4",
    ])
    let figures = table.format.facts(table.row).compactMap { fact -> (String, Int)? in
      guard case .figure(let figure) = fact.value else { return nil }
      return (fact.property.rawValue, figure.value)
    }
    #expect(
      figures.map(\.0) == [
        "killed", "killed-side-a", "killed-side-b", "killed-civilians", "killed-side-unknown",
      ])
    #expect(figures.map(\.1) == [7, 1, 0, 2, 4])
  }

  @Test(arguments: [
    ("1", "State-based violence", Role.participant, Role.participant),
    ("2", "Non-state violence", .participant, .participant),
    ("3", "One-sided violence", .perpetrator, .victim),
  ])
  func onlyOneSidedViolenceHasAnAttacker(code: String, kind: String, one: Role, two: Role) throws {
    let table = try Table(["type_of_violence": code])
    let event = try table.format.event(table.row)
    #expect(event.kind == kind)
    #expect(
      event.groups == [
        DatasetParty("Red Band", id: "ucdp-4"), DatasetParty("Blue Band", id: "ucdp-5"),
      ])
    let roles = table.format.facts(table.row).compactMap(\.property.role)
    #expect(roles == [one, two])
  }

  @Test func newRowsListTheirWorks() throws {
    let article = """
      "Norland News,2013-01-11,Three dead; more feared, police say";"The ""Post"",2013-01-12,";"a note"
      """
    let table = try Table([
      "number_of_sources": "3", "source_article": article, "source_original": "Police",
    ])
    #expect(
      try table.format.event(table.row).sources == [
        CitedWork(
          publisher: "Norland News", date: try ExtendedDate(reading: "2013-01-11"),
          title: "Three dead; more feared, police say"),
        CitedWork(publisher: "The \"Post\"", date: try ExtendedDate(reading: "2013-01-12")),
        CitedWork(title: "a note"),
      ])
    #expect(table.format.quoted(table.row) == "Police")
  }

  @Test func oldRowsHaveOneTextAndNoCount() throws {
    let table = try Table(["number_of_sources": "-1", "source_article": "R 4/10 1990; AFP 5/10"])
    #expect(
      try table.format.event(table.row).sources == [CitedWork(title: "R 4/10 1990; AFP 5/10")])
    #expect(
      table.fact("sources-counted")?.value
        == .text("-1: not counted: the row is of the older coding"))
  }

  @Test func placesStandWithinEachOtherOnce() throws {
    let table = try Table(["where_coordinates": "Westdale", "adm_2": "Westdale", "adm_1": "North"])
    #expect(
      try table.format.event(table.row).places == [
        DatasetPlace("Westdale", "district"), DatasetPlace("North", "province"),
        DatasetPlace("Norland", "country"),
      ])
  }

  @Test func everyColumnHasItsEntryInTheCodebook() throws {
    let table = try Table()
    for column in Table.columns.indices {
      let source = try #require(table.format.help(column)?.source, "\(Table.columns[column])")
      // Nobody has compared it yet, and the reader is not led to think so.
      #expect(source.hasSuffix("; our summary, not compared with its text"))
    }
    #expect(table.format.help(99) == nil)
  }

  @Test func aFileWithoutHeaderIsKnownByItsFields() throws {
    var fields = Array(repeating: "", count: 49)
    for (column, value) in [
      (0, "501"), (2, "2024"), (5, "1"), (13, "4"), (14, "Red Band"), (17, "Blue Band"),
      (33, "Norland"),
      (38, "2024-01-03 00:00:00.000"), (39, "2024-01-04 00:00:00.000"), (44, "3"), (45, "4"),
      (46, "2"),
    ] { fields[column] = value }
    let row = FileRow(fields)
    let format = try #require(UCDPEvents(header: row))
    let event = try format.event(row)
    #expect(!format.hasHeader && event.id == "501")
    #expect(event.killed == CasualtyFigure(best: 3, low: 2, high: 4))
    #expect(event.date?.description == "2024-01-03/2024-01-04")
    #expect(UCDPEvents(header: FileRow(Array(fields.dropLast()))) == nil)
  }

  @Test func theTagsOfTheHumanitarianDataExchangeAreNoEvent() throws {
    let table = try Table()
    #expect(table.format.isPassedOver(FileRow(["", "#date+year", ""])))
    #expect(!table.format.isPassedOver(table.row))
  }

  @Test func olderNamesOfColumnsAreKnown() throws {
    let header = FileRow([
      "id", "year", "month", "day", "type_of_violence", "side_a", "side_b", "low_est", "best_est",
      "high_est",
    ])
    let format = try #require(UCDPEvents(header: header))
    let row = FileRow([
      "1", "1990", "2", "3", "One-sided violence", "Red Band", "Civilians", "1", "2", "3",
    ])
    #expect(try format.event(row).date?.description == "1990-02-03")
    #expect(format.facts(row).contains { $0.property == Property(.perpetrator) })
    #expect(UCDPEvents(header: FileRow(["id", "title", "date"])) == nil)
  }
}
