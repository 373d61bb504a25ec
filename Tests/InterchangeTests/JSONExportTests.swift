import Foundation
import Interchange
import Model
import Testing

/// The formats that are JSON: lines, GeoJSON, Web Annotations, FollowTheMoney.
@Suite struct JSONExportTests {
  @Test func linesStandBetweenProvenanceAndEnd() throws {
    let lines = try ExportFixture().lines(.jsonl)
    let records = lines.compactMap { $0["record"] as? String }
    #expect(records.first == "provenance" && records.last == "end" && records.count == lines.count)
    #expect(lines.first?["count"] as? Int == lines.count - 2)
    #expect((lines.last?["anchors"] as? [String: Int])?["fuzzy"] == 1)
    let bombing = try #require(lines.first { $0["id"] as? String == "bombing" })
    #expect(bombing["row"] is NSNull && bombing["certainty"] is NSNull)
    #expect(bombing["anchors"] as? [String: String] == ["doe-2020#2": "fuzzy 93 %"])
    let row = try #require(lines.first { $0["id"] as? String == "ged-7" }?["row"] as? [String: Any])
    #expect(row["latitude"] as? Double == -30.25 && row["works"] as? [String] == ["wire-2016"])
  }

  /// FIELDS.md documents the first and the last line, and what an export adds to a record.
  @Test func everyFieldOfAnExportIsDocumented() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: root.appendingPathComponent("Sources/Interchange/FIELDS.md"), encoding: .utf8)
    func documented(_ heading: String) throws -> Set<String> {
      let part = try #require(text.components(separatedBy: "\n## \(heading)\n").last)
        .components(separatedBy: "\n## ")[0]
      return Set(part.matches(of: /\n\| `([A-Za-z]+)` \|/).map { String($0.1) })
    }
    let lines = try ExportFixture().lines(.jsonl)
    #expect(try documented("provenance") == Set(try #require(lines.first).keys))
    #expect(try documented("end") == Set(try #require(lines.last).keys))
    let event = try #require(lines.first { $0["record"] as? String == "event" })
    #expect(try documented("event").union(documented("export")) == Set(event.keys))
  }

  @Test func aFeatureIsAPointOrNowhere() throws {
    let collection = try #require(try ExportFixture().object(.geojson))
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(collection["type"] as? String == "FeatureCollection" && features.count == 2)
    #expect(features[0]["geometry"] is NSNull)
    let point = try #require(features[1]["geometry"] as? [String: Any])
    #expect(point["type"] as? String == "Point")
    #expect(point["coordinates"] as? [Double] == [66.5, -30.25], "longitude comes first")
    let properties = try #require(features[0]["properties"] as? [String: Any])
    #expect(properties["killed_low"] as? Int == 71 && properties["killed_best"] is NSNull)
    #expect(properties["citations"] as? [String] != nil && properties["latitude"] == nil)
    #expect((collection["anchors"] as? [String: Int])?["noCopy"] == 1)
  }

  @Test func nothingFoundIsStillWhole() throws {
    let empty = try #require(try ExportFixture().object(.geojson) { _ in false })
    #expect((empty["features"] as? [Any])?.isEmpty == true)
    let annotations = try #require(try ExportFixture().object(.annotations) { _ in false })
    #expect(annotations["total"] as? Int == 0)
    #expect(try ExportFixture().export(.csl) { _ in false }.text == "[\n\n]\n")
  }

  @Test func anAnnotationPointsIntoTheCopyAndQuotesNothing() throws {
    let collection = try #require(try ExportFixture().object(.annotations))
    #expect(collection["type"] as? String == "AnnotationCollection")
    let items = try #require((collection["first"] as? [String: Any])?["items"] as? [[String: Any]])
    #expect(collection["total"] as? Int == items.count)
    let killed = try #require(
      items.first { $0["id"] as? String == "urn:x-adduce:bombing/killed.1" })
    let bodies = try #require(killed["body"] as? [[String: String]])
    #expect(bodies[0]["value"] == "Bombing, “Town”. Killed: more than 70")
    let target = try #require((killed["target"] as? [[String: Any]])?.first)
    #expect(target["source"] as? String == "https://example.org/a_b")
    #expect(target["adduce:anchor"] as? String == "fuzzy 93 %")
    let selectors = try #require(target["selector"] as? [[String: Any]])
    // "Zäh 🂡\n" are six code points in eleven bytes.
    #expect(selectors[0]["start"] as? Int == 6 && selectors[0]["end"] as? Int == 20)
    #expect(
      selectors[1]["value"] as? String == "source=doe-2020&paragraph=2&words=3-9&fingerprint=w2")
    let alleged = try #require(
      items.first { $0["id"] as? String == "urn:x-adduce:bombing/perpetrator.1" })
    #expect((alleged["body"] as? [[String: String]])?[0]["value"]?.hasSuffix("(alleged)") == true)
    let other = try #require((alleged["target"] as? [[String: Any]])?.first)
    #expect(other["source"] as? String == "urn:x-adduce:roe-2021")
    #expect((other["selector"] as? [Any])?.count == 1, "without a copy there is no position")
    #expect(items.allSatisfy { ($0["target"] as? [Any])?.isEmpty == false })
  }

  @Test func digestsAreAnnotationsOfPassages() throws {
    let collection = try #require(try ExportFixture().object(.annotations, kinds: [.passage]))
    let items = try #require((collection["first"] as? [String: Any])?["items"] as? [[String: Any]])
    #expect(
      items.map { $0["id"] as? String } == ["urn:x-adduce:doe-2020#1", "urn:x-adduce:doe-2020#2"])
  }

  private func entities() throws -> [String: [String: Any]] {
    let lines = try ExportFixture().lines(.ftm)
    #expect(Set(lines.compactMap { $0["id"] as? String }).count == lines.count, "each once")
    return Dictionary(uniqueKeysWithValues: lines.map { ($0["id"] as? String ?? "", $0) })
  }

  private func property(
    _ name: String, of id: String, _ entities: [String: [String: Any]]
  ) -> [String]? {
    (entities[id]?["properties"] as? [String: [String]])?[name]
  }

  @Test func entitiesHaveSchemataAndLinks() throws {
    let entities = try entities()
    let schemata = entities.mapValues { $0["schema"] as? String }
    #expect(schemata["red"] == "Organization" && schemata["doe"] == "Person")
    #expect(schemata["town"] == "Address" && schemata["doe-2020"] == "Article")
    #expect(schemata["bombing"] == "Event" && schemata["doe-leads-red"] == "Membership")
    #expect(property("weakAlias", of: "red", entities) == ["=RB"])
    #expect(property("startDate", of: "bombing", entities) == ["2016-08"])
    #expect(property("endDate", of: "bombing", entities) == ["2016-09"])
    #expect(property("addressEntity", of: "bombing", entities) == ["town"])
    #expect(property("proof", of: "bombing", entities) == ["doe-2020", "herald-2019", "roe-2021"])
    #expect(property("date", of: "ged-7", entities) == ["2016-08-08"])
    #expect(property("startDate", of: "doe-leads-red", entities) == ["2015"])
    #expect(property("publishedAt", of: "roe-2021", entities) == ["2021-12"])
  }

  /// To claim an attack, or to be accused of it, is not to be involved in it.
  @Test func whoIsOnlyNamedIsNotInvolved() throws {
    let entities = try entities()
    #expect(property("involved", of: "bombing", entities) == nil)
    #expect(property("role", of: "bombing.claimant.1", entities) == ["claimant"])
    #expect(property("object", of: "bombing.claimant.1", entities) == ["bombing"])
    #expect(property("status", of: "bombing.perpetrator.1", entities) == ["alleged"])
    #expect(
      property("summary", of: "bombing.perpetrator.1", entities)
        == ["Perpetrator: Blue Front; alleged [roe-2021#1]"])
  }

  /// What a link points to is in the file, whatever was asked for.
  @Test func noLinkHangs() throws {
    let lines = try ExportFixture().lines(.ftm, kinds: [.relation, .event])
    let ids = Set(lines.compactMap { $0["id"] as? String })
    let pointing = ["subject", "object", "member", "organization", "proof", "addressEntity"]
    for line in lines {
      let properties = try #require(line["properties"] as? [String: [String]])
      for name in pointing { #expect(ids.isSuperset(of: properties[name] ?? []), "\(line)") }
    }
    #expect(ids.isSuperset(of: ["red", "blue", "doe", "town", "doe-2020", "roe-2021"]))
  }
}
