import Foundation
import Model
import Testing

@testable import Interchange

/// Works in the three formats of bibliographies.
@Suite struct BibliographyExportTests {
  @Test func cslHasTypesNamesAndDates() throws {
    let items = try ExportFixture().export(.csl).text
    let works = try #require(
      try JSONSerialization.jsonObject(with: Data(items.utf8)) as? [[String: Any]])
    #expect(
      works.map { $0["id"] as? String } == ["doe-2020", "herald-2019", "roe-2021", "wire-2016"])
    let doe = works[0]
    #expect(doe["type"] as? String == "article-journal" && doe["volume"] as? String == "16")
    #expect(doe["issue"] as? String == "2" && doe["page"] as? String == "3-9")
    #expect((doe["note"] as? String)?.hasPrefix("ed. X. a copy") == true)
    #expect(
      (doe["author"] as? [[String: String]])?.map(\.["literal"]) == ["Jane Doe", "Doe, Ltd."])
    #expect(doe["URL"] as? String == "https://example.org/a_b")
    let herald = works[1]
    #expect(herald["title"] == nil && herald["container-title"] as? String == "Herald")
    let about = try #require(herald["issued"] as? [String: Any])
    #expect(about["circa"] as? Bool == true && about["edtf"] as? String == "2019~")
    #expect(about["date-parts"] as? [[Int]] == [[2019]])
    #expect(works[2]["URL"] == nil, "an address that is none is left out")
    let range = try #require(works[2]["issued"] as? [String: Any])
    #expect(range["date-parts"] as? [[Int]] == [[2021, 12, 5], [2021, 12, 31]])
    let decade = try #require(works[3]["issued"] as? [String: Any])
    #expect(
      decade["date-parts"] as? [[Int]] == [[2010], [2019]] && decade["circa"] as? Bool == true)
  }

  @Test func bibTeXKeepsCapitalsAndEscapes() throws {
    let text = try ExportFixture().export(.bibtex).text
    #expect(
      text.contains(
        """
        @article{doe-2020,
          title = {{On} the {Bands} \\& the {Front}},
          author = {Jane Doe and {Doe, Ltd.}},
          journal = {{Journal} of {Bands}},
          publisher = {Institute},
          volume = {16},
          number = {2},
          pages = {3--9},
          date = {2020-03},
          year = {2020},
          month = {3},
          url = {https://example.org/a_b},
          language = {en},
          note = {ed. X. a copy \\textbraceleft{}lost\\textbraceright{} a page}
        }
        """))
    #expect(text.hasPrefix("% Exported by adduce 9.9 on 2026-11-21\n"))
    #expect(text.contains("\n@article{herald-2019,\n  journal = {{Herald}},\n  date = {2019~},"))
    #expect(text.contains("% Passages cited: "))
  }

  @Test func aRemarkBeginsNoEntry() {
    #expect(BibTeXEntries().remark("a@b{c}\n@d") == "% a(at)b{c}␊(at)d\n")
  }

  @Test func risHasWholeReferences() throws {
    let text = try ExportFixture().export(.ris).text
    let references = text.components(separatedBy: "\r\n\r\n")
    #expect(references.count == 4 && !text.replacing("\r\n", with: "").contains("\n"))
    #expect(
      references[0]
        == """
        TY  - JOUR
        ID  - doe-2020
        TI  - On the Bands & the Front
        AU  - Jane Doe
        AU  - Doe, Ltd.
        T2  - Journal of Bands
        PB  - Institute
        VL  - 16
        IS  - 2
        SP  - 3-9
        PY  - 2020
        DA  - 2020/03//
        UR  - https://example.org/a_b
        LA  - en
        N1  - ed. X
        N1  - a copy {lost} a page
        ER  - \("")
        """.replacing("\n", with: "\r\n"))
    #expect(references[1].contains("N1  - Dated: about 2019 (2019~)\r\n"))
    #expect(references[2].contains("DA  - 2021/12/05\r\nN1  - Dated: 5 to 31 December 2021"))
  }

  /// Of events: the works on which they rest, each once, those of a dataset's row among them.
  @Test func otherRecordsGiveTheWorksTheyRestOn() throws {
    let text = try ExportFixture().export(.ris, kinds: [.event, .group]).text
    let ids = text.components(separatedBy: "\r\n").filter { $0.hasPrefix("ID") }
    #expect(
      ids == ["ID  - doe-2020", "ID  - herald-2019", "ID  - roe-2021", "ID  - wire-2016"])
  }

  /// Dates as written, their start and end, and whether the numbers say less than the date.
  @Test(arguments: [
    ("2016-08-08", [2016, 8, 8], [], false), ("2016-08", [2016, 8], [], false),
    ("2016", [2016], [], false), ("2015~", [2015], [], true),
    ("2016-08-08?", [2016, 8, 8], [], true),
    ("2014-06/2016", [2014, 6], [2016], false), ("2014-06/..", [2014, 6], [], false),
    ("../2016-05", [2016, 5], [], true), ("201X", [2010], [2019], true),
    ("2014-22", [2014], [], true), ("2016-XX", [2016], [], true),
    ("[2014,2016]", [2014], [2016], true),
    ("2016-08-08T10:30:00Z", [2016, 8, 8], [], false), ("0899", [899], [], false),
  ])
  func aDateIsNeverMoreExactThanItWas(
    text: String, start: [Int], end: [Int], isCirca: Bool
  ) throws {
    let date = try #require(CitableDate(try ExtendedDate(reading: text)))
    #expect(date.start == start && date.end ?? [] == end && date.isCirca == isCirca, "\(date)")
  }

  @Test(arguments: ["-0044", "Y20000"])
  func aDateThatCannotBeSaidIsNone(text: String) throws {
    #expect(CitableDate(try ExtendedDate(reading: text)) == nil)
  }

  @Test func partsOfAnIssueAreTold() {
    let parts = IssueParts("Volume 16, Issue 2, p. 4, Asia-Pacific Issue")
    #expect(parts.volume == "16" && parts.number == "2" && parts.pages == "4")
    #expect(parts.rest == ["Asia-Pacific Issue"])
    #expect(IssueParts("minutes 9:20-10:00").rest == ["minutes 9:20-10:00"])
    #expect(IssueParts(nil) == IssueParts(""))
  }
}
