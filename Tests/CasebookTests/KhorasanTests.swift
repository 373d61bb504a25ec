import Foundation
import Model
import Testing

@testable import Casebook

/// The bundled casebook, held against the articles it codes where those are to be had.
@Suite struct KhorasanTests {
  static let articles = [
    "roul-2016": "000_d5a9fbc9726784b6.txt", "jamestown-2018": "001_42fb193f511c7a27.txt",
    "basit-2017": "002_04a224bac23c0ed7.txt", "bbc-2021": "003_5a0bb7dad6d17320.txt",
    "azamy-weir-2015": "004_b8fc2664f6144fee.txt",
  ]
  static let sources = ProcessInfo.processInfo.environment["ADDUCE_TEST_DATA"].map {
    $0 + "/sources"
  }

  static let contents: (CasebookContents, [CasebookProblem]) = CasebookReader.read(
    CasebookFolder(
      path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Data/khorasan").path))

  /// The non-blank lines of an article, no-break spaces as blanks.
  private func paragraphs(_ source: String) throws -> [String] {
    let folder = try #require(Self.sources)
    let file = try #require(Self.articles[source])
    return try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      .replacingOccurrences(of: "\u{A0}", with: " ")
      .components(separatedBy: "\n").filter { !$0.trimmingCharacters(in: .whitespaces).isEmpty }
  }

  @Test func hasNoProblems() { #expect(Self.contents.1 == []) }

  @Test(
    .enabled(if: sources != nil, "ADDUCE_TEST_DATA names no folder with the articles"),
    arguments: articles.keys.sorted())
  func everyParagraphOfAnArticleIsAPassage(source: String) throws {
    let coded = Self.contents.0.passages.filter { $0.id.source == RecordID(source) }
    #expect(try coded.count == paragraphs(source).count)
  }

  @Test(.enabled(if: sources != nil, "ADDUCE_TEST_DATA names no folder with the articles"))
  func everyAliasIsPrintedInItsSource() throws {
    var texts: [RecordID: String] = [:]
    for source in Self.articles.keys {
      texts[RecordID(source)] = try paragraphs(source).joined(separator: "\n")
    }
    for record in Self.contents.0.records {
      for alias in record.aliases {
        for source in alias.sources {
          #expect(
            texts[source]?.contains(alias.text) == true,
            "\(record.id): “\(alias.text)” in \(source)")
        }
      }
    }
  }

  /// No run of eight words of an article stands in the casebook, titles of works aside.
  @Test(.enabled(if: sources != nil, "ADDUCE_TEST_DATA names no folder with the articles"))
  func noSentenceOfAnArticleIsInTheCasebook() throws {
    func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    func runs(_ words: [String]) -> Set<[String]> {
      words.count < 8 ? [] : Set((0...(words.count - 8)).map { Array(words[$0..<($0 + 8)]) })
    }
    let printed = try Self.articles.keys.reduce(into: Set<[String]>()) { all, source in
      all.formUnion(runs(words(try paragraphs(source).joined(separator: "\n"))))
    }
    var texts = Self.contents.0.passages.map(\.digest)
    for statement in Self.contents.0.records.flatMap(\.statements) {
      if case .text(let text) = statement.value { texts.append(text) }
      texts += [statement.note].compactMap(\.self)
    }
    for text in texts { #expect(runs(words(text)).isDisjoint(with: printed), "\(text)") }
  }
}
