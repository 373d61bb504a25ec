import TestSupport

/// A document of Word with so much as a reader needs.
enum SampleWord {
  static func bytes(body: String, footnotes: String? = nil) -> [UInt8] {
    var parts = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", document(body))]
    if let footnotes {
      parts.append(("word/footnotes.xml", part("footnotes", footnotes)))
    }
    return SampleArchive.bytes(parts)
  }

  static func document(_ body: String) -> String { part("document", "<w:body>\(body)</w:body>") }

  /// A paragraph of one run.
  static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  private static func part(_ name: String, _ content: String) -> String {
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return "<?xml version=\"1.0\"?><w:\(name) xmlns:w=\"\(space)\">\(content)</w:\(name)>"
  }
}

/// A book of some documents, in order.
enum SampleBook {
  static func parts(_ documents: [String]) -> [(String, String)] {
    let container = """
      <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
      <rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
      </rootfiles></container>
      """
    // Listed backwards: the spine is what gives the order.
    let items = documents.indices.reversed().map {
      "<item id=\"i\($0)\" href=\"text/part%20\($0).xhtml\" media-type=\"application/xhtml+xml\"/>"
    }
    let spine = documents.indices.map { "<itemref idref=\"i\($0)\"/>" }
    let package = """
      <package xmlns="http://www.idpf.org/2007/opf"><manifest>\(items.joined())</manifest>
      <spine>\(spine.joined())</spine></package>
      """
    return [
      ("mimetype", "application/epub+zip"), ("META-INF/container.xml", container),
      ("book/package.opf", package),
    ] + documents.enumerated().map { ("book/text/part \($0.offset).xhtml", $0.element) }
  }

  static func page(_ body: String) -> String {
    "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head>"
      + "<body>\(body)</body></html>"
  }
}
