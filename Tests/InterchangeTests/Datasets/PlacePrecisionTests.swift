import Model
import Testing

@testable import Interchange

@Suite struct PlacePrecisionTests {
  private func precision(_ format: any EventFormat, _ row: [String]) -> PlacePrecision {
    format.precision(FileRow(row))
  }

  @Test(arguments: [
    ("1", PlacePrecision.point), ("2", .near), ("3", .district), ("4", .province), ("5", .vague),
    ("6", .country), ("7", .vague), ("", .vague), ("9", .vague),
  ])
  func ofUCDP(code: String, expected: PlacePrecision) throws {
    let header = [
      "id", "type_of_violence", "side_a", "side_b", "best", "low", "high", "date_start",
    ]
    let format = try #require(
      UCDPEvents(header: FileRow(header + ["where_prec", "latitude", "longitude"])))
    let row = ["1", "1", "A", "B", "1", "1", "1", "2016-01-01", code, "30.184", "-67"]
    #expect(precision(format, row) == expected)
    #expect(
      format.location(FileRow(row))
        == Coordinates(latitude: 30.184, longitude: -67).map { Location($0, expected) })
    let without = try #require(UCDPEvents(header: FileRow(header)))
    #expect(precision(without, row) == .vague && without.location(FileRow(row)) == nil)
  }

  @Test(arguments: [
    ("1", "0", PlacePrecision.point), ("1", "1", .near), ("1", "-9", .point), ("2", "0", .district),
    ("3", "0", .district), ("4", "0", .province), ("-9", "0", .vague), ("", "", .vague),
  ])
  func ofGTD(specificity: String, vicinity: String, expected: PlacePrecision) throws {
    let format = try #require(
      GTD(
        header: FileRow([
          "eventid", "iyear", "imonth", "iday", "specificity", "vicinity", "latitude", "longitude",
        ])))
    let row = ["201801010001", "2018", "1", "1", specificity, vicinity, "1", "2"]
    #expect(precision(format, row) == expected && format.location(FileRow(row)) != nil)
    // Where not even the region is known, the coordinates are none.
    #expect(
      format.location(FileRow(["201801010001", "2018", "1", "1", "5", "0", "1", "2"])) == nil)
  }

  @Test(arguments: [
    ("1", PlacePrecision.point), ("2", .near), ("3", .province), ("", .vague), ("4", .vague),
  ])
  func ofACLED(code: String, expected: PlacePrecision) throws {
    let format = try #require(
      ACLED(
        header: FileRow([
          "event_id_cnty", "event_date", "event_type", "geo_precision", "latitude", "longitude",
        ])))
    #expect(precision(format, ["A1", "2018-01-01", "Battles", code, "1", "2"]) == expected)
  }

  @Test func ofATableOfOnesOwn() throws {
    let format = try #require(
      PlainEvents(
        header: FileRow(["id", "title", "date", "latitude", "longitude", "precision"])))
    func row(_ latitude: String, _ longitude: String, _ precision: String) -> FileRow {
      FileRow(["1", "Talk", "2016", latitude, longitude, precision])
    }
    for precision in PlacePrecision.allCases {
      let some = row("1.5", "2", precision.word)
      #expect(format.location(some)?.precision == precision)
      _ = try format.event(some)
    }
    #expect(format.location(row("1", "2", ""))?.precision == .vague)
    #expect(format.location(row("", "", "")) == nil)
    _ = try format.event(row("", "", ""))
    for bad in [row("1", "", ""), row("91", "2", ""), row("x", "2", ""), row("1", "2", "exact")] {
      #expect(throws: RowProblem.self) { try format.event(bad) }
    }
  }

  @Test(arguments: [
    "0", "-0.5", "34.526111", "69.184722", "123456789012345", "-179.999999", "1234567890123456789",
    "1e3", "0.1", "5.", "+4",
  ])
  func decimalsAreWhatTheStandardLibraryReads(text: String) {
    #expect(FileRow([text]).decimal(0) == Double(text))
  }

  @Test(arguments: ["", "x", "--1", "1.2.3", "nan", "inf", "1,5", "-", "."])
  func whatIsNoDecimalIsNone(text: String) { #expect(FileRow([text]).decimal(0) == nil) }
}
