import Anchoring
import Foundation
import GRDB
import Model
import Query
import SearchIndex

/// Builds the library of attached copies: every paragraph a document, every passage found in its copy.
struct AttachedIndexing {
  let attachments: [(attachment: Attachment, text: String)]
  let fingerprints: [RecordID: SourceFingerprints]

  func write(into folder: String) throws {
    var builder = IndexBuilder()
    let queue = try DatabaseQueue(path: folder + "/records.sqlite")
    try queue.write { database in
      try Schema.create(in: database)
      try Schema.indexEvents(in: database)
      try database.execute(sql: "INSERT INTO meta VALUES ('title', ''), ('description', '')")
    }
    for kind in Indexing.sections where kind != .text { builder.begin(section: kind.rawValue) }
    builder.begin(section: RecordKind.text.rawValue)
    for (attachment, text) in attachments {
      let paragraphs = text.isEmpty ? [] : text.utf8.split(separator: UInt8(ascii: "\n"))
      let first = builder.count
      for paragraph in paragraphs {
        try LongWork.step()
        let words = String(Substring(paragraph))
        builder.add(
          IndexedDocument(
            texts: [words], fields: ["source": [attachment.source.rawValue], "kind": ["text"]]))
      }
      try queue.write { try write(attachment, text, paragraphs, from: first, $0) }
    }
    try queue.close()
    try builder.write(to: folder + "/index.adx")
  }

  private func write(
    _ attachment: Attachment, _ text: String, _ paragraphs: [Substring.UTF8View], from first: Int,
    _ database: Database
  ) throws {
    let source = attachment.source
    var starts: [Int] = []
    let listing = try database.cachedStatement(sql: Schema.insertListing)
    var page = 0
    for (index, paragraph) in paragraphs.enumerated() {
      try LongWork.step()
      let start = text.utf8.distance(from: text.startIndex, to: paragraph.startIndex)
      starts.append(start)
      while page < attachment.pages.count, attachment.pages[page] <= start { page += 1 }
      let words = String(Substring(paragraph))
      try listing.execute(arguments: [
        first + index, RecordKind.text.rawValue, "\(source)@\(index)", words, nil, "",
        page == 0 ? "" : "p. \(page)", "", 0, 0, words,
      ])
    }
    try database.execute(
      sql: "INSERT INTO copy VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        source.rawValue, attachment.path, attachment.size, attachment.modified, text,
        StoredNumbers.data(starts), StoredNumbers.data(attachment.pages),
      ])
    guard let found = fingerprints[source]?.locate(in: CopyText(text)) else { return }
    let anchor = try database.cachedStatement(
      sql: "INSERT INTO anchor VALUES (?, ?, ?, ?, ?, ?, ?)")
    func write(_ number: ParagraphNumber, _ words: ClosedRange<Int>?, _ place: Anchor) throws {
      let range = place.range.map { text.withPunctuation(around: $0) }
      try anchor.execute(arguments: [
        source.rawValue, number.rawValue, words?.lowerBound ?? 0, words?.upperBound ?? 0,
        place.state.stored, range?.lowerBound, range?.upperBound,
      ])
    }
    for (number, place) in found.passages { try write(number, nil, place) }
    for (span, place) in found.spans { try write(span.number, span.words, place) }
  }
}

/// Numbers of 4 bytes each, little-endian, in one column.
enum StoredNumbers {
  static func data(_ numbers: [Int]) -> Data {
    Data(numbers.flatMap { number in withUnsafeBytes(of: UInt32(number).littleEndian, Array.init) })
  }

  static func read(_ bytes: Data) -> [Int] {
    bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
      }
    }
  }
}

extension AnchorState {
  /// 100 exact, 101 moved, 0 lost, else how many of a hundred.
  var stored: Int {
    switch self {
    case .exact: 100
    case .moved: 101
    case .fuzzy(let percent): percent
    case .lost: 0
    }
  }

  init(stored: Int) {
    switch stored {
    case 100: self = .exact
    case 101: self = .moved
    case 1..<100: self = .fuzzy(percent: stored)
    default: self = .lost
    }
  }
}

extension String {
  /// A range of the text's UTF-8, which ends with words, with the brackets, quotation marks and stops
  /// that touch it.
  func withPunctuation(around range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    let scalars = unicodeScalars
    var start = utf8.index(startIndex, offsetBy: first)
    while start > startIndex, case let before = scalars.index(before: start),
      [.openPunctuation, .initialPunctuation].contains(scalars[before].properties.generalCategory)
        || scalars[before] == "\""
    {
      first -= scalars[before].utf8.count
      start = before
    }
    var end = utf8.index(startIndex, offsetBy: last)
    while end < endIndex,
      [.closePunctuation, .finalPunctuation, .otherPunctuation]
        .contains(scalars[end].properties.generalCategory)
    {
      last += scalars[end].utf8.count
      end = scalars.index(after: end)
    }
    return first..<last
  }
}
