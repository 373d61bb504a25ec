import Glibc

/// The terms of an index in ascending order of their bytes, searched by halving where they lie.
///
/// Where the parts begin is checked at opening; where a term's key and bitmap lie is checked when
/// the term is looked at, and one that lies outside the file has no key and no bitmap.
struct TermDictionary: Sendable {
  private let mapping: Mapping
  private let terms: Range<Int>
  private let keys: Range<Int>
  private let bitmaps: Range<Int>
  let count: Int

  /// Nil where terms, keys and bitmaps do not follow each other within the file.
  init?(_ mapping: Mapping, _ header: IndexLayout.Header, end: Int) {
    let size = UInt64(header.terms) * UInt64(IndexFormat.termSize)
    guard header.bitmapsAt <= UInt64(end), header.keysAt <= header.bitmapsAt,
      header.termsAt <= header.keysAt, size <= header.keysAt - header.termsAt,
      header.bitmapsAt % UInt64(IndexFormat.alignment) == 0
    else { return nil }
    self.mapping = mapping
    count = Int(header.terms)
    terms = Int(header.termsAt)..<Int(header.keysAt)
    keys = Int(header.keysAt)..<Int(header.bitmapsAt)
    bitmaps = Int(header.bitmapsAt)..<end
  }

  private func number(_ place: Int, of index: Int) -> Int {
    let at = terms.lowerBound + index * IndexFormat.termSize + 4 * place
    return Int(mapping.number(at: at, as: UInt32.self) ?? 0)
  }

  /// Where a term's key lies.
  private func key(_ index: Int) -> Range<Int> {
    part(of: keys, from: number(0, of: index), count: number(1, of: index))
  }

  /// Where a term's frozen bitmap lies; offsets of bitmaps are written in units of 32 bytes.
  func bitmap(_ index: Int) -> Range<Int> {
    part(
      of: bitmaps, from: number(2, of: index) * IndexFormat.alignment, count: number(3, of: index))
  }

  private func part(of whole: Range<Int>, from offset: Int, count: Int) -> Range<Int> {
    guard offset <= whole.count, count <= whole.count - offset else { return 0..<0 }
    return (whole.lowerBound + offset)..<(whole.lowerBound + offset + count)
  }

  /// How a term's key compares with `other`: below 0, 0, above 0. With `asPrefix` only as many
  /// bytes of the key count as `other` has.
  private func compare(_ index: Int, with other: [UInt8], asPrefix: Bool = false) -> Int {
    let key = key(index)
    return mapping.withBytes { bytes in
      other.withUnsafeBytes { other in
        let common = min(key.count, other.count)
        if common > 0, let mine = bytes.baseAddress, let theirs = other.baseAddress {
          let order = memcmp(mine + key.lowerBound, theirs, common)
          if order != 0 { return Int(order) }
        }
        return asPrefix && key.count >= other.count ? 0 : key.count - other.count
      }
    }
  }

  private func firstTerm(where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The place of a key; nil where the dictionary does not have it.
  func index(of key: [UInt8]) -> Int? {
    let index = firstTerm { compare($0, with: key) >= 0 }
    return index < count && compare(index, with: key) == 0 ? index : nil
  }

  /// The places of the keys that begin with `prefix`.
  func indices(withPrefix prefix: [UInt8]) -> Range<Int> {
    let first = firstTerm { compare($0, with: prefix) >= 0 }
    let end = firstTerm { compare($0, with: prefix, asPrefix: true) > 0 }
    return first..<max(first, end)
  }

  /// A key's text without its first `count` bytes.
  func text(_ index: Int, droppingFirst count: Int) -> String {
    mapping.withBytes { String(decoding: $0[key(index)].dropFirst(count), as: UTF8.self) }
  }
}
