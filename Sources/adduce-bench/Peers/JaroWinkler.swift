/// Jaro-Winkler similarity, 0 to 1, after W. E. Winkler, "String Comparator Metrics and Enhanced
/// Decision Rules in the Fellegi-Sunter Model of Record Linkage" (1990): Jaro's similarity with
/// letters counted as common within half the longer length less one, and 0.1 added for each of up
/// to four common first letters. The boost applies at any similarity, as in most libraries.
enum JaroWinkler {
  static func similarity(_ one: String, _ other: String) -> Double {
    let (one, other) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    let jaro = jaro(one, other)
    let prefix = zip(one, other).prefix(4).prefix { $0 == $1 }.count
    return jaro + 0.1 * Double(prefix) * (1 - jaro)
  }

  private static func jaro(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Double {
    if one == other { return 1 }
    let reach = max(0, max(one.count, other.count) / 2 - 1)
    var taken = Array(repeating: false, count: other.count)
    var common: [Unicode.Scalar] = []
    for (index, letter) in one.enumerated() {
      let window = other.indices.clamped(to: max(0, index - reach)..<(index + reach + 1))
      guard let found = window.first(where: { !taken[$0] && other[$0] == letter }) else { continue }
      taken[found] = true
      common.append(letter)
    }
    guard !common.isEmpty else { return 0 }
    let others = other.indices.filter { taken[$0] }.map { other[$0] }
    let moved = zip(common, others).count { $0 != $1 } / 2
    let count = Double(common.count)
    return
      (count / Double(one.count) + count / Double(other.count) + (count - Double(moved)) / count)
      / 3
  }
}
