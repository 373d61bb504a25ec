/// EDTF made at random: what `ExtendedDate` must read.
struct WrittenDates {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> String {
    if !generator.oneIn(3) { return point() }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return point() + "/.."
    case 1: return "../" + point()
    case 2: return point() + "/"
    case 3: return "/" + point()
    default: return inOrder(point(), point())
    }
  }

  /// An interval in order: twice the same date, years two apart, or a start in remote antiquity.
  private mutating func inOrder(_ one: String, _ other: String) -> String {
    let year = Int.random(in: 1000...4000, using: &generator)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: return "\(one)/\(one)"
    case 1: return "\(year)\(tail())/\(year + 2)\(tail())"
    default:
      let start = Int.random(in: 10_000...999_999_999, using: &generator)
      let isEarlyOrFar = other.hasPrefix("-") || other.hasPrefix("Y")
      return "Y-\(start)/\(isEarlyOrFar ? "2016" : other)"
    }
  }

  private mutating func point() -> String {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return "Y\(sign())\(Int.random(in: 10_000...999_999_999, using: &generator))\(mark())"
    case 1: return "\(Int.random(in: 100...999, using: &generator))X\(mark())"
    case 2: return "\(Int.random(in: 10...99, using: &generator))XX\(mark())"
    default: return sign() + four(Int.random(in: 1...9999, using: &generator)) + tail()
    }
  }

  /// What may follow a year of four digits.
  private mutating func tail() -> String {
    let month = two(Int.random(in: 1...12, using: &generator))
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: return mark()
    case 1: return "-\(month)\(mark())"
    case 2: return "-XX\(mark())"
    case 3: return "-XX-XX\(mark())"
    case 4: return "-\(month)-XX\(mark())"
    case 5: return "-\(Int.random(in: 21...24, using: &generator))\(mark())"
    default: return "-\(month)-\(two(Int.random(in: 1...28, using: &generator)))\(mark())"
    }
  }

  private mutating func mark() -> String { generator.pick(["", "", "", "?", "~", "%"]) }
  private mutating func sign() -> String { generator.pick(["", "", "", "-"]) }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private func four(_ number: Int) -> String {
    String(repeating: "0", count: 4 - "\(number)".count) + "\(number)"
  }
}
