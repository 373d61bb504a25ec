/// Short words of letters, none of which begins another, so that each is known when its last letter is
/// typed.
enum HintLabels {
  /// The letters, those under resting fingers first.
  private static let home = Array("asdfghjkl")
  private static let others = Array("weruiopqtyzxcvbnm")

  /// So many labels, in the order in which they shall be given out: of one letter as far as these go, the
  /// others of two. At most 676; what is beyond has none.
  static func labels(_ count: Int) -> [String] {
    let letters = count <= home.count * home.count ? home : home + others
    // Every letter that stands alone begins no other label: there are as many as leave enough of two.
    let most = letters.count
    let single = (0...most).last { $0 + (most - $0) * most >= count } ?? 0
    var labels = letters.prefix(single).map { String($0) }
    for first in letters.dropFirst(single) {
      for second in letters { labels.append("\(first)\(second)") }
    }
    return Array(labels.prefix(max(0, count)))
  }
}
