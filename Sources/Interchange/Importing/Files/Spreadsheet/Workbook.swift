/// What of a workbook must be known before a sheet can be read: where its parts are, how its days are
/// counted, and which styles show numbers as days (ECMA-376 Part 1, 18.2 and 18.8).
struct Workbook {
  let path: String
  /// The part of the sheet that is asked for.
  let sheet: String
  /// The part of the texts that cells share; nil where there are none.
  let strings: String?
  let since1904: Bool
  /// How each cell style shows a number.
  let styles: [SheetNumberFormat]

  /// - Throws: `.damaged` where there is no such sheet, and what reading throws.
  init(_ archive: WorkbookArchive, sheet name: String?) throws(ImportFileProblem) {
    path = archive.path
    let root = try Relations(archive, of: "")
    let main = root.part(ofType: "/officeDocument") ?? "xl/workbook.xml"
    let book = BookPart()
    guard try archive.read(part: main, book) else {
      throw .damaged(path: path, detail: "it is no workbook in the .xlsx format")
    }
    let relations = try Relations(archive, of: main)
    let sheets = book.sheets.compactMap { sheet in
      relations.part(id: sheet.id, ofType: "/worksheet").map { (sheet, $0) }
    }
    let names = sheets.map { "“\($0.0.name)”" }.joined(separator: ", ")
    if let name {
      guard let found = sheets.first(where: { $0.0.name == name }) else {
        throw .damaged(path: path, detail: "it has no sheet “\(name)”, but \(names)")
      }
      sheet = found.1
    } else {
      guard let found = sheets.first(where: { !$0.0.isHidden }) ?? sheets.first else {
        throw .damaged(path: path, detail: "it has no worksheet")
      }
      sheet = found.1
    }
    since1904 = book.since1904
    strings = relations.part(ofType: "/sharedStrings")
    let styles = StylesPart()
    if let part = relations.part(ofType: "/styles") { _ = try archive.read(part: part, styles) }
    self.styles = styles.formats
  }
}

extension WorkbookArchive {
  /// Reads a part whole; false where there is none of that name.
  func read(part: String, _ events: any XMLStreamEvents) throws(ImportFileProblem) -> Bool {
    let stream = try XMLStream(events, path: path)
    let exists = try read(part) { (piece) throws(ImportFileProblem) in try stream.take(piece) }
    if exists { try stream.finish() }
    return exists
  }
}

/// To which parts a part points (ECMA-376 Part 2, 9.3).
private final class Relations: XMLStreamEvents {
  private var relations: [(id: String, type: String, target: String)] = []
  /// The folder of the part that points.
  private let folder: [Substring]

  /// Of a part that has none there are no relations; of "" those of the archive.
  init(_ archive: WorkbookArchive, of part: String) throws(ImportFileProblem) {
    let steps = part.split(separator: "/")
    folder = Array(steps.dropLast())
    let place = folder + ["_rels", "\(steps.last ?? "").rels"]
    _ = try archive.read(part: place.joined(separator: "/"), self)
  }

  /// Types are compared by their ends: the transitional and the strict standard differ before that.
  func part(ofType type: String) -> String? {
    relations.first { $0.type.hasSuffix(type) }.map { resolved($0.target) }
  }

  func part(id: String, ofType type: String) -> String? {
    relations.first { $0.id == id && $0.type.hasSuffix(type) }.map { resolved($0.target) }
  }

  func begin(_ name: XMLName, _ attributes: XMLPairs) {
    guard "Relationship" ~= name, relations.count < 10_000,
      attributes.string("TargetMode") != "External", let id = attributes.string("Id"),
      let type = attributes.string("Type"), let target = attributes.string("Target")
    else { return }
    relations.append((id, type, target))
  }
  func end(_ name: XMLName) {}
  func text(_ piece: UnsafeRawBufferPointer) {}

  private func resolved(_ target: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// The workbook's own part: its sheets in order.
private final class BookPart: XMLStreamEvents {
  var sheets: [(name: String, id: String, isHidden: Bool)] = []
  var since1904 = false

  func begin(_ name: XMLName, _ attributes: XMLPairs) {
    switch name {
    case "workbookPr": since1904 = attributes.isTrue("date1904")
    case "sheet":
      guard sheets.count < 10_000, let id = attributes.string("id") else { return }
      let isHidden = attributes.string("state").map { $0 != "visible" } ?? false
      sheets.append((attributes.string("name") ?? "", id, isHidden))
    default: return
    }
  }
  func end(_ name: XMLName) {}
  func text(_ piece: UnsafeRawBufferPointer) {}
}

/// The styles of cells, as far as they show numbers as days or times.
private final class StylesPart: XMLStreamEvents {
  private var codes: [Int: SheetNumberFormat] = [:]
  private var cells: [Int] = []
  private var isInCells = false

  var formats: [SheetNumberFormat] { cells.map { codes[$0] ?? SheetNumberFormat(builtIn: $0) } }

  func begin(_ name: XMLName, _ attributes: XMLPairs) {
    switch name {
    case "numFmt":
      guard let id = attributes.number("numFmtId"), codes.count < 100_000 else { return }
      codes[id] = SheetNumberFormat(code: attributes.string("formatCode") ?? "")
    case "cellXfs": isInCells = true
    case "xf":
      // No more than programs write (64,000).
      if isInCells, cells.count < 100_000 { cells.append(attributes.number("numFmtId") ?? 0) }
    default: return
    }
  }
  func end(_ name: XMLName) { if "cellXfs" ~= name { isInCells = false } }
  func text(_ piece: UnsafeRawBufferPointer) {}
}
