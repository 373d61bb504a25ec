import CExpat
import Glibc

/// What goes through a part of a workbook in order; names are without their prefixes.
protocol XMLStreamEvents: AnyObject {
  func begin(_ name: XMLName, _ attributes: XMLPairs) throws(ImportFileProblem)
  func end(_ name: XMLName) throws(ImportFileProblem)
  /// A piece of text; pieces are cut anywhere.
  func text(_ piece: UnsafeRawBufferPointer) throws(ImportFileProblem)
}

/// The name of an element, as long as the call that gives it lasts.
struct XMLName {
  fileprivate let pointer: UnsafePointer<CChar>

  fileprivate init(_ written: UnsafePointer<CChar>) {
    pointer = strchr(written, 0x3A).map { UnsafePointer($0 + 1) } ?? written
  }

  static func ~= (name: StaticString, given: XMLName) -> Bool {
    strcmp(name.utf8Start, given.pointer) == 0
  }
}

/// The attributes of an element, as long as the call that gives them lasts.
struct XMLPairs {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute, by its name without a prefix.
  subscript(name: StaticString) -> UnsafePointer<CChar>? {
    var at = 0
    while let pairs, let key = pairs[at] {
      if name ~= XMLName(key) { return pairs[at + 1] }
      at += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }
  func number(_ name: StaticString) -> Int? { self[name].flatMap { Int(String(cString: $0)) } }
  /// `1` or `true`.
  func isTrue(_ name: StaticString) -> Bool { ["1", "true"].contains(string(name)) }
}

/// XML 1.0 piece by piece through expat. A document type is refused, and with it every entity.
final class XMLStream {
  private let parser: XML_Parser
  private let context: Context
  private let path: String
  private var isQuietFor = 0
  /// What expat may keep waiting for the end of one tag, in bytes.
  private static let longestTag = 2 << 20

  init(_ events: any XMLStreamEvents, path: String) throws(ImportFileProblem) {
    guard let parser = XML_ParserCreate(nil) else {
      throw .damaged(path: path, detail: "there is no memory to read it")
    }
    self.parser = parser
    self.path = path
    context = Context(parser: parser, events: events, path: path)
    XML_SetUserData(parser, Unmanaged.passUnretained(context).toOpaque())
    Self.set(parser)
  }

  deinit { XML_ParserFree(parser) }

  /// Goes on with a piece, cut anywhere.
  ///
  /// - Throws: `.damaged` where it is not well-formed, and what the events throw.
  func take(_ piece: UnsafeRawBufferPointer) throws(ImportFileProblem) {
    let before = context.count
    try parse(piece, isLast: false)
    isQuietFor = context.count == before ? isQuietFor + piece.count : 0
    guard isQuietFor < Self.longestTag else {
      throw .damaged(path: path, detail: "one tag of its XML is too long")
    }
  }

  /// There is no more.
  func finish() throws(ImportFileProblem) {
    try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func parse(
    _ piece: UnsafeRawBufferPointer, isLast: Bool
  ) throws(ImportFileProblem) {
    let state = XML_Parse(
      parser, piece.bindMemory(to: CChar.self).baseAddress, Int32(piece.count), isLast ? 1 : 0)
    if let problem = context.problem { throw problem }
    guard state != XML_STATUS_OK else { return }
    let words = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "?"
    throw .damaged(
      path: path,
      detail: "its XML cannot be read (\(words), line \(XML_GetCurrentLineNumber(parser)))")
  }

  private final class Context {
    let parser: XML_Parser
    let events: any XMLStreamEvents
    let path: String
    var problem: ImportFileProblem?
    /// How many events there were.
    var count = 0

    init(parser: XML_Parser, events: any XMLStreamEvents, path: String) {
      self.parser = parser
      self.events = events
      self.path = path
    }

    /// Expat goes on to the end of what it has in hand after it is stopped, so nothing is told then.
    func tell(_ event: (any XMLStreamEvents) throws(ImportFileProblem) -> Void) {
      count += 1
      guard problem == nil else { return }
      do throws(ImportFileProblem) { try event(events) } catch { stop(error) }
    }

    func stop(_ problem: ImportFileProblem) {
      self.problem = problem
      XML_StopParser(parser, 0)
    }
  }

  private static func set(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { context, name, attributes in
        guard let name else { return }
        XMLStream.context(context)?.tell { events throws(ImportFileProblem) in
          try events.begin(XMLName(name), XMLPairs(pairs: attributes))
        }
      },
      { context, name in
        guard let name else { return }
        XMLStream.context(context)?.tell { events throws(ImportFileProblem) in
          try events.end(XMLName(name))
        }
      })
    XML_SetCharacterDataHandler(parser) { context, text, count in
      XMLStream.context(context)?.tell { events throws(ImportFileProblem) in
        try events.text(UnsafeRawBufferPointer(start: text, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      guard let context = XMLStream.context(context) else { return }
      context.stop(
        .damaged(
          path: context.path, detail: "its XML declares a document type, as no workbook does"))
    }
  }

  private static func context(_ pointer: UnsafeMutableRawPointer?) -> Context? {
    pointer.map { Unmanaged<Context>.fromOpaque($0).takeUnretainedValue() }
  }
}
