import Interchange
import Model
import TestSupport
import Testing

@Suite struct CSLJSONTests {
  private func read(_ text: String) -> ImportedRecords {
    CSLJSON.read(Array(text.utf8), file: "a.json")
  }

  private func source(_ fields: String) -> Source? {
    read(#"[{"id": "x", "type": "article-journal", "title": "T", \#(fields)}]"#).sources.first
  }

  @Test func anItemIsASource() throws {
    let found = read(
      """
      [
        {
          "id": "azamy-2015", "type": "article-journal",
          "title": "Islamic State and\\n Jihadi Realignments",
          "author": [
            {"family": "Azamy", "given": "Hekmatullah"},
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van", "suffix": "Jr"},
            {"literal": "Crisis Group"}
          ],
          "container-title": "Counter Terrorist Trends", "volume": 7, "issue": "8", "page": "11-14",
          "issued": {"date-parts": [[2015, 9]]}, "DOI": "10.1000/1", "language": "en-GB",
          "editor": [{"family": "Gunaratna", "given": "Rohan"}],
          "accessed": {"date-parts": [["2016", "08", "10"]]}, "abstract": "A.", "ISSN": "1-2"
        }
      ]
      """)
    #expect(found.problems == [] && found.entries == 1)
    let source = try #require(found.sources.first)
    #expect(source.id == "azamy-2015" && source.type == "article" && !source.isHeld)
    #expect(source.title == "Islamic State and Jihadi Realignments")
    #expect(
      source.authors == ["Hekmatullah Azamy", "Ludwig van Beethoven Jr", "Crisis Group"])
    #expect(source.series == "Counter Terrorist Trends")
    #expect(source.issue == "Volume 7, Issue 8, pp. 11-14")
    #expect(source.date?.description == "2015-09" && source.dateNote == nil)
    #expect(source.url == "https://doi.org/10.1000/1" && source.language == "en-GB")
    #expect(
      source.note == "ISSN: 1-2; abstract: A.; accessed: 2016-08-10; editor: Rohan Gunaratna")
    #expect(source.citations == [])
  }

  @Test(arguments: [
    (#""issued": {"date-parts": [[2016, 8, 8]]}"#, "2016-08-08"),
    (#""issued": {"date-parts": [["2016", "8"]]}"#, "2016-08"),
    (#""issued": {"date-parts": [[2016]]}"#, "2016"),
    (#""issued": {"date-parts": [[2016, 0, 0]]}"#, "2016"),
    (#""issued": {"date-parts": [[2016, 8]], "circa": true}"#, "2016-08~"),
    (#""issued": {"date-parts": [[2016]], "circa": 1}"#, "2016~"),
    (#""issued": {"date-parts": [[2016]], "circa": false}"#, "2016"),
    (#""issued": {"date-parts": [[2015, 11], [2016, 2, 3]]}"#, "2015-11/2016-02-03"),
    (#""issued": {"date-parts": [[2016]], "season": 1}"#, "2016-21"),
    (#""issued": {"date-parts": [[2016]], "season": "Winter"}"#, "2016-24"),
    (#""issued": {"date-parts": [[-44, 3, 15]]}"#, "-0044-03-15"),
    (#""issued": {"raw": "8 August 2016"}"#, "2016-08-08"),
    (#""issued": {"raw": "2016-08", "circa": true}"#, "2016-08~"),
    (#""issued": {"literal": "Spring 2016"}"#, "2016-21"),
    (#""issued": "2016-08/2016-09""#, "2016-08/2016-09"),
  ])
  func datesAreAsKnown(field: String, date: String) {
    #expect(source(field)?.date?.description == date)
  }

  @Test func aDateThatIsNoneIsAProblemAndTheWorkIsKept() {
    let found = read(#"[{"id": "x", "title": "T", "issued": {"date-parts": [[2016, 13, 40]]}}]"#)
    #expect(found.sources.first?.date == nil)
    #expect(found.sources.first?.dateNote == "the entry has “2016-13-40”")
    #expect(found.problems.map(\.field) == ["issued"] && found.problems.map(\.line) == [1])
    #expect(found.problems.first?.value == "2016-13-40")
    #expect(source(#""issued": {"literal": "in press"}"#)?.dateNote == "the entry has “in press”")
  }

  @Test(arguments: [
    ("article-newspaper", "newspaper"), ("article-magazine", "magazine"), ("webpage", "website"),
    ("post-weblog", "website"), ("report", "report"), ("chapter", "book"),
    ("broadcast", "broadcast"),
    ("motion_picture", "video"), ("song", "audio"), ("thesis", "thesis"),
    ("legal_case", "legal case"),
    ("interview", "interview"), ("something-new", "something-new"),
  ])
  func typesAreTheCasebooksWords(type: String, word: String) {
    #expect(read(#"[{"type": "\#(type)", "title": "T"}]"#).sources.first?.type == word)
  }

  @Test func idsAreWellFormedAndUnique() {
    let found = read(
      """
      [{"id": "smith-2016", "title": "A"}, {"id": "smith-2016", "title": "B"},
       {"id": "Smith_2016", "title": "C"}, {"id": 7, "title": "D"},
       {"title": "The Fall of Kunduz, again", "author": [{"family": "Ruttig", "given": "Th."}],
        "issued": {"date-parts": [[2016, 10]]}},
       {"id": "статья", "title": "Łódź"}, {"id": "статья", "title": "Статья"}]
      """)
    #expect(
      found.sources.map(\.id.rawValue) == [
        "smith-2016", "smith-2016-2", "smith-2016-3", "7", "ruttig-2016-10-the-fall-of-kunduz",
        "lodz", "entry",
      ])
    #expect(found.hasSoundIDs)
    #expect(found.sources[2].note == "id in the file: Smith_2016")
  }

  @Test func oneBadItemLosesNoOther() {
    let found = read(
      """
      [
        {"id": "a", "title": "A"},
        {"id": "b", "title": "no quote},
        {"id": "c", "title": "C"},
        "text", 12, [1],
        {"id": "d"},
        {"id": "e", "title": "E"}
      ]
      """)
    #expect(found.sources.map(\.id) == ["a", "c", "e"])
    #expect(found.problems.map(\.line) == [3, 5, 5, 5, 6])
    #expect(found.entries == 8)
    #expect(found.problems.allSatisfy { $0.file == "a.json" && !$0.remedy.isEmpty })
  }

  @Test func anItemWithoutEndIsAProblemOfItsLine() {
    let found = read(
      """
      [
        {"id": "a", "author": [{"family": "A"}, "title": "A"},
        {"id": "b", "title": "B"}
      ]
      """)
    #expect(found.sources.map(\.id) == ["b"])
    #expect(found.problems.map(\.line) == [2])
  }

  @Test func itemsMayStandInAnObjectOrBeOne() {
    #expect(read(#"{"items": [{"id": "a", "title": "A"}]}"#).sources.map(\.id) == ["a"])
    #expect(read(#"{"id": "a", "title": "A", "author": []}"#).sources.map(\.id) == ["a"])
    #expect(read("\u{FEFF}[{\"id\": \"a\", \"title\": \"A\"}]").sources.map(\.id) == ["a"])
  }

  @Test(arguments: ["", " ", "[", "]", "{", "[]", "{}", "null", "[,,]", "[\"", "[{\"a\":\\"])
  func nothingIsNothing(text: String) { #expect(read(text).records == []) }

  @Test func manyItemsOfOneLineAreRead() {
    let item = #"{"id":"a","title":"A"}"#
    let found = read("[" + String(repeating: item + ",", count: 20_000) + item + "]")
    #expect(found.sources.count == 20_001 && found.problems == [])
  }

  @Test func deepNestingEnds() {
    let deep = String(repeating: "[", count: 200_000)
    #expect(read(deep).records == [])
    let inner = String(repeating: #"{"a":"#, count: 100_000)
    #expect(read(#"[{"id": "a", "title": "A"}, "# + inner).sources.map(\.id) == ["a"])
    let closed =
      #"[{"id": "x", "b": "# + String(repeating: "[", count: 5000)
      + String(repeating: "]", count: 5000) + #"}, {"id": "a", "title": "A"}]"#
    #expect(read(closed).sources.map(\.id) == ["a"])
  }

  @Test func itIsRecognised() {
    #expect(CSLJSON.recognises(Array(#" [{"id": "x", "type": "book"}]"#.utf8)))
    #expect(!CSLJSON.recognises(Array(#"[{"type": "Feature"}]"#.utf8)))
    #expect(!CSLJSON.recognises(Array("@book{x,}".utf8)))
    #expect(
      !CSLJSON.recognises(Array(#"{"schema": "Document", "properties": {"type": "book"}}"#.utf8)))
  }

  @Test func damagedFilesNeverCrash() {
    var random = SeededGenerator(for: "CSLJSONTests")
    let good =
      #"[{"id":"a","type":"book","title":"T","issued":{"date-parts":[[2016,8],[2017]]},"#
      + #""author":[{"family":"F","given":"G"}]},{"id":"b","title":"U","circa":[1,{"x":null}]}]"#
    for bytes in Damage.copies(of: good, count: 400, &random, signs: "{}[]\",:\\") {
      let found = CSLJSON.read(bytes, file: "f")
      #expect(found.hasSoundIDs && found.entries >= found.records.count)
    }
  }
}
