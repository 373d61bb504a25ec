import CExpat
import Glibc

/// What goes through a document of XML in order.
protocol XMLEvents: AnyObject {
  /// An element begins. `name` is without its name space.
  func begin(_ name: String, _ attributes: XMLAttributes)
  func end(_ name: String)
  func add(_ text: String)
}

/// The attributes of an element, while it begins.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of an attribute by its name without a name space; nil without one.
  subscript(name: String) -> String? { value(name).map { String(cString: $0) } }

  /// The value of an attribute as a number; 0 where it is none.
  func number(_ name: String) -> Double {
    guard let value = value(name) else { return 0 }
    let number = strtod(value, nil)
    return number.isFinite ? number : 0
  }

  private func value(_ name: String) -> UnsafePointer<XML_Char>? {
    var at = 0
    while let pairs, let key = pairs[at] {
      if strcmp(XMLDocument.afterSpace(key), name) == 0 { return pairs[at + 1] }
      at += 2
    }
    return nil
  }
}

/// Why a document of XML cannot be read.
struct XMLProblem: Error, Equatable {
  /// In expat's words, with the line.
  let detail: String
}

/// XML 1.0 through expat. A document that declares entities is refused, so that none can blow up, and
/// nothing outside it is looked for.
enum XMLDocument {
  /// Goes through a document.
  ///
  /// - Throws: `XMLProblem` where it is not well-formed or declares entities; what came before has
  ///   been told by then.
  static func read(_ bytes: [UInt8], _ events: any XMLEvents) throws(XMLProblem) {
    guard let parser = XML_ParserCreateNS(nil, 0x7C) else {
      throw XMLProblem(detail: "there is no memory for it")
    }
    defer { XML_ParserFree(parser) }
    let context = Context(parser: parser, events: events)
    withExtendedLifetime(context) {
      XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
      set(parser)
    }
    // Expat takes as much as an Int32 can count at a time.
    let size = 1 << 20
    for start in stride(from: 0, through: bytes.count, by: size) {
      let end = min(bytes.count, start + size)
      let isLast: Int32 = end == bytes.count ? 1 : 0
      let state = bytes[start..<end].withUnsafeBytes { piece in
        XML_Parse(
          parser, piece.bindMemory(to: CChar.self).baseAddress, Int32(piece.count), isLast)
      }
      context.tell()
      guard state == XML_STATUS_OK else {
        let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "?"
        let line = XML_GetCurrentLineNumber(parser)
        let detail = context.declaresEntities ? "it declares entities" : words
        throw XMLProblem(detail: "\(detail), line \(line)")
      }
      if isLast == 1 { break }
    }
  }

  private final class Context {
    let parser: XML_Parser
    let events: any XMLEvents
    var declaresEntities = false
    private var text: [UInt8] = []

    init(parser: XML_Parser, events: any XMLEvents) {
      self.parser = parser
      self.events = events
    }

    /// Text comes in pieces of whole characters, cut anywhere; it is told as one.
    func take(_ piece: UnsafeRawBufferPointer) { text += piece }

    func tell() {
      guard !text.isEmpty else { return }
      events.add(String(decoding: text, as: UTF8.self))
      text.removeAll(keepingCapacity: true)
    }
  }

  private static func set(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let context = XMLDocument.context(context), let name else { return }
        context.tell()
        context.events.begin(
          String(cString: XMLDocument.afterSpace(name)), XMLAttributes(pairs: attributes))
      },
      { context, name in
        guard let context = XMLDocument.context(context), let name else { return }
        context.tell()
        context.events.end(String(cString: XMLDocument.afterSpace(name)))
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      XMLDocument.context(context)?.take(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    XML_SetSkippedEntityHandler(parser) { context, name, isParameter in
      guard isParameter == 0, let context = XMLDocument.context(context), let name else { return }
      // Of the names that a document type outside the file declares, as those of XHTML do.
      let reference = "&\(String(cString: name));"
      let blocks = HTMLPage.blocks(of: reference, isWhole: true, seconds: 1)
      context.tell()
      context.events.add(blocks?.first?.text ?? " ")
    }
    XML_SetEntityDeclHandler(parser) { context, _, _, _, _, _, _, _, _ in
      guard let context = XMLDocument.context(context) else { return }
      context.declaresEntities = true
      XML_StopParser(context.parser, 0)
    }
  }

  private static func context(_ pointer: UnsafeMutableRawPointer?) -> Context? {
    pointer.map { Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
  }

  /// What stands after the name space.
  fileprivate static func afterSpace(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    strrchr(name, 0x7C).map { UnsafePointer($0 + 1) } ?? name
  }
}
