import Model

extension CitedWork {
  /// Reads a citation of the GTD: `"Title," Publisher, January 2, 2018.`
  ///
  /// What is not certainly of that form is kept whole as the title, so that nothing of it is lost: an
  /// author in front, words after the date, quotes within quotes.
  init?(gtd text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self.init(title: text)
    let bytes = Array(text.utf8)[...]
    guard let quoted = Self.quoted(bytes) else { return }
    guard let (publisher, date) = Self.imprint(bytes[quoted.end...]) else { return }
    title = String(decoding: bytes[quoted.title], as: UTF8.self)
    self.publisher = publisher
    self.date = date
  }

  /// What stands between the first character, a quote, and the one other quote; and where that ends.
  private static func quoted(
    _ text: ArraySlice<UInt8>
  ) -> (title: Range<Int>, end: Int)? {
    var quotes: [Range<Int>] = []
    var at = text.startIndex
    while at < text.endIndex {
      let length = quoteLength(text[at...])
      if length > 0 { quotes.append(at..<at + length) }
      at += max(1, length)
    }
    guard quotes.count == 2, quotes[0].lowerBound == text.startIndex else { return nil }
    var end = quotes[1].lowerBound
    while end > quotes[0].upperBound, text[end - 1] == UInt8(ascii: ",") || text[end - 1] == 0x20 {
      end -= 1
    }
    guard end > quotes[0].upperBound else { return nil }
    return (quotes[0].upperBound..<end, quotes[1].upperBound)
  }

  /// The length of a double quote, straight or curly, at the start of a text; 0 where there is none.
  private static func quoteLength(_ text: ArraySlice<UInt8>) -> Int {
    if text.first == UInt8(ascii: "\"") { return 1 }
    guard text.starts(with: [0xE2, 0x80]), let last = text.dropFirst(2).first else { return 0 }
    return last == 0x9C || last == 0x9D ? 3 : 0
  }

  /// Reads `, Publisher, January 2, 2018.`: the date is the last part, or the last two, between commas.
  private static func imprint(
    _ text: ArraySlice<UInt8>
  ) -> (publisher: String?, date: ExtendedDate)? {
    let ends: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "."), 0x20]
    var text = text
    while let first = text.first, ends.contains(first) { text.removeFirst() }
    while let last = text.last, ends.contains(last) { text.removeLast() }
    var commas = text.indices.filter { text[$0] == UInt8(ascii: ",") }.suffix(2)
    if commas.count < 2 { commas.insert(text.startIndex - 1, at: commas.startIndex) }
    for comma in commas {
      guard let date = WrittenDate(text[(comma + 1)...])?.sure else { continue }
      let before = text[..<max(comma, text.startIndex)]
      // The rest of a date that could not be read: `January 2-3` before `2018`.
      if let last = before.lastIndex(of: UInt8(ascii: ",")),
        before[last...].contains(where: { (0x30...0x39).contains($0) })
      {
        return nil
      }
      let publisher = trimmed(before)
      return (publisher.isEmpty ? nil : publisher, date)
    }
    return nil
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
    var text = text
    while text.last == 0x20 || text.last == UInt8(ascii: ",") { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
