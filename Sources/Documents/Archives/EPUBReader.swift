/// The paragraphs of a book in EPUB (EPUB 3.3; EPUB 2 is the same in what is read here).
enum EPUBReader {
  /// The lines of all documents of the book, in the order of its spine, whole.
  ///
  /// - Throws: `.encrypted`, `.tooLarge`, `.damaged`, `.tooIntricate`.
  static func lines(
    path: String, limits: DocumentLimits
  ) throws(DocumentProblem) -> [String] {
    var lines: [String] = []
    do throws(ZipProblem) {
      let archive = try ZipArchive(path: path, limit: limits.file)
      try refuseEncryption(archive)
      let book = PackageEvents()
      try read(try archive.part("META-INF/container.xml") ?? [], book, part: "container.xml")
      guard let package = book.packages.first, let bytes = try archive.part(package) else {
        throw .damaged("it has no package document")
      }
      try read(bytes, book, part: package)
      for name in book.documents(of: package) {
        guard let document = try archive.part(name) else { continue }
        guard let more = blocks(of: document, seconds: limits.seconds) else {
          throw .damaged("\(name) is too intricate")
        }
        lines += ArticleChoice.whole(of: more).map(\.text)
      }
    } catch {
      throw DocumentProblem(error, path: path, format: .epub, limit: limits.file)
    }
    return lines
  }

  /// A document of a book must be XML; one that is not is read as browsers read pages.
  private static func blocks(of document: [UInt8], seconds: Int) -> [Block]? {
    let events = PageEvents()
    do throws(XMLProblem) { try XMLReader.read(document, events) } catch {
      let text = HTMLCharset.text(of: document)
      return HTMLPage.blocks(of: text, isWhole: true, seconds: seconds)
    }
    events.builder.finish()
    return events.builder.blocks
  }

  /// Fonts that are only obfuscated (EPUB 3.3, 4.3) hide no text; anything else that is encrypted
  /// (4.2.6.3.2) may.
  private static func refuseEncryption(_ archive: ZipArchive) throws(ZipProblem) {
    guard let bytes = try archive.part("META-INF/encryption.xml") else { return }
    let events = EncryptionEvents()
    try read(bytes, events, part: "encryption.xml")
    if events.hidesMore { throw .encrypted }
  }

  private static func read(
    _ bytes: [UInt8], _ events: any XMLEvents, part: String
  ) throws(ZipProblem) {
    do throws(XMLProblem) { try XMLReader.read(bytes, events) } catch {
      throw .damaged("\(part): \(error.detail)")
    }
  }
}

/// A page of XHTML, to blocks.
private final class PageEvents: XMLEvents {
  var builder = BlockBuilder(isWhole: true)

  func begin(_ name: String, _ attributes: XMLAttributes) {
    builder.begin(name) { attributes[$0] }
  }

  func end(_ name: String) { builder.end(name) }
  func add(_ text: String) { builder.add(text) }
}

/// How the parts of a book are encrypted.
private final class EncryptionEvents: XMLEvents {
  private(set) var hidesMore = false
  private var inData = 0
  private static let obfuscation: Set<String> = [
    "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC",
  ]

  func begin(_ name: String, _ attributes: XMLAttributes) {
    if name == "EncryptedData" { inData += 1 }
    if name == "EncryptionMethod", inData > 0,
      !Self.obfuscation.contains(attributes["Algorithm"] ?? "")
    {
      hidesMore = true
    }
  }

  func end(_ name: String) { if name == "EncryptedData" { inData -= 1 } }
  func add(_ text: String) {}
}

/// What a container and a package document (EPUB 3.3, 4.2.6.3.1 and 5) say of where the text is.
private final class PackageEvents: XMLEvents {
  private(set) var packages: [String] = []
  private var items: [String: String] = [:]
  private var spine: [String] = []

  func begin(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "rootfile":
      if let path = attributes["full-path"] { packages.append(path) }
    case "item":
      guard let id = attributes["id"], let place = attributes["href"] else { return }
      let type = attributes["media-type"] ?? ""
      if type.contains("html") || type.isEmpty { items[id] = place }
    case "itemref":
      if let id = attributes["idref"] { spine.append(id) }
    default: break
    }
  }

  func end(_ name: String) {}
  func add(_ text: String) {}

  /// The documents of the spine, as names of parts, each once.
  func documents(of package: String) -> [String] {
    let folder = package.split(separator: "/").dropLast()
    var seen: Set<String> = []
    return spine.compactMap { items[$0] }.compactMap { place in
      var steps = Array(folder)
      for step in Self.decoded(place.prefix { $0 != "#" }).split(separator: "/") {
        if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
      }
      let name = steps.joined(separator: "/")
      return seen.insert(name).inserted ? name : nil
    }
  }

  /// Percent-encoding undone (RFC 3986, 2.1).
  private static func decoded(_ place: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(place.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
