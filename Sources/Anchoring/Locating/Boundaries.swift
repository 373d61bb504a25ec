/// How much more likely a passage begins or ends between two words of a copy than not, by the line ends
/// there: learned from the passages that were found, since one copy has a line for every passage and
/// another is wrapped or has no lines at all.
struct Boundaries {
  private let copy: Words
  /// By what stands between the words: no line's end, one, several.
  private let ratios: [Double]

  init(_ placement: Placement, in copy: Words) {
    self.copy = copy
    var edges = [1.0, 1.0, 1.0]
    var inside = [1.0, 1.0, 1.0]
    for candidate in placement.at.compactMap(\.self) {
      // A first word that is there stands where the passage begins; two, that it is not chance.
      let firsts = candidate.alignment.firsts.prefix(4)
      if firsts.count == 4, let first = firsts.first, first >= 0,
        firsts.enumerated().allSatisfy({ $0.element == first + Int32($0.offset) })
      {
        edges[Int(copy.breaks[Int(first)])] += 1
      }
      for column in candidate.columns.dropFirst() { inside[Int(copy.breaks[column])] += 1 }
    }
    let (all, allInside) = (edges.reduce(0, +), inside.reduce(0, +))
    ratios = (0..<3).map {
      min(256, max(1 / 64, edges[$0] / all / (inside[$0] / allInside)))
    }
  }

  /// Of the place before a word; of the copy's own ends, as of the plainest line's end.
  func ratio(before word: Int) -> Double {
    guard word > 0, word < copy.count else { return ratios.max() ?? 1 }
    return ratios[Int(copy.breaks[word])]
  }

  /// The same of other words that part a passage: they do so between lines, where there are lines.
  func partingRatio(before word: Int) -> Double {
    word > 0 && word < copy.count && copy.breaks[word] == 0 ? min(1, ratios[0]) : 1
  }

  /// Whether a line ends before a word.
  func isLine(before word: Int) -> Bool {
    word <= 0 || word >= copy.count || copy.breaks[word] > 0
  }
}
