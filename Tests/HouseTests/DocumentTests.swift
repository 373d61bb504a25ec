import Casebook
@testable import Explorer
import Foundation
import Interchange
import Model
import Query
import Testing

/// Documents that repeat what the program knows must not drift from it.
@Suite struct DocumentTests {
  @Test func theReadmeHasTheKeysThatHold() throws {
    #expect(
      try House.text("README.md").contains(Keymap.standard.markdown),
      "put this in:\n\(Keymap.standard.markdown)")
  }

  /// What README shows of the program, the program has printed: `make screens` puts it there.
  @Test func theReadmeShowsScreensAsTheyAre() throws {
    let readme = try House.text("README.md")
    let screens = readme.matches(of: /<!-- screen (\S+) -->\n```\n(.*?)\n```/.dotMatchesNewlines())
    #expect(screens.count >= 1)
    for screen in screens {
      let kept = try House.text("Tests/Screens/\(screen.1).txt")
      #expect(kept == screen.2 + "\n", "\(screen.1)")
    }
  }

  /// Whatever the table of the query language shows can be typed.
  @Test func everyQueryOfTheReadmeParses() throws {
    let readme = try House.text("README.md")
    let table = try #require(readme.firstRange(of: "| you type | it finds |"))
    let rows = readme[table.lowerBound...].prefix(while: { $0 != "#" }).split(separator: "\n")
      .dropFirst(2).prefix { $0.hasPrefix("|") }
    let queries = rows.flatMap { row in
      row.split(separator: "|")[0].split(separator: "`").filter { $0.contains { $0 != " " } }
    }.map(String.init)
    #expect(queries.count > 25, "\(queries)")
    for query in queries {
      let expression = try QueryReader.read(query)
      let again = try QueryReader.read(expression.description)
      #expect(expression != .everything && again == expression, "\(query)")
    }
    for field in QueryReader.fields { #expect(readme.contains("\"\(field)\""), "\(field)") }
  }

  @Test func theChangelogNamesTheVersion() throws {
    let program = try House.text("Sources/adduce/Adduce.swift")
    let version = try #require(program.firstMatch(of: /version = "([^"]+)"/)).1
    #expect(try House.text("CHANGELOG.md").contains("## \(version)"))
  }

  /// The fields documented under each heading of FIELDS.md: first cells of its tables.
  private func documented() throws -> [String: Set<String>] {
    var fields: [String: Set<String>] = [:]
    var record = ""
    for line in try House.text("Sources/Interchange/FIELDS.md").split(separator: "\n") {
      if line.hasPrefix("## ") { record = String(line.dropFirst(3)) }
      if let field = line.firstMatch(of: /^\| `([A-Za-z]+)` \|/) {
        fields[record, default: []].insert(String(field.1))
      }
    }
    return fields
  }

  @Test func everyJSONFieldIsDocumentedAndNoOther() throws {
    let (contents, problems) = CasebookReader.read(
      CasebookFolder(path: House.root + "/Data/khorasan"))
    #expect(problems.isEmpty)
    let lines = JSONLines { _ in "name" }
    var objects = contents.records.map(lines.object)
    objects += contents.records.flatMap(\.statements).map(lines.object)
    objects += contents.passages.map { lines.object($0, facts: 0) }
    objects.append(lines.object("words", paragraph: 1, of: "roul-2016"))
    var found: [String: Set<String>] = [:]
    for object in objects {
      guard case .object(let fields) = object, case .string(let record)? = fields["record"] else {
        continue
      }
      found[record, default: []].formUnion(fields.keys)
    }
    let documented = try documented()
    for (record, fields) in found { #expect(documented[record] == fields, "\(record)") }
    #expect(Set(found.keys) == Set(RecordKind.allCases.map(\.rawValue)))
  }

  @Test func theTopLevelIsWhatItShouldBe() throws {
    let allowed: Set<String> = [
      "Package.swift", "Sources", "Tests", "Data", "README.md", "Makefile", "LICENSE",
      "CHANGELOG.md",
      "CONTRIBUTING.md", "Package.resolved",
    ]
    for name in try FileManager.default.contentsOfDirectory(atPath: House.root)
    where !name.hasPrefix(".") {
      #expect(allowed.contains(name), "\(name)")
    }
  }

  /// The explorer offers what `adduce export` writes, in the same order.
  @Test func theExplorerOffersEveryFormat() {
    #expect(ExportOverlay.formats.map(\.name) == ExportFormat.allCases.map(\.rawValue))
    for format in ExportFormat.allCases {
      let offered = ExportOverlay.formats.first { $0.name == format.rawValue }?.kinds
      for kind in [RecordKind.group, .person, .place, .event, .source] {
        #expect(
          (offered?.contains(kind) ?? true) == format.kinds.contains(kind), "\(format) \(kind)")
      }
    }
  }
}
