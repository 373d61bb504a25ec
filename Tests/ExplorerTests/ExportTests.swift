import Canvas
import Model
import Query
import Testing

@testable import Explorer

/// What is shown goes to a file.
@Suite struct ExportTests {
  @Test func aListIsWrittenAsTheFormatChosen() {
    var fixture = Fixture(height: 24)
    fixture.press("j", "2", "e")
    #expect(fixture.text.contains("2 events · Red Band"))
    fixture.press("j", "j")
    #expect(fixture.selectedText.contains("geojson"))
    fixture.press(.enter)
    #expect(fixture.text.contains("adduce-red-band.geojson"))
    fixture.press(.control("u"))
    fixture.type("out")
    fixture.press(.enter)
    let request = ExportRequest(format: "geojson", kinds: [.event], scope: "red-band", path: "out")
    #expect(fixture.effects == [.export(request)])
    #expect(fixture.state.overlay == nil && fixture.state.isExporting)
  }

  @Test func aListOfGroupsIsNoMap() {
    var fixture = Fixture(height: 24)
    fixture.press("e")
    #expect(fixture.text.contains("2 groups") && !fixture.text.contains("geojson"))
    fixture.press(.escape)
    #expect(fixture.state.overlay == nil)
  }

  @Test func aSearchIsWrittenWithItsQuery() throws {
    var fixture = Fixture(height: 24)
    fixture.press("/", .control("x"))
    #expect(fixture.text.contains("nothing to export yet"))
    fixture.type("norburg date:2020")
    fixture.press(.control("x"), .enter)
    #expect(fixture.text.contains("norburg-date-2020.csv"))
    fixture.press(.escape, .enter, .enter)
    let expression = try QueryReader.read("norburg date:2020")
    #expect(
      fixture.effects.last
        == .export(
          ExportRequest(format: "csv", expression: expression, path: "norburg-date-2020.csv")))
  }

  @Test func whatIsWrittenSaysHowFarItIsAndCanBeStopped() {
    var fixture = Fixture(height: 24)
    fixture.press("e", .enter, .enter)
    fixture.act(.exporting("200 of 900 written", isDone: false))
    #expect(fixture.text.contains("200 of 900 written") && fixture.state.isExporting)
    fixture.press(.escape)
    #expect(fixture.effects.last == .cancel(.export) && !fixture.state.isExporting)
    fixture.press("e", .enter, .enter)
    fixture.act(.exporting("900 records written", isDone: true))
    #expect(fixture.text.contains("900 records written") && !fixture.state.isExporting)
  }

  @Test func aNameOfBlanksIsNone() {
    var fixture = Fixture(height: 24)
    fixture.press("e", .enter, .control("u"), " ", .enter)
    #expect(fixture.effects.isEmpty && fixture.state.overlay != nil)
  }

  @Test func elsewhereItIsSaidWhatCanBeExported() {
    var fixture = Fixture(height: 24)
    fixture.press(.enter, "e")
    #expect(fixture.effects.isEmpty && fixture.state.overlay == nil)
  }
}
