import CExpat
import Glibc

/// What goes through a document of XML in order.
protocol XMLEvents: AnyObject {
  /// An element begins. `name` is without its prefix.
  func begin(_ name: String, _ attributes: XMLAttributes)
  func end(_ name: String)
  func add(_ text: String)
}

/// The attributes of an element, while it begins.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of an attribute by its name without a prefix; nil without one.
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
      if strcmp(XMLReader.afterPrefix(key), name) == 0 { return pairs[at + 1] }
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
final class XMLReader {
  private let parser: XML_Parser
  private let context: Context

  /// Tells `events` what comes.
  init(_ events: any XMLEvents) throws(XMLProblem) {
    guard let parser = XML_ParserCreate(nil) else {
      throw XMLProblem(detail: "there is no memory for it")
    }
    self.parser = parser
    context = Context(parser: parser, events: events)
    XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    Self.set(parser)
  }

  deinit { XML_ParserFree(parser) }

  /// Goes through a document that is there whole.
  ///
  /// - Throws: `XMLProblem` where it is not well-formed or declares entities; what came before has
  ///   been told by then.
  static func read(_ bytes: [UInt8], _ events: any XMLEvents) throws(XMLProblem) {
    let reader = try XMLReader(events)
    try reader.take(bytes[...])
    try reader.finish()
  }

  /// Goes on with a piece, of any length, cut anywhere.
  ///
  /// - Throws: `XMLProblem`, as `read`.
  func take(_ bytes: ArraySlice<UInt8>) throws(XMLProblem) {
    // Expat counts in Int32.
    let size = 1 << 24
    for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: size) {
      try parse(bytes[start..<min(bytes.endIndex, start + size)], isLast: false)
    }
  }

  /// There is no more.
  ///
  /// - Throws: `XMLProblem`, as `read`.
  func finish() throws(XMLProblem) { try parse([], isLast: true) }

  private func parse(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws(XMLProblem) {
    let state = bytes.withUnsafeBytes { piece in
      XML_Parse(
        parser, piece.bindMemory(to: CChar.self).baseAddress, Int32(piece.count), isLast ? 1 : 0)
    }
    guard state != XML_STATUS_OK else { return }
    context.tell()
    let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "?"
    let detail = context.declaresEntities ? "it declares entities" : words
    throw XMLProblem(detail: "\(detail), line \(XML_GetCurrentLineNumber(parser))")
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
        guard let context = XMLReader.context(context), let name else { return }
        context.tell()
        context.events.begin(
          String(cString: XMLReader.afterPrefix(name)), XMLAttributes(pairs: attributes))
      },
      { context, name in
        guard let context = XMLReader.context(context), let name else { return }
        context.tell()
        context.events.end(String(cString: XMLReader.afterPrefix(name)))
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      XMLReader.context(context)?.take(UnsafeRawBufferPointer(start: text, count: Int(count)))
    }
    XML_SetSkippedEntityHandler(parser) { context, name, isParameter in
      guard isParameter == 0, let context = XMLReader.context(context), let name else { return }
      // Of the names that a document type outside the file declares, as those of XHTML do.
      let reference = "&\(String(cString: name));"
      let blocks = HTMLPage.blocks(of: reference, isWhole: true, seconds: 1)
      context.tell()
      context.events.add(blocks?.first?.text ?? " ")
    }
    XML_SetEntityDeclHandler(parser) { context, _, _, _, _, _, _, _, _ in
      guard let context = XMLReader.context(context) else { return }
      context.declaresEntities = true
      XML_StopParser(context.parser, 0)
    }
  }

  private static func context(_ pointer: UnsafeMutableRawPointer?) -> Context? {
    pointer.map { Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
  }

  /// A name without its prefix; the formats read here have no two elements that differ in it alone.
  fileprivate static func afterPrefix(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    strchr(name, 0x3A).map { UnsafePointer($0 + 1) } ?? name
  }
}
