import Query
import Text

/// Words that are looked for within a source, one after another as they were typed; the last may be
/// the beginning of one.
struct Finding: Equatable, Sendable {
  let words: [String]
  /// Where they were found last: a byte of the attached copy.
  var at: Int?

  init(words: [String]) { self.words = words }

  var isEmpty: Bool { words.isEmpty }

  var sought: SoughtWords? { isEmpty ? nil : SoughtWords(words, lastIsPrefix: true) }

  static func == (one: Self, other: Self) -> Bool { one.words == other.words && one.at == other.at }

  /// The next of some texts in which the words stand, from one on or back from it.
  func next(
    in indices: Range<Int>, from here: Int, forwards: Bool, includingHere: Bool,
    text: (Int) -> String
  ) -> Int? {
    if includingHere, indices.contains(here), !places(in: text(here)).isEmpty { return here }
    if forwards {
      return indices.first { $0 > here && !places(in: text($0)).isEmpty }
    }
    return indices.last { $0 < here && !places(in: text($0)).isEmpty }
  }

  /// The byte of a copy where the words stand next, after one or before it.
  func next(
    in copy: AttachedCopy, from byte: Int, forwards: Bool, includingHere: Bool
  ) -> Int? {
    guard !isEmpty, !copy.starts.isEmpty else { return nil }
    let here = copy.paragraph(at: byte)
    let paragraphs = forwards ? Array(here..<copy.starts.count) : Array((0...here).reversed())
    for paragraph in paragraphs {
      let start = copy.starts[paragraph]
      let found = places(in: String(copy.text[bytes: copy.bytes(of: paragraph)])).map { $0 + start }
      let next =
        forwards
        ? found.first { includingHere ? $0 >= byte : $0 > byte } : found.last { $0 < byte }
      if let next { return next }
    }
    return nil
  }

  /// The bytes of a text at which all the words stand, one after another.
  private func places(in text: String) -> [Int] {
    guard let sought, sought.isAny(in: text) else { return [] }
    let ranges = sought.ranges(in: text)
    let singles = words.enumerated().map { index, word in
      SoughtWords([word], lastIsPrefix: index == words.count - 1)
    }
    return ranges.indices.compactMap { first in
      guard first + words.count <= ranges.count else { return nil }
      for (offset, single) in singles.enumerated() {
        let range = ranges[first + offset]
        guard single.isAny(in: String(text[range])) else { return nil }
        if offset > 0 {
          let between = text[ranges[first + offset - 1].upperBound..<range.lowerBound]
          guard !between.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        }
      }
      return text.utf8.distance(from: text.startIndex, to: ranges[first].lowerBound)
    }
  }
}
