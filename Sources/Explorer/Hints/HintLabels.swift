/// Short words of letters, none of which begins another, so that each is known when its last letter is
/// typed.
enum HintLabels {
  /// The letters, those under resting fingers first.
  private static let letters = Array("asdfghjklweruiopqtyzxcvbnm")
  /// The same, and then with Shift: one letter hides less of a row than two.
  private static let single = (letters + letters.flatMap { $0.uppercased() }).map { String($0) }

  /// So many labels, in the order in which they shall be given out: of one letter where these go far enough,
  /// else as many of these as can be, and the others of two. At most 676; what is beyond has none.
  static func labels(_ count: Int) -> [String] {
    if count <= single.count { return Array(single.prefix(max(0, count))) }
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
