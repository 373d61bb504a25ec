import Foundation
import Testing

/// `adduce export`, run as people and scripts run it.
@Suite struct ExportingTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [
    "csv", "jsonl", "geojson", "markdown", "csl", "bibtex", "ris", "annotations", "ftm",
  ])
  func aFormatIsTheSameInAFileAsOnStandardOutput(format: String) throws {
    let desk = try Desk()
    let printed = try desk.run("export", format)
    let written = try desk.run("export", format, "--output", desk.home + "/out")
    #expect(printed.status == 0 && written.status == 0, "\(printed.errors) \(written.errors)")
    #expect(try desk.text("out") == printed.output && !printed.output.isEmpty)
    #expect(written.output.isEmpty && written.errors.isEmpty)
    let beside = try FileManager.default.contentsOfDirectory(atPath: desk.home)
      .filter { $0.hasPrefix("out") }
    let hasSidecar = ["csv", "csl", "ris", "ftm"].contains(format)
    #expect(Set(beside) == (hasSidecar ? ["out", "out.provenance.json"] : ["out"]))
    #expect(printed.errors.contains("Found: ") == hasSidecar)
    if hasSidecar {
      let told = try object(try desk.text("out.provenance.json"))
      #expect(told["format"] as? String == format && told["query"] as? String == "")
      #expect((told["program"] as? String)?.hasPrefix("adduce ") == true)
    }
  }

  @Test func aQueryIsExportedAndTold() throws {
    let desk = try Desk()
    let result = try desk.run(
      "export", "csv", "kind:suicide-bombing", "date:2019..2020", "-o", desk.home + "/x.csv")
    #expect(result.status == 0, "\(result)")
    let listed = try desk.run("list", "events", "kind:suicide-bombing", "date:2019..2020").output
    let rows = try desk.text("x.csv").components(separatedBy: "\r\n")
    #expect(rows.count > 2 && rows.count - 2 == listed.split(separator: "\n").count)
    let told = try object(try desk.text("x.csv.provenance.json"))
    #expect(told["query"] as? String == "kind:suicide-bombing date:2019..2020")
    #expect(told["count"] as? Int == rows.count - 2 && told["certain"] is Int)
  }

  /// The position of a passage in the reader's copy selects it there, and the words stay where they are.
  @Test func annotationsPointIntoAnAttachedCopy() throws {
    let desk = try Desk()
    #expect(try desk.run("fingerprint", "doe-2020", desk.article).status == 0)
    #expect(try desk.run("attach", desk.article).status == 0)
    let result = try desk.run("export", "annotations", "--kind", "passages")
    let collection = try object(result.output)
    let items = try #require((collection["first"] as? [String: Any])?["items"] as? [[String: Any]])
    let lines = try String(contentsOfFile: desk.article, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    let copy = Array(lines.joined(separator: "\n").unicodeScalars)
    #expect(items.count == lines.count)
    for (item, line) in zip(items, lines) {
      let target = try #require((item["target"] as? [[String: Any]])?.first)
      #expect(target["adduce:anchor"] as? String == "exact")
      #expect(target["adduce:copyLength"] as? Int == copy.count)
      let selectors = try #require(target["selector"] as? [[String: Any]])
      let start = try #require(selectors.first?["start"] as? Int)
      let end = try #require(selectors.first?["end"] as? Int)
      let words = copy[start..<end].reduce(into: "") { $0.unicodeScalars.append($1) }
      #expect(line.contains(words) && words.count > line.count - 3, "\(words)")
      #expect((selectors.last?["value"] as? String)?.contains("&fingerprint=w") == true)
      if words.count > 30 { #expect(!result.output.contains(words)) }
    }
    #expect((collection["adduce:anchors"] as? [String: Int])?["exact"] == lines.count)
  }

  @Test func aDossierHasItsBibliographyBesideIt() throws {
    let desk = try Desk()
    let works = desk.home + "/works.json"
    let result = try desk.run("export", "markdown", "--bibliography", works)
    #expect(result.status == 0 && result.output.contains("bibliography: \"\(works)\""))
    let cited = Set(result.output.matches(of: /@([a-z0-9-]+)/).map { String($0.1) })
    let listed = try #require(
      try JSONSerialization.jsonObject(with: Data(try desk.text("works.json").utf8))
        as? [[String: Any]])
    #expect(Set(listed.compactMap { $0["id"] as? String }) == cited && !cited.isEmpty)
    #expect(try desk.run("export", "csv", "--bibliography", works).status == 64)
  }

  @Test func whatCannotBeDoneIsSaidAndNothingIsLeft() throws {
    let desk = try Desk()
    for arguments in [
      ["export", "geojson", "--kind", "groups"], ["export", "csv", "--kind", "texts"],
    ] {
      let result = try CommandLineTests.run(arguments, casebook: desk.casebook)
      #expect(result.status == 64 && result.output.isEmpty && result.errors.contains("cannot hold"))
    }
    #expect(try desk.run("export", "pdf").status == 64)
    let nowhere = try desk.run("export", "csv", "--output", desk.home + "/no/where.csv")
    #expect(nowhere.status == 1 && nowhere.errors.contains("cannot be written: No such file"))
    try FileManager.default.createDirectory(
      atPath: desk.home + "/taken", withIntermediateDirectories: false)
    let taken = try desk.run("export", "csv", "--output", desk.home + "/taken")
    #expect(taken.status == 1)
    let left = try FileManager.default.contentsOfDirectory(atPath: desk.home)
    #expect(!left.contains { $0.hasSuffix(".part") }, "\(left)")
    let empty = try desk.run("export", "csv", "nothingofthename")
    #expect(empty.status == 0 && empty.errors.contains("nothing found"))
  }
}
