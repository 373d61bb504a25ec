import Model
import TestSupport
import Testing

@Suite struct MapOutlinesTests {
  private func read(_ text: String) throws(OutlinesProblem) -> MapOutlines {
    var outlines = MapOutlines()
    try outlines.add(text, lines: .countries)
    return outlines
  }

  @Test func linesAndNamesAreRead() throws {
    let outlines = try read(
      """
      adduce-geo 1
      # A remark.

      line border 66000 30000 500 -250 -500 0
      line coast 1 2 0 -1
      country AFG 33835 66005 14400 Afghanistan
      province PK-KP 34482 72077 3000 Khyber Pakhtunkhwa
      town 1167528 30184 67001 1565546 Quetta

      """)
    #expect(outlines.world.isEmpty && outlines.countries.map(\.isBorder) == [true, false])
    let line = outlines.countries[0]
    #expect(
      line.points == [
        GeoPoint(latitude: 30_000, longitude: 66_000),
        GeoPoint(latitude: 29_750, longitude: 66_500),
        GeoPoint(latitude: 29_750, longitude: 66_000),
      ])
    #expect(line.box == GeoBox(latitudes: 29_750...30_000, longitudes: 66_000...66_500))
    #expect(outlines.countryNames.map(\.name) == ["Afghanistan"])
    #expect(outlines.provinceNames.map(\.name) == ["Khyber Pakhtunkhwa"])
    #expect(outlines.provinceNames.first?.width == 3000)
    #expect(outlines.towns.first?.population == 1_565_546 && outlines.towns.first?.id == 1_167_528)
  }

  @Test func anyLineComesBackAsItWasWritten() throws {
    var random = SeededGenerator(for: "outlines")
    for _ in 0..<50 {
      let points = (0..<(2 + random.below(30))).map { _ in
        GeoPoint(
          latitude: Int32(random.below(180_001)) - 90_000,
          longitude: Int32(random.below(360_001)) - 180_000)
      }
      var (text, before) = ("adduce-geo 1\nline coast", GeoPoint(latitude: 0, longitude: 0))
      for point in points {
        text += " \(point.longitude - before.longitude) \(point.latitude - before.latitude)"
        before = point
      }
      #expect(try read(text).countries.first?.points == points, "seed \(random.seed)")
    }
  }

  /// Areas that reach over the 180th meridian or a pole are cut there for a flat map; that is no coast.
  @Test func whereAnAreaWasCutThereIsNoLine() throws {
    let outlines = try read(
      """
      adduce-geo 1
      line coast 179000 66000 1000 1000 0 1000 -1000 1000
      line coast -179000 -85000 -1000 0 0 -5000 360000 0 0 5000 -1000 0
      line border 180000 1000 0 1000
      """)
    #expect(
      outlines.countries.map { $0.points.map { [$0.longitude, $0.latitude] } } == [
        [[179_000, 66_000], [180_000, 67_000]], [[180_000, 68_000], [179_000, 69_000]],
        [[-179_000, -85_000], [-180_000, -85_000]], [[180_000, -85_000], [179_000, -85_000]],
      ])
    #expect(outlines.countries[1].box.latitudes == 68_000...69_000)
  }

  @Test(arguments: [
    ("", 1), ("adduce-geo 2\n", 1), ("{\"type\": \"FeatureCollection\"}", 1),
    ("adduce-geo 1\nline border 1 2", 2), ("adduce-geo 1\n\nline river 1 2 3 4", 3),
    ("adduce-geo 1\nline coast 1 2 3", 2), ("adduce-geo 1\nline coast 1 2 3 4 x", 2),
    ("adduce-geo 1\nline coast 1 2 3 1e3", 2), ("adduce-geo 1\nline coast 0 90000 0 1", 2),
    ("adduce-geo 1\nline coast 99999999999 0 0 1", 2), ("adduce-geo 1\ncountry AFG 1 2 3", 2),
    ("adduce-geo 1\ntown x 1 2 3 Name", 2), ("adduce-geo 1\nlake 1 2", 2),
    ("adduce-geo 1\ntown 1 91000 2 3 Name", 2), ("adduce-geo 1\r\nline coast 1 2 3 4", 1),
  ])
  func whatIsNoneIsToldWithItsLine(text: String, line: Int) {
    do {
      let outlines = try read(text)
      Issue.record("\(outlines)")
    } catch {
      #expect(error.line == line && !error.message.isEmpty)
    }
  }
}
