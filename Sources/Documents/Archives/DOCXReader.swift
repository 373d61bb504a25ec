/// The paragraphs of a document of Word (ECMA-376 part 1, WordprocessingML; part 2, the package).
enum DOCXReader {
  /// The paragraphs of the body in order, each cell's in its place, then footnotes and endnotes.
  ///
  /// The main part is the one that the package's relationships name (part 2, 6.5), else
  /// `word/document.xml`; notes lie beside it. Headers, footers and comments are no part of the text.
  /// - Throws: `.encrypted`, `.tooLarge`, `.damaged`.
  static func lines(
    path: String, limits: DocumentLimits
  ) throws(DocumentProblem) -> [String] {
    do throws(ZipProblem) {
      let archive = try ZipArchive(path: path, limit: limits.file)
      var main = "word/document.xml"
      if let bytes = try archive.part("_rels/.rels") {
        let relations = RelationshipEvents()
        try read(bytes, relations, part: "_rels/.rels")
        if let target = relations.main, archive.has(target) { main = target }
      }
      guard let body = try archive.part(main) else { throw .damaged("it has no \(main)") }
      let events = WordEvents()
      try read(body, events, part: main)
      let folder = main.lastIndex(of: "/").map { main[...$0] } ?? ""
      for name in ["footnotes.xml", "endnotes.xml"] {
        guard let notes = try archive.part(folder + name) else { continue }
        try read(notes, events, part: folder + name)
      }
      return events.lines
    } catch {
      throw DocumentProblem(error, path: path, format: .docx, limit: limits.file)
    }
  }

  private static func read(
    _ bytes: [UInt8], _ events: any XMLEvents, part: String
  ) throws(ZipProblem) {
    do throws(XMLProblem) { try XMLReader.read(bytes, events) } catch {
      throw .damaged("\(part): \(error.detail)")
    }
  }
}

/// Finds the main part among the relationships of a package.
private final class RelationshipEvents: XMLEvents {
  var main: String?

  func begin(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", attributes["Type"]?.hasSuffix("/officeDocument") == true,
      let target = attributes["Target"]
    else { return }
    main = String(target.drop { $0 == "/" })
  }

  func end(_ name: String) {}
  func add(_ text: String) {}
}

/// Makes lines of WordprocessingML (ECMA-376 part 1, 17.3 paragraphs and runs, 17.13 revisions).
final class WordEvents: XMLEvents {
  private(set) var lines: [String] = []
  /// The open paragraphs, innermost last: a text box has paragraphs inside one.
  private var open: [String] = []
  private var skipped = 0
  private var isText = false
  private var inRun = 0
  private var isHidden = false

  /// Deleted and moved text; the second form of what newer programs have a first for; the marks
  /// that part notes from the text.
  private static let left: Set<String> = ["del", "moveFrom", "Fallback"]

  func begin(_ name: String, _ attributes: XMLAttributes) {
    let isSeparator =
      (name == "footnote" || name == "endnote")
      && attributes["type"].map { $0 != "normal" } == true
    if skipped > 0 || Self.left.contains(name) || isSeparator {
      // `del` is also a property of a paragraph's mark, and then without content.
      skipped += 1
      return
    }
    switch name {
    case "p": open.append("")
    case "r":
      inRun += 1
      isHidden = false
    case "vanish", "webHidden":
      let isOn = attributes["val"].map { !["0", "false", "off"].contains($0) } ?? true
      if inRun > 0 { isHidden = isOn || isHidden }
    case "t": isText = true
    case "tab", "br", "cr", "ptab": if inRun > 0 { put(" ") }
    case "noBreakHyphen": put("-")
    case "sym": put(" ")
    default: break
    }
  }

  func end(_ name: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch name {
    case "p":
      guard let text = open.popLast() else { return }
      let line = CleanText.line(text)
      if !line.isEmpty { lines.append(line) }
    case "r":
      inRun -= 1
      isHidden = false
    case "t": isText = false
    default: break
    }
  }

  func add(_ text: String) { if isText { put(text) } }

  private func put(_ text: String) {
    guard skipped == 0, !isHidden, !open.isEmpty else { return }
    open[open.count - 1] += text
  }
}
