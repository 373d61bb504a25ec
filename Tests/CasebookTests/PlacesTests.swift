import Casebook
import Foundation
import Model
import Testing

/// Where records, facts and passages stand in the files of the bundled casebook.
@Suite struct PlacesTests {
  private static let folder = CasebookFolder(
    path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Data/khorasan").path)

  private func line(_ place: FilePlace) throws -> String {
    let text = try String(contentsOfFile: "\(Self.folder.path)/\(place.file)", encoding: .utf8)
    return String(text.components(separatedBy: "\n")[place.line - 1])
  }

  @Test func everyRecordBeginsWhereItsIdStands() throws {
    let (contents, _) = CasebookReader.read(Self.folder)
    for record in contents.records.enumerated().filter({ $0.offset % 97 == 0 }).map(\.element) {
      let place = try #require(CasebookReader.place(of: record.id, in: Self.folder))
      #expect(place == contents.origins[record.id])
      #expect(try line(place).contains("id: \(record.id)"))
    }
  }

  @Test func aFactStandsAtItsOwnLine() throws {
    let id: RecordID = "quetta-hospital-bombing-2016/killed.1"
    let place = try #require(CasebookReader.place(of: id, in: Self.folder))
    let record = try #require(
      CasebookReader.place(of: "quetta-hospital-bombing-2016", in: Self.folder))
    #expect(place.file == record.file && place.line > record.line)
    #expect(try line(place).contains("figure:"), "\(place)")
  }

  @Test func aFactThatIsGoneStandsAtItsRecord() {
    let gone = CasebookReader.place(of: "is-khorasan/killed.99", in: Self.folder)
    #expect(gone != nil && gone == CasebookReader.place(of: "is-khorasan", in: Self.folder))
  }

  @Test func aPassageStandsAtItsNumber() throws {
    let id = PassageID(source: "roul-2016", number: ParagraphNumber(12))
    let place = try #require(CasebookReader.place(of: id, in: Self.folder))
    #expect(place.file == "passages/roul-2016.yaml")
    #expect(try line(place).contains("number: 12"))
  }

  @Test func whatNoFileHasHasNoPlace() {
    #expect(CasebookReader.place(of: "no-such-record", in: Self.folder) == nil)
    let passage = PassageID(source: "roul-2016", number: ParagraphNumber(9999))
    #expect(CasebookReader.place(of: passage, in: Self.folder) == nil)
  }
}
