/// What a file is, by its content.
enum DocumentRecognition {
  /// The format, and the characters where it is a text; empty otherwise.
  ///
  /// - Throws: `.notText` with what it is instead, `.encrypted`, `.damaged`.
  static func recognise(
    _ file: ReadFile
  ) throws(DocumentProblem) -> (DocumentText.Format, String) {
    let bytes = file.bytes
    if isPDF(bytes) { return (.pdf, "") }
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) || bytes.starts(with: "PK\u{5}\u{6}".utf8) {
      return (try archive(file), "")
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      // What Word encrypts is a container with this stream ([MS-OFFCRYPTO] 2.3.4), in UTF-16.
      let name = Array("EncryptedPackage".utf8).flatMap { [$0, 0] as [UInt8] }
      if holds(bytes[...], name) { throw .encrypted(path: file.path, format: .docx) }
      throw .notText(path: file.path, what: "a file of an old program of Microsoft Office")
    }
    if let what = otherKind(bytes) { throw .notText(path: file.path, what: what) }
    if isTag(bytes) { return (.html, HTMLCharset.text(of: bytes)) }
    guard let text = TextDecoding.text(of: bytes) else {
      throw .notText(path: file.path, what: "a binary file")
    }
    if isTag(Array(text.utf8.prefix(4096))) { return (.html, text) }
    let isNamedHTML = ["html", "htm", "xhtml", "xht"].contains(file.suffix)
    return isNamedHTML ? (.html, HTMLCharset.text(of: bytes)) : (.plainText, text)
  }

  /// Whether the header of PDF stands in the first 1024 bytes, where readers look for it (ISO 32000-1,
  /// annex H.3.4): at the beginning, or at that of a line after whatever a server put before it.
  private static func isPDF(_ bytes: [UInt8]) -> Bool {
    let header = Array("%PDF-".utf8)
    let start = bytes.prefix(1024)
    return start.indices.contains { at in
      start[at] == header[0] && (at == 0 || start[at - 1] < 0x20)
        && start[at...].starts(with: header)
    }
  }

  /// What an archive is, by the parts that it must have.
  private static func archive(_ file: ReadFile) throws(DocumentProblem) -> DocumentText.Format {
    let parts: ZipArchive
    do throws(ZipProblem) { parts = try ZipArchive(path: file.path, limit: 0) } catch {
      throw .damaged(path: file.path, format: .docx, detail: "it begins as an archive and is none")
    }
    if parts.has("META-INF/container.xml") { return .epub }
    if parts.has("word/document.xml") { return .docx }
    if parts.has("[Content_Types].xml") {
      // A document of Word may lie elsewhere; tables and slides have folders of their own.
      if parts.has("xl/workbook.xml") { throw .notText(path: file.path, what: "a spreadsheet") }
      if parts.has("ppt/presentation.xml") { throw .notText(path: file.path, what: "slides") }
      return .docx
    }
    if parts.has("content.xml") { throw .notText(path: file.path, what: "an OpenDocument file") }
    throw .notText(path: file.path, what: "a ZIP archive")
  }

  /// Files of other kinds that people take for texts.
  private static func otherKind(_ bytes: [UInt8]) -> String? {
    let known: [([UInt8], String)] = [
      (Array("{\\rtf".utf8), "a file of Rich Text Format"), (Array("%!PS".utf8), "PostScript"),
      ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"),
      (Array("GIF8".utf8), "a picture"), ([0x49, 0x49, 0x2A, 0], "a picture"),
      ([0x4D, 0x4D, 0, 0x2A], "a picture"), ([0x1F, 0x8B], "a compressed file"),
      (Array("AT&TFORM".utf8), "a file of DjVu"),
    ]
    if let found = known.first(where: { bytes.starts(with: $0.0) }) { return found.1 }
    if holds(bytes.prefix(128)[...].dropFirst(60), "BOOKMOBI") { return "a book for Kindle" }
    // A page saved with its pictures in one file, as a message of several parts (RFC 2557).
    let isMessage = bytes.starts(with: "From: ".utf8) || bytes.starts(with: "MIME-Version:".utf8)
    return isMessage && holds(bytes.prefix(2048), "multipart/related") ? "a web archive" : nil
  }

  /// Whether a text begins with a tag that browsers know HTML by (MIME Sniffing Standard 7.1), blanks
  /// and a declaration of XML aside.
  static func isTag(_ bytes: [UInt8]) -> Bool {
    var start = bytes.prefix(4096)[...]
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
    var text = String(decoding: start, as: UTF8.self).drop(while: \.isWhitespace).lowercased()[...]
    if text.hasPrefix("<?xml") {
      text = text.drop { $0 != ">" }.dropFirst().drop(while: \.isWhitespace)
    }
    guard text.hasPrefix("<") else { return false }
    if text.hasPrefix("<!--") { return true }
    let name = text.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    return tags.contains(name)
  }

  private static let tags: Set<Substring> = [
    "!doctype", "html", "head", "script", "iframe", "h1", "h2", "h3", "div", "font", "table", "a",
    "style", "title", "b", "body", "br", "p", "meta", "article", "main", "section", "header", "ul",
    "ol", "span", "link",
  ]

  private static func holds(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
    holds(bytes, Array(word.utf8))
  }

  private static func holds(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    var rest = bytes
    while let at = rest.firstIndex(of: first) {
      if rest[at...].starts(with: word) { return true }
      rest = rest[(at + 1)...]
    }
    return false
  }
}
