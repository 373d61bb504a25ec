/// The folded words of a text as bytes, one compound after another.
///
/// Runs of ASCII letters and digits are folded eight bytes at a time; scalars of the scripts that are
/// common in our sources come from a small cache (`FoldedScalar`), all others from `Folding.fold`.
/// One buffer is used for all words.
struct WordScanner: ~Copyable {
  /// The words joined by hyphens; most have but one. Good only while it is handed over.
  struct Compound: RandomAccessCollection {
    /// Folded, in one piece.
    let joined: UnsafeBufferPointer<UInt8>
    fileprivate let parts: UnsafeBufferPointer<Part>

    var startIndex: Int { 0 }
    var endIndex: Int { parts.count }

    /// A word as folded; never empty.
    subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
      let start = index == 0 ? 0 : parts[index - 1].end
      return UnsafeBufferPointer(rebasing: joined[start..<parts[index].end])
    }

    /// The bytes of the text that a word stands on.
    func source(_ index: Int) -> Range<Int> { parts[index].source }
  }

  /// A word of a compound: where it ends among the folded bytes, and where it stands in the text.
  fileprivate struct Part {
    var end: Int
    var source: Range<Int>
  }

  /// Signs that have been read after a letter and count only if another letter follows.
  private enum Pending {
    case nothing, apostrophe, hyphen, hyphenAndApostrophe
  }

  private let text: UnsafeBufferPointer<UInt8>
  /// The folded bytes of the compound.
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)
  private var count = 0
  /// The words of the compound that are complete, with room for the last one.
  private var parts = UnsafeMutableBufferPointer<Part>.allocate(capacity: 8)
  private var partCount = 0
  /// Where in the text the word began, and where its last letter or mark ended.
  private var start = 0
  private var end = 0
  private var pending = Pending.nothing

  private init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  deinit {
    buffer.deallocate()
    parts.deallocate()
  }

  /// Gives the compounds of a text, which is UTF-8, to `take`.
  static func scan(_ text: UnsafeBufferPointer<UInt8>, _ take: (Compound) -> Void) {
    var scanner = WordScanner(text)
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte >= 0x80 {
        at = scanner.scalar(at: at, take)
      } else if ASCIIRun.isWord(byte) {
        at = scanner.run(at: at)
      } else {
        at += 1
        switch byte {
        case 0x27, 0x60: scanner.apostrophe(take)
        case 0x2D: scanner.hyphen(take)
        default: scanner.endCompound(take)
        }
      }
    }
    scanner.endCompound(take)
  }

  /// Takes ASCII letters and digits and returns where they end.
  private mutating func run(at first: Int) -> Int {
    beginLetter(at: first)
    var at = first
    while true {
      let run = ASCIIRun(text, at: at)
      append(run.folded, length: run.count)
      at += run.count
      if run.count < 8 { break }
    }
    end = at
    return at
  }

  /// Takes one scalar beyond ASCII and returns where it ends.
  private mutating func scalar(at first: Int, _ take: (Compound) -> Void) -> Int {
    guard let (value, length) = Self.decode(text, at: first) else {
      endCompound(take)
      return first + 1
    }
    let next = first + length
    guard let folded = FoldedScalar.cached(value) else {
      var isPart = true
      if let scalar = Unicode.Scalar(value) {
        Folding.fold(scalar) { scalar, kind in
          isPart = false
          add(scalar, kind, at: first..<next, take)
        }
      }
      if isPart { part(upTo: next) }
      return next
    }
    switch folded.kind {
    case .letter:
      beginLetter(at: first)
      append(folded.bytes, length: folded.length)
      end = next
    case .part: part(upTo: next)
    case .apostrophe: apostrophe(take)
    case .hyphen: hyphen(take)
    case .ideograph, .other: endCompound(take)
    }
    return next
  }

  /// Takes a part of what a scalar folds to.
  private mutating func add(
    _ scalar: Unicode.Scalar, _ kind: Folding.Kind, at source: Range<Int>,
    _ take: (Compound) -> Void
  ) {
    switch kind {
    case .letter, .ideograph:
      if kind == .ideograph { endCompound(take) }
      beginLetter(at: source.lowerBound)
      let (bytes, length) = FoldedScalar.encoded(scalar)
      append(bytes, length: length)
      end = source.upperBound
      if kind == .ideograph { endCompound(take) }
    case .part: part(upTo: source.upperBound)
    case .apostrophe: apostrophe(take)
    case .hyphen: hyphen(take)
    case .other: endCompound(take)
    }
  }

  private mutating func beginLetter(at first: Int) {
    if count == 0 {
      start = first
    } else if pending != .nothing {
      if pending != .apostrophe {
        endWord()
        start = first
      }
      pending = .nothing
    }
  }

  /// A mark that stands after a word's letter is shown as part of it.
  private mutating func part(upTo next: Int) {
    if count > 0, pending == .nothing { end = next }
  }

  private mutating func apostrophe(_ take: (Compound) -> Void) {
    guard count > 0 else { return }
    switch pending {
    case .nothing: pending = .apostrophe
    case .hyphen: pending = .hyphenAndApostrophe
    case .apostrophe, .hyphenAndApostrophe: endCompound(take)
    }
  }

  private mutating func hyphen(_ take: (Compound) -> Void) {
    guard count > 0 else { return }
    switch pending {
    case .nothing, .apostrophe: pending = .hyphen
    case .hyphen, .hyphenAndApostrophe: endCompound(take)
    }
  }

  private mutating func endWord() {
    if partCount + 1 == parts.count {
      let wider = UnsafeMutableBufferPointer<Part>.allocate(capacity: 2 * parts.count)
      _ = wider.moveInitialize(fromContentsOf: parts[..<partCount])
      parts.deallocate()
      parts = wider
    }
    parts.initializeElement(at: partCount, to: Part(end: count, source: start..<end))
    partCount += 1
  }

  private mutating func endCompound(_ take: (Compound) -> Void) {
    guard count > 0 else { return }
    endWord()
    take(
      Compound(
        joined: UnsafeBufferPointer(
          rebasing: UnsafeRawBufferPointer(buffer).assumingMemoryBound(to: UInt8.self)[..<count]),
        parts: UnsafeBufferPointer(start: parts.baseAddress, count: partCount)))
    count = 0
    partCount = 0
    pending = .nothing
  }

  /// Up to eight bytes, the first in the lowest bits.
  private mutating func append(_ bytes: UInt64, length: Int) {
    if count + 8 > buffer.count { widen() }
    buffer.storeBytes(of: bytes.littleEndian, toByteOffset: count, as: UInt64.self)
    count += length
  }

  private mutating func widen() {
    let wider = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * buffer.count, alignment: 1)
    wider.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    buffer.deallocate()
    buffer = wider
  }

  /// The scalar whose bytes, two to four, begin at a place, and their number; nil where a slice of
  /// a text cut one apart.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, at first: Int
  ) -> (value: UInt32, length: Int)? {
    let lead = UInt32(text[first])
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, first + length <= text.count else { return nil }
    var value = lead & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(text[first + index] & 0x3F) }
    return (value, length)
  }
}
