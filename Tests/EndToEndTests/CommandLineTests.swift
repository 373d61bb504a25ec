import Foundation
import Testing

/// The commands that print, run without a terminal.
@Suite struct CommandLineTests {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  private func adduce(_ arguments: String..., folder: String? = nil) throws -> Result {
    try Self.run(arguments, casebook: folder ?? ExplorerProgramTests.casebook)
  }

  /// Runs the program with a casebook, in a home of its own.
  static func run(
    _ arguments: [String], casebook: String, environment: [String: String] = [:]
  ) throws -> Result {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())")
      .path
    defer { try? FileManager.default.removeItem(atPath: home) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ExplorerProgramTests.adduce)
    process.arguments = arguments
    process.environment = [
      "HOME": home, "ADDUCE_CASEBOOK": casebook, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "PATH": "/usr/bin:/bin",
    ].merging(environment) { _, new in new }
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: [
    "groups", "people", "places", "events", "relations", "statements", "themes", "sources",
    "passages",
  ])
  func everyKindIsListedAsTextAndAsJSON(kind: String) throws {
    let text = try adduce("list", kind)
    let json = try adduce("list", kind, "--json")
    #expect(text.status == 0 && json.status == 0)
    let lines = text.output.split(separator: "\n")
    let objects = try objects(json.output)
    #expect(!lines.isEmpty && lines.count == objects.count)
    for (line, object) in zip(lines, objects) {
      #expect(line.hasPrefix(try #require(object["id"] as? String)))
    }
  }

  @Test func anEventIsWhatItsSourceSays() throws {
    let found = try objects(
      adduce("list", "events", "--json", "civil", "hospital", "date:2016-08-08").output)
    let event = try #require(found.first { $0["id"] as? String == "quetta-hospital-bombing-2016" })
    #expect(
      event["earliest"] as? String == "2016-08-08" && event["latest"] as? String == "2016-08-08")
    let killed = try #require((event["killed"] as? [[String: Any]])?.first)
    #expect(killed["value"] as? Int == 70 && killed["qualifier"] as? String == "more than")
    let citations = try #require(killed["citations"] as? [[String: Any]])
    #expect(citations.first?["passage"] as? String == "roul-2016#11")
    let claimant = try #require(
      (event["participants"] as? [[String: Any]])?.first { $0["role"] as? String == "claimant" })
    #expect(
      claimant["id"] as? String == "islamic-state" && claimant["basis"] as? String == "stated")
  }

  @Test func aSearchFindsEveryKindByAnySpelling() throws {
    let result = try adduce("search", "jamaat-UL-ahrar")
    #expect(result.status == 0)
    for kind in ["groups", "passages", "relations", "statements"] {
      #expect(result.output.contains("\(kind) ("), "\(kind)")
    }
    #expect(try adduce("list", "groups", "group:jua").output.contains("jamaat-ul-ahrar"))
  }

  @Test(arguments: [
    ("quetta-hospital-bombing-2016", "more than 70"), ("roul-2016#12", "facts rest on it"),
    ("is-khorasan", "Affiliate of"), ("dawn-2016-08-09", "Cited in"),
    ("quetta-hospital-bombing-2016/killed.1", "more than 70"),
  ])
  func anythingIsShownByItsId(id: String, says: String) throws {
    let text = try adduce("show", id)
    #expect(text.status == 0 && text.output.contains(says), "\(text)")
    let object = try #require(try objects(adduce("show", id, "--json").output).first)
    #expect(object["id"] as? String == id)
  }

  @Test func whatIsNotThereIsSaid() throws {
    for id in ["nobody", "roul-2016#99", "is-khorasan/killed.9"] {
      let result = try adduce("show", id)
      #expect(result.status == 1 && result.output.isEmpty && result.errors.contains("there is no"))
    }
  }

  @Test func aQueryThatDoesNotParseIsShownWithItsColumn() throws {
    let result = try adduce("list", "events", "quetta", "date:8/8/2016")
    #expect(result.status == 64)
    #expect(result.errors.contains("column 13"))
    #expect(result.errors.contains("  quetta date:8/8/2016\n              ^\n"), "\(result.errors)")
    #expect(result.errors.contains("2016-08-08"))
  }

  @Test func aCasebookIsChecked() throws {
    #expect(try adduce("check").status == 0)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())")
      .path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: ExplorerProgramTests.casebook, toPath: folder)
    try "- { id: x, name: X, type: moon }\n".write(
      toFile: folder + "/places/x.yaml", atomically: true, encoding: .utf8)
    let result = try adduce("check", folder)
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        "\(folder)/places/x.yaml:1:27: “moon”: the casebook declares no such type. Use a word"))
    let opened = try adduce("list", "groups", folder: folder)
    #expect(opened.status == 1 && opened.errors.contains("places/x.yaml:1:27"))
  }

  /// The folder's README shows the first table as it is printed; the second has every rival value.
  @Test func coverageIsPrintedAsTheReadmeOfTheDataShowsIt() throws {
    let printed = try adduce("check", "--coverage").output
    let tables = printed.components(separatedBy: "\n\n")
    #expect(tables.count == 2)
    let readme = URL(fileURLWithPath: ExplorerProgramTests.casebook).deletingLastPathComponent()
      .appendingPathComponent("README.md")
    #expect(try String(contentsOf: readme, encoding: .utf8).contains(tables[0]), "\(tables[0])")
    #expect(tables[1].contains("| quetta-police-college-2016"))
    #expect(tables[1].contains("25 October 2016") && tables[1].contains("24 October 2016"))
  }

  @Test func aPictureWantsASizeAndKeysWantAPicture() throws {
    #expect(try adduce("explore", "--picture", "wide").status == 64)
    #expect(try adduce("explore", "--keys", "j").status == 64)
  }

  @Test func withoutATerminalTheExplorerSaysWhatWouldDo() throws {
    let result = try adduce()
    #expect(result.status == 2)
    #expect(
      result.errors.contains("standard input is no terminal")
        && result.errors.contains("adduce list"))
  }
}
