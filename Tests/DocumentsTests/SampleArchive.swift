/// A ZIP archive of stored parts (APPNOTE 4.3: local headers, central directory, its end).
enum SampleArchive {
  static func bytes(_ parts: [(String, String)], flags: UInt16 = 0) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in parts {
      let content = Array(text.utf8)
      let place = archive.count
      var header: [UInt8] = []
      put(UInt16(20), &header)
      put(flags, &header)
      put(UInt16(0), &header)
      put(UInt32(0), &header)
      put(crc(content), &header)
      put(UInt32(content.count), &header)
      put(UInt32(content.count), &header)
      put(UInt16(name.utf8.count), &header)
      put(UInt16(0), &header)
      archive += Array("PK\u{3}\u{4}".utf8) + header + Array(name.utf8) + content
      directory += Array("PK\u{1}\u{2}".utf8) + [20, 0] + header
      directory += [UInt8](repeating: 0, count: 10)
      put(UInt32(place), &directory)
      directory += Array(name.utf8)
    }
    var end = Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
    put(UInt16(parts.count), &end)
    put(UInt16(parts.count), &end)
    put(UInt32(directory.count), &end)
    put(UInt32(archive.count), &end)
    return archive + directory + end + [0, 0]
  }

  private static func put(_ number: some FixedWidthInteger, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  /// The checksum of ISO 3309 that ZIP uses.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

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
