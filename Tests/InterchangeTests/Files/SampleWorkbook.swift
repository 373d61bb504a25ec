import Foundation
import Interchange
import TestSupport

/// A workbook with so much as a reader needs.
struct SampleWorkbook {
  var rows = ""
  /// Each an `si` element's content.
  var strings: [String]?
  /// The `cellXfs`, by the numbers of their formats, and formats of its own.
  var formats: [Int] = []
  var codes: [Int: String] = [:]
  var properties = ""
  var prefix = ""

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func relations(_ targets: [(id: String, type: String, target: String)]) -> String {
    let each = targets.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "\(each.joined())</Relationships>"
  }

  var sheet: String {
    "\(prefix)<worksheet xmlns=\"\(Self.main)\"><dimension ref=\"A1\"/><sheetData>\(rows)</sheetData>"
      + "<pageMargins left=\"0.7\"/></worksheet>"
  }

  var parts: [(String, String)] {
    let formatCodes = codes.map { "<numFmt numFmtId=\"\($0.key)\" formatCode=\"\($0.value)\"/>" }
    let cells = formats.map { "<xf numFmtId=\"\($0)\" fontId=\"0\"/>" }
    var parts = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", Self.relations([("r1", "officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><workbookPr \(properties)/><sheets>"
          + "<sheet name=\"Notes\" sheetId=\"1\" state=\"hidden\" r:id=\"r9\"/>"
          + "<sheet name=\"Data\" sheetId=\"2\" r:id=\"r2\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        Self.relations(
          [
            ("r9", "worksheet", "worksheets/sheet2.xml"),
            ("r2", "worksheet", "/xl/worksheets/sheet1.xml"), ("r3", "styles", "styles.xml"),
          ] + (strings == nil ? [] : [("r4", "sharedStrings", "../xl/sharedStrings.xml")]))
      ),
      (
        "xl/styles.xml",
        "<styleSheet xmlns=\"\(Self.main)\"><numFmts>\(formatCodes.joined())</numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(cells.joined())</cellXfs></styleSheet>"
      ),
      ("xl/worksheets/sheet1.xml", sheet),
      (
        "xl/worksheets/sheet2.xml",
        "<worksheet><sheetData><row><c t=\"str\"><v>hidden</v></c></row></sheetData></worksheet>"
      ),
    ]
    if let strings {
      let items = strings.map { "<si>\($0)</si>" }
      parts.append(
        ("xl/sharedStrings.xml", "\(prefix)<sst xmlns=\"\(Self.main)\">\(items.joined())</sst>"))
    }
    return parts
  }

  var bytes: [UInt8] { SampleArchive.bytes(parts) }

  /// The workbook as CSV.
  func csv(_ conversion: XLSXConversion = XLSXConversion()) throws -> String {
    try Self.csv(bytes, conversion)
  }

  static func csv(
    _ bytes: [UInt8], _ conversion: XLSXConversion = XLSXConversion()
  ) throws -> String {
    let folder = try SampleFolder()
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/book.xlsx"))
    try conversion.convert(folder.path + "/book.xlsx", to: folder.path + "/book.csv") { _, _ in }
    return try String(contentsOfFile: folder.path + "/book.csv", encoding: .utf8)
  }
}

/// A folder that is gone after the test.
final class SampleFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  var files: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path) } }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
