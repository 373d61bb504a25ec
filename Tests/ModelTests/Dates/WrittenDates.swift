import TestSupport
/// EDTF made at random: what `ExtendedDate` must read.
struct WrittenDates {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next() -> String {
    if generator.oneIn(5) { return set() }
    if generator.oneIn(12) { return moment() }
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

  private mutating func set() -> String {
    var members = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      generator.oneIn(3)
        ? inOrder(point(), point()).split(separator: "/").joined(separator: "..") : point()
    }
    if generator.oneIn(4) {
      members.insert("..\(point())", at: 0)
    } else if generator.oneIn(3) {
      members.append("\(point())..")
    }
    let inside = members.joined(separator: ",")
    return generator.oneIn(2) ? "[\(inside)]" : "{\(inside)}"
  }

  private mutating func moment() -> String {
    let time = [23, 59, 59].map { two(Int.random(in: 0...$0, using: &generator)) }
    return "2016-08-08T\(time.joined(separator: ":"))\(generator.pick(["", "Z", "+04:30", "-05"]))"
  }

  /// A date with parts marked and digits left open; each of its fields can be any of its kind.
  private mutating func partly() -> String {
    let year = masked(four(Int.random(in: 1...9999, using: &generator)))
    let month = masked(two(Int.random(in: 1...12, using: &generator)), orX: ["0X", "1X", "X2"])
    let day = masked(two(Int.random(in: 1...28, using: &generator)), orX: ["0X", "1X", "2X", "X8"])
    let season = "\(Int.random(in: 21...41, using: &generator))"
    let fields = generator.pick([[year], [year, season], [year, month], [year, month, day]])
    return fields.enumerated().map { mark() + ($0.offset == 0 ? sign() : "") + $0.element + mark() }
      .joined(separator: "-")
  }

  private mutating func masked(_ digits: String, orX: [String] = []) -> String {
    if !orX.isEmpty { return generator.oneIn(2) ? digits : generator.pick(orX + ["XX"]) }
    return String(digits.map { generator.oneIn(4) ? "X" : $0 })
  }

  private mutating func point() -> String {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return "Y\(sign())\(Int.random(in: 10_000...999_999_999, using: &generator))\(mark())"
    case 1: return "\(Int.random(in: 100...999, using: &generator))X\(mark())"
    case 2: return "\(Int.random(in: 10...99, using: &generator))XX\(mark())"
    case 3, 4: return partly()
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
    case 5: return "-\(Int.random(in: 21...41, using: &generator))\(mark())"
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
