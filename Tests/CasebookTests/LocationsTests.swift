import Foundation
import Model
import Testing

@testable import Casebook

/// The points of places: those of the bundled casebook are those of the gazetteers in `Data/geo`.
@Suite struct LocationsTests {
  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Data").path

  /// The names and points that come with the program, and its lines.
  private static func outlines() throws -> MapOutlines {
    var outlines = MapOutlines()
    for scale in MapOutlines.Scale.allCases {
      let text = try String(contentsOfFile: "\(data)/geo/\(scale.rawValue).txt", encoding: .utf8)
      try outlines.add(text, lines: scale)
    }
    let names = try String(contentsOfFile: data + "/geo/names.txt", encoding: .utf8)
    try outlines.add(names, lines: .world)
    return outlines
  }

  @Test func outlinesAreWhole() throws {
    let outlines = try Self.outlines()
    for code in ["AFG", "PAK", "IRN", "IND", "NGA", "UKR"] {
      #expect(outlines.countryNames.contains { $0.code == code })
    }
    #expect(outlines.provinceNames.count { $0.code.hasPrefix("AF-") } == 32)
    #expect(outlines.provinceNames.count { $0.code.hasPrefix("PK-") } == 8)
    for lines in [outlines.world, outlines.countries, outlines.provinces] {
      #expect(lines.count > 100)
    }
    // The border between both countries runs near Torkham (34.1 north, 71.1 east).
    let near = GeoBox(latitudes: 33_900...34_300, longitudes: 70_800...71_400)
    #expect(outlines.countries.contains { $0.isBorder && $0.points.contains(where: near.contains) })
    #expect(outlines.towns.map(\.population) == outlines.towns.map(\.population).sorted(by: >))
  }

  /// No point is made up: each is that of the town or the outline that its file names.
  @Test func everyPointIsOneOfAGazetteer() throws {
    let outlines = try Self.outlines()
    var known: [String: GeoPoint] = [:]
    for town in outlines.towns { known["GeoNames \(town.id)"] = town.point }
    for area in outlines.countryNames + outlines.provinceNames {
      known["Natural Earth \(area.code)"] = area.middle
    }
    let (contents, problems) = KhorasanTests.contents
    #expect(problems == [] && !contents.locations.isEmpty)
    let text = try String(
      contentsOfFile: Self.data + "/khorasan/locations/gazetteers.yaml", encoding: .utf8)
    var place: RecordID?
    var checked = 0
    for line in text.split(separator: "\n") {
      if line.hasPrefix("- place: ") { place = RecordID(String(line.dropFirst(9))) }
      guard line.hasPrefix("  from: "), let place else { continue }
      let location = try #require(contents.locations[place])
      #expect(known[String(line.dropFirst(8))] == GeoPoint(location.coordinates), "\(place)")
      checked += 1
    }
    #expect(checked == contents.locations.count)
  }

  @Test(arguments: [
    (
      "- { place: nowhere, latitude: 1, longitude: 2, precision: point, from: x }",
      "no record has this id"
    ),
    (
      "- { place: norburg, latitude: 91, longitude: 2, precision: point, from: x }",
      "these are no coordinates"
    ),
    (
      "- { place: norburg, latitude: 1, longitude: 2, precision: exact, from: x }",
      "no such precision"
    ),
    ("- { place: norburg, latitude: 1, longitude: 2, precision: point }", "“from” is missing"),
    ("- { place: norburg, latitude: 1, precision: point, from: x }", "“longitude” is missing"),
    (
      """
      - { place: norburg, latitude: 1, longitude: 2, precision: point, from: x }
      - { place: norburg, latitude: 1, longitude: 3, precision: point, from: y }
      """, "the place has a location already"
    ),
  ])
  func whatIsNoLocationIsTold(yaml: String, message: String) throws {
    let fixture = URL(fileURLWithPath: Self.data).deletingLastPathComponent()
      .appendingPathComponent("Tests/Fixtures/casebook").path
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())")
      .path
    defer { try? FileManager.default.removeItem(atPath: copy) }
    try FileManager.default.copyItem(atPath: fixture, toPath: copy)
    try FileManager.default.createDirectory(
      atPath: copy + "/locations", withIntermediateDirectories: true)
    try yaml.write(toFile: copy + "/locations/some.yaml", atomically: true, encoding: .utf8)
    let (_, problems) = CasebookReader.read(CasebookFolder(path: copy))
    #expect(problems.map(\.message).contains(message), "\(problems)")
  }
}
