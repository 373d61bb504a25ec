import Canvas

/// Which cells of a row changed.
enum Runs {
  /// Unchanged cells between two runs that are not worth a run's end.
  private static let gap = 6

  /// The changed parts of a row, from left to right; none begins in the second half of a wide
  /// grapheme.
  static func changed(from old: ArraySlice<Cell>, to new: ArraySlice<Cell>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, (before, after)) in zip(old, new).enumerated() where before != after {
      var first = index
      while first > 0, new[new.startIndex + first].grapheme == nil { first -= 1 }
      if let last = runs.last, first - last.upperBound <= gap {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(first..<(index + 1))
      }
    }
    return runs
  }
}

extension Runs {
  /// Whether the text of one of the changed rows, blank ones aside, stood elsewhere on the frame before. curses, too,
  /// knows a row again by its text alone, however it looked.
  static func haveMoved(_ rows: [Int], from old: Frame, to new: Frame) -> Bool {
    rows.contains { row in
      let text = new.row(row).lazy.map(\.grapheme)
      guard text.contains(where: { $0 != " " }) else { return false }
      return (0..<old.size.height).contains {
        $0 != row && old.row($0).lazy.map(\.grapheme).elementsEqual(text)
      }
    }
  }
}
