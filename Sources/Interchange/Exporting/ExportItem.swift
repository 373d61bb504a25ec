import Model
import Query

/// One thing to be written.
struct ExportItem {
  enum Content {
    case record(Dossier)
    case statement(Statement, of: Dossier)
    case passage(Passage, facts: Int, of: Reading)
  }

  var content: Content
  /// Whether it certainly lies in the dates that the query asks for, or possibly; nil where it asks for none.
  var isCertain: Bool?

  /// In a word for a cell: `certainly`, `possibly`, or nothing.
  var certainty: String? { isCertain.map { $0 ? "certainly" : "possibly" } }

  /// What supports it, each citation once, in the order met.
  var citations: [Citation] {
    switch content {
    case .record(let dossier): dossier.citations
    case .statement(let statement, _): statement.citations
    case .passage(let passage, _, _): [Citation(passage.id)]
    }
  }

  /// How a passage that it cites was found in the reader's copy; nil without a copy.
  func anchor(_ passage: PassageID) -> AnchorState? {
    switch content {
    case .record(let dossier), .statement(_, let dossier): dossier.anchors[passage]
    case .passage(_, _, let reading): reading.copy?.passages[passage.number]?.state
    }
  }

  /// The works that it rests on: itself where it is one, those of its citations and what these go back
  /// to, and those that a dataset's row names.
  var works: [RecordID] {
    var works: [RecordID] = []
    var seen: Set<RecordID> = []
    func add(_ id: RecordID) { if seen.insert(id).inserted { works.append(id) } }
    if case .record(let dossier) = content {
      if case .source(let source) = dossier.record { return [source.id] }
      dossier.row?.sources.forEach(add)
    }
    for citation in citations {
      add(citation.passage.source)
      citation.via.forEach(add)
    }
    return works
  }
}

extension Dossier {
  /// Each citation of any of its facts, or for a source those that refer to it, once.
  var citations: [Citation] {
    if case .source(let source) = record { return source.citations }
    var seen: Set<Citation> = []
    return record.statements.flatMap(\.citations).filter { seen.insert($0).inserted }
  }

  /// What a statement says, with references by their names.
  func words(_ statement: Statement) -> String { statement.value.words { name(of: $0) } }
}

extension Record {
  /// What people call it: a name, an event's or theme's or work's title, or a relation's id.
  var title: String {
    switch self {
    case .group(let group): group.name
    case .person(let person): person.name
    case .place(let place): place.name
    case .event(let event): event.title
    case .relation(let relation): relation.id.rawValue
    case .theme(let theme): theme.title
    case .source(let source): source.name
    }
  }
}

/// The library as the formats ask it, each source and each reading but once as long as few are wanted.
final class ExportLibrary {
  private let ask: (Request) throws -> Reply
  private var sources: [RecordID: Source?] = [:]
  private var texts: [RecordID: CopyPositions?] = [:]
  private var held: Reading?
  private var last: Dossier?

  init(ask: @escaping (Request) throws -> Reply) { self.ask = ask }

  func overview() throws -> Overview {
    guard case .overview(let overview) = try ask(.overview) else {
      preconditionFailure("a request for an overview is answered with one")
    }
    return overview
  }

  func rows(_ request: RowRequest) throws -> ListWindow {
    guard case .rows(let window) = try ask(.rows(request)) else {
      preconditionFailure("a request for rows is answered with rows")
    }
    return window
  }

  /// The last one asked for is kept: statements come record by record.
  func dossier(_ id: RecordID) throws -> Dossier {
    if let last, last.record.id == id { return last }
    guard case .dossier(let dossier) = try ask(.dossier(id)) else {
      preconditionFailure("a request for a dossier is answered with one")
    }
    last = dossier
    return dossier
  }

  /// A record that may not be there: a casebook can name a work that another has.
  func dossierIfThere(_ id: RecordID) throws -> Dossier? {
    do {
      return try dossier(id)
    } catch StoreProblem.noSuchRecord {
      return nil
    }
  }

  /// The last one asked for is kept: passages come source by source.
  func reading(_ id: RecordID) throws -> Reading {
    if let held, held.source.id == id { return held }
    guard case .reading(let reading) = try ask(.reading(id)) else {
      preconditionFailure("a request for a reading is answered with one")
    }
    held = reading
    return reading
  }

  func source(_ id: RecordID) throws -> Source? {
    if let source = sources[id] { return source }
    if sources.count >= 4096 { sources.removeAll(keepingCapacity: true) }
    var source: Source?
    if case .source(let found)? = try dossierIfThere(id)?.record { source = found }
    sources[id] = .some(source)
    return source
  }

  /// Where the passages of a source stand in the reader's copy; nil without one.
  func positions(in id: RecordID) throws -> CopyPositions? {
    if let positions = texts[id] { return positions }
    var positions: CopyPositions?
    do {
      positions = try reading(id).copy.map(CopyPositions.init)
    } catch StoreProblem.noSuchRecord {
      positions = nil
    }
    texts[id] = .some(positions)
    return positions
  }
}

/// Where passages stand in an attached copy, in Unicode code points as Web Annotations count them.
struct CopyPositions {
  private var passages: [ParagraphNumber: Range<Int>] = [:]
  private var spans: [PassageSpan: Range<Int>] = [:]
  /// Of the copy's whole text.
  let length: Int

  init(_ copy: AttachedCopy) {
    let counts = CodePoints(copy.text)
    length = counts.count
    for (number, place) in copy.passages { passages[number] = place.range.flatMap { counts[$0] } }
    for (span, place) in copy.spans { spans[span] = place.range.flatMap { counts[$0] } }
  }

  /// Where a citation's words stand, or the whole passage where these are not found by themselves.
  func range(of citation: Citation) -> Range<Int>? {
    citation.span.flatMap { spans[$0] } ?? passages[citation.passage.number]
  }
}

/// From bytes of a UTF-8 text to its code points.
private struct CodePoints {
  /// How many code points begin before each 256th byte.
  private var marks: [Int] = []
  private let bytes: [UInt8]
  private(set) var count = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if index.isMultiple(of: 256) { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    marks.append(count)
  }

  /// Nil where the bytes lie outside of the text.
  subscript(range: Range<Int>) -> Range<Int>? {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return nil }
    return before(range.lowerBound)..<before(range.upperBound)
  }

  private func before(_ byte: Int) -> Int {
    let start = byte / 256 * 256
    return marks[byte / 256] + bytes[start..<byte].count { $0 & 0xC0 != 0x80 }
  }
}
