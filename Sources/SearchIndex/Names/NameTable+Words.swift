extension NameTable {
  /// The names that have every typed word, and whether they may be the same words in another order.
  func withWords(of typed: NameForms) -> [(name: Int, mayReorder: Bool)] {
    let needed = typed.needed
    guard needed.count <= UInt64.bitWidth else { return [] }
    let all = UInt64.max >> UInt64(UInt64.bitWidth - needed.count)
    // Which of the typed words each word may stand for, a bit each.
    var begins = [UInt64](repeating: 0, count: words.count)
    var wholes = begins
    for (place, word) in needed.enumerated() {
      for number in words.begun(by: word) { begins[number] |= 1 << place }
      for number in words.agreeing(with: word.sounds) {
        begins[number] |= 1 << place
        wholes[number] |= 1 << place
      }
      if let number = words.equal(to: word) { wholes[number] |= 1 << place }
    }
    for sounds in typed.sounds {
      for number in words.agreeing(with: sounds) { begins[number] = all }
    }
    guard begins.reduce(0, |) == all else { return [] }
    return having(all, begins).map { name in
      (name, mayReorder(name, typed) && terms[name].reduce(0) { $0 | wholes[Int($1)] } == all)
    }
  }

  /// The names whose words have all of the bits between them.
  private func having(_ all: UInt64, _ bits: [UInt64]) -> [Int] {
    bits.withUnsafeBufferPointer { bits in
      terms.numbers { words in
        var had: UInt64 = 0
        for word in words { had |= bits[Int(word)] }
        return had == all
      }
    }
  }
}
