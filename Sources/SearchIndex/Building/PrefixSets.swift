/// Which beginnings of words get a set of their own: those of up to six letters whose words' sets have
/// together so many bytes that uniting them would be felt.
struct PrefixSets {
  /// A beginning of words, and the places of these in the dictionary.
  struct Prefix {
    let key: [UInt8]
    let words: Range<Int>
  }

  /// What finding and reading a set costs besides its bytes, in bytes.
  private static let costOfTerm = 64

  /// In ascending order of their keys, the shorter first.
  let prefixes: [Prefix]

  /// Of the words at some places, those whose sets have together more than `bytes`.
  init(_ dictionary: borrowing DictionaryWriter, words: Range<Int>, bytes: Int) {
    var found: [Prefix] = []
    let lengths = IndexFormat.prefixLengths
    // For each length: the beginning that is being counted, from where, and the bytes so far.
    var open: [(key: [UInt8], first: Int, cost: Int)?] = lengths.map { _ in nil }
    func end(_ length: Int, at index: Int) {
      if let (key, first, cost) = open[length], cost > bytes, index - first > 1 {
        found.append(Prefix(key: key, words: first..<index))
      }
      open[length] = nil
    }
    for index in words {
      let word = dictionary.key(index).dropFirst()
      let cost = dictionary.place(index).size + Self.costOfTerm
      var size = 0
      var rest = word[...]
      for length in lengths {
        if length > 0 {
          guard let first = rest.popFirst() else {
            for longer in length...lengths.upperBound { end(longer, at: index) }
            break
          }
          size += 1
          // The bytes of UTF-8 that continue a letter.
          while let next = rest.first, first >= 0xC0, next & 0xC0 == 0x80 {
            rest.removeFirst()
            size += 1
          }
        }
        let key = word.prefix(size)
        if let known = open[length], known.key.elementsEqual(key) {
          open[length]?.cost += cost
        } else {
          end(length, at: index)
          open[length] = (Array(key), index, cost)
        }
      }
    }
    for length in lengths { end(length, at: words.upperBound) }
    prefixes = found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// Writes the sets of all beginnings, each united from those of its words as they were written.
  func write(
    to output: inout OutputFile, _ dictionary: inout DictionaryWriter, documents: UInt32
  ) -> Bool {
    var union = DenseSet(limit: documents)
    var frozen = FrozenWriter()
    var bytes = RawBytes(capacity: 1 << 16)
    for prefix in prefixes {
      for index in prefix.words {
        let place = dictionary.place(index)
        let form = SetForm(rawValue: place.sizeAndForm >> 30)
        if form == .single {
          union.insert(place.unit)
          continue
        }
        let at = IndexFormat.headerSize + Int(place.unit) * IndexFormat.setUnit
        guard output.read(at..<(at + place.size), into: &bytes) else { return false }
        let isSound =
          form == .list ? union.insert(list: bytes.bytes) : union.insert(frozen: bytes.bytes)
        guard isSound else { return false }
      }
      union.move(to: &frozen)
      let place = SetWriter.write(frozen, to: &output)
      ([IndexFormat.prefixSpace] + prefix.key).withUnsafeBytes { dictionary.add($0, place) }
    }
    return true
  }
}
