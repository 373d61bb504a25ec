import Model
import Query
import Testing

@Suite struct AreaTests {
  @Test func anAreaIsTwoCorners() throws {
    let box = GeoBox(latitudes: 30_100...30_300, longitudes: 66_900...67_100)
    #expect(try QueryReader.read("area:30.1,66.9..30.3,67.1") == .area(box))
    #expect(try QueryReader.read("Area:30.3,67.1..30.1,66.9") == .area(box))
    let mixed = try QueryReader.read("quetta -(area:30.1,66.9..30.3,67.1 OR date:2016)")
    #expect(try QueryReader.read(mixed.description) == mixed)
    #expect(QueryExpression.area(box).words.isEmpty && QueryExpression.area(box).asName == nil)
  }

  @Test(arguments: [
    ("area:quetta", 6), ("x area:1,2", 8), ("area:91,0..92,0", 6), ("area:", 1),
  ])
  func anythingElseIsToldWithWhatWouldDo(text: String, column: Int) {
    do {
      let read = try QueryReader.read(text)
      Issue.record("\(read)")
    } catch {
      #expect(error.column == column)
      #expect(error.remedy.contains("area:30.1,66.9..30.3,67.1"))
    }
  }
}
