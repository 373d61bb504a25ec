@testable import Text

/// Words as the rule has them, found the slow way: the whole text folded first, scalar by scalar,
/// then cut. What the scanner of bytes is held to.
enum FoldingReference {
  private struct Sign {
    var scalar: Unicode.Scalar
    var kind: Folding.Kind
  }

  /// Words joined by hyphens, in order.
  static func compounds(_ text: String) -> [[String]] {
    var signs: [Sign] = []
    for scalar in text.unicodeScalars {
      Folding.fold(scalar) { signs.append(Sign(scalar: $0, kind: $1)) }
    }
    var compounds: [[String]] = []
    var open = false
    var index = 0
    while index < signs.count {
      let sign = signs[index]
      switch sign.kind {
      case .letter:
        if !open { compounds.append([""]) }
        compounds[compounds.count - 1][compounds[compounds.count - 1].count - 1].unicodeScalars
          .append(sign.scalar)
        open = true
      case .ideograph:
        compounds.append([String(sign.scalar)])
        open = false
      case .apostrophe, .hyphen:
        let run = signs[index...].prefix { $0.kind == .apostrophe || $0.kind == .hyphen }
        let isFollowed = run.endIndex < signs.count && signs[run.endIndex].kind == .letter
        let joint = String(run.map { $0.kind == .hyphen ? "-" : "'" })
        open = open && isFollowed && ["'", "-", "'-", "-'", "'-'"].contains(joint)
        if open, joint != "'" { compounds[compounds.count - 1].append("") }
        index = run.endIndex - 1
      case .other, .part: open = false
      }
      index += 1
    }
    return compounds
  }

  /// What `Folding.scanTerms` is to give.
  static func terms(_ text: String) -> [String] {
    var terms: [String] = []
    var position = 0
    for compound in compounds(text) {
      for (index, word) in compound.enumerated() {
        terms.append("\(word)@\(position + index)")
        if index == 0, compound.count > 1 { terms.append("\(compound.joined())@\(position)") }
      }
      position += compound.count
    }
    return terms
  }
}
