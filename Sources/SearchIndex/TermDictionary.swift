import Glibc

/// The terms of an index in ascending order of their bytes, searched by halving where they lie.
///
/// Where the parts begin is checked at opening; where a term's key and set lie is checked when the
/// term is looked at, and one that lies outside the file has no key and no set.
struct TermDictionary: Sendable {
  /// Where a term's set is, and how it is written.
  enum Place: Equatable {
    case single(UInt32)
    case list(Range<Int>)
    case frozen(Range<Int>)

    /// How many bytes of the file it takes.
    var size: Int {
      switch self {
      case .single: 0
      case .list(let range), .frozen(let range): range.count
      }
    }
  }

  private let blocks: Blocks
  private let terms: Range<Int>
  private let keys: Range<Int>
  private let sets: Range<Int>
  let count: Int

  /// Nil where the terms do not fit before their keys.
  init?(_ blocks: Blocks, _ header: IndexLayout.Header) {
    let size = UInt64(header.terms) * UInt64(IndexFormat.termSize)
    guard size <= header.keysAt - header.termsAt else { return nil }
    self.blocks = blocks
    count = Int(header.terms)
    terms = Int(header.termsAt)..<Int(header.keysAt)
    keys = Int(header.keysAt)..<Int(header.tablesAt)
    sets = IndexFormat.headerSize..<Int(header.setsEnd)
  }

  @inline(__always)
  private func entry(_ index: Int) -> (UInt32, UInt32, UInt32, UInt32)? {
    let at = terms.lowerBound + index * IndexFormat.termSize
    guard let bytes = blocks.bytes(at..<(at + IndexFormat.termSize)) else { return nil }
    func number(_ place: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self))
    }
    return (number(0), number(1), number(2), number(3))
  }

  /// A term's key; empty where it lies outside.
  @inline(__always)
  private func key(_ index: Int) -> UnsafeRawBufferPointer {
    guard let entry = entry(index),
      let bytes = blocks.bytes(part(of: keys, from: Int(entry.0), count: Int(entry.1)))
    else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return bytes
  }

  /// Where a term's set is; nil where it lies outside.
  func place(_ index: Int) -> Place? {
    guard let entry = entry(index), let form = SetForm(rawValue: entry.3 >> 30) else { return nil }
    if form == .single { return .single(entry.2) }
    let range = part(
      of: sets, from: Int(entry.2) * IndexFormat.setUnit, count: Int(entry.3 & 0x3FFF_FFFF))
    return form == .list ? .list(range) : .frozen(range)
  }

  @inline(__always)
  private func part(of whole: Range<Int>, from offset: Int, count: Int) -> Range<Int> {
    guard offset <= whole.count, count <= whole.count - offset else {
      return whole.lowerBound..<whole.lowerBound
    }
    return (whole.lowerBound + offset)..<(whole.lowerBound + offset + count)
  }

  /// How a term's key compares with `other`: below 0, 0, above 0. With `asPrefix` only as many
  /// bytes of the key count as `other` has.
  private func compare(_ index: Int, with other: [UInt8], asPrefix: Bool = false) -> Int {
    let key = key(index)
    return other.withUnsafeBytes { other in
      let common = min(key.count, other.count)
      if common > 0, let mine = key.baseAddress, let theirs = other.baseAddress {
        let order = memcmp(mine, theirs, common)
        if order != 0 { return Int(order) }
      }
      return asPrefix && key.count >= other.count ? 0 : key.count - other.count
    }
  }

  private func firstTerm(from start: Int = 0, where holds: (Int) -> Bool) -> Int {
    var low = start
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
    let end = firstTerm(from: first) { compare($0, with: prefix, asPrefix: true) > 0 }
    return first..<end
  }

  /// A key's text without its first `count` bytes.
  func text(_ index: Int, droppingFirst count: Int) -> String {
    String(decoding: key(index).dropFirst(count), as: UTF8.self)
  }
}
