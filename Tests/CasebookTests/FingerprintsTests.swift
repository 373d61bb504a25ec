import Anchoring
import Casebook
import Foundation
import Model
import Testing

/// Files of fingerprints, and citations of some words of a passage.
@Suite struct FingerprintsTests {
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())")
      .path
    let article: String

    init() throws {
      let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().path
      try FileManager.default.copyItem(atPath: tests + "/Fixtures/casebook", toPath: path)
      article = try String(
        contentsOfFile: tests + "/Fixtures/articles/doe-2020.txt", encoding: .utf8)
      try FileManager.default.createDirectory(
        atPath: path + "/fingerprints", withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String) throws {
      try text.write(
        toFile: path + "/fingerprints/doe-2020.yaml", atomically: true, encoding: .utf8)
    }

    func narrow(to words: String) throws {
      let events = path + "/events/events.yaml"
      let text = try String(contentsOfFile: events, encoding: .utf8)
      try text.replacingOccurrences(
        of: #"at least 20, cites: "doe-2020#2""#,
        with: #"at least 20, cites: "doe-2020#2:\#(words)""#
      ).write(toFile: events, atomically: true, encoding: .utf8)
    }

    var problems: [String] { CasebookReader.read(CasebookFolder(path: path)).1.map(\.description) }
  }

  @Test func aFileComesBackAsItWasWritten() throws {
    let folder = try Folder()
    let span = PassageSpan(ParagraphNumber(2), words: 3...9)
    let prints = try SourceFingerprints(of: folder.article, spans: [span])
    try folder.write(prints.file(of: "doe-2020"))
    let (contents, problems) = CasebookReader.read(CasebookFolder(path: folder.path))
    #expect(problems.isEmpty)
    #expect(contents.fingerprints == ["doe-2020": prints])
    #expect(
      CasebookReader.fingerprints(CasebookFolder(path: folder.path)).prints == ["doe-2020": prints])
  }

  @Test(arguments: [
    ("passages: { 0: abc }", "this is no passage's number"),
    ("passages: { x: abc }", "this is no passage's number"),
    ("passages: { 1: \"not one!\" }", "this is no fingerprint"),
    ("spans: { \"2-3\": abc }", "these are no words of a passage"),
    ("passages: {}", "0 passages have fingerprints, 4 are coded"),
    ("other: 1", "a file of fingerprints has no such key"),
  ])
  func aWrongFileIsNamedWithItsPlace(line: String, message: String) throws {
    let folder = try Folder()
    let prints = try SourceFingerprints(of: folder.article, spans: [])
    let print = try #require(prints.passages[ParagraphNumber(1)]).description
    try folder.write(
      "source: doe-2020\n" + line.replacingOccurrences(of: "abc", with: "\"\(print)\""))
    #expect(folder.problems.contains { $0.contains(message) }, "\(folder.problems)")
    #expect(folder.problems.allSatisfy { $0.hasPrefix("fingerprints/doe-2020.yaml:") })
  }

  @Test func wordsThatACitationNarrowsToMustBeThereAndHaveAFingerprint() throws {
    let folder = try Folder()
    let prints = try SourceFingerprints(of: folder.article, spans: [])
    try folder.write(prints.file(of: "doe-2020"))
    try folder.narrow(to: "5-9")
    #expect(folder.problems.contains { $0.contains("“2:5-9”: these words have no fingerprint") })
    try folder.narrow(to: "5-9")
    let span = PassageSpan(ParagraphNumber(2), words: 5...9)
    try folder.write(try SourceFingerprints(of: folder.article, spans: [span]).file(of: "doe-2020"))
    #expect(folder.problems.isEmpty)
  }

  @Test(arguments: ["9-5", "0-4", "x", "3", "500-501"])
  func wordsThatAreNoneAreRefused(words: String) throws {
    let folder = try Folder()
    try folder.write(try SourceFingerprints(of: folder.article, spans: []).file(of: "doe-2020"))
    try folder.narrow(to: words)
    #expect(folder.problems.count == 1, "\(folder.problems)")
    #expect(
      folder.problems.allSatisfy { $0.hasPrefix("events/events.yaml:") && $0.contains(words) })
  }
}
