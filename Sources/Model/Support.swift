/// How well a fact is supported.
public enum WeakSupport: String, CaseIterable, Hashable, Sendable {
  /// All that is cited stands in one held source.
  case oneSource = "one-source"
  /// All that is cited rests on one work, be it told by several sources.
  case oneReport = "one-report"
  /// No source tells it of its own knowledge: see `Statement.isSecondHand`.
  case secondHand = "second-hand"

  /// Whether a fact is so supported. One without citations rests on nothing at all, which no casebook
  /// allows, and is none of these.
  public func holds(for statement: Statement) -> Bool {
    switch self {
    case .oneSource: Set(statement.citations.map(\.passage.source)).count == 1
    case .oneReport: statement.citations.reports.count == 1
    case .secondHand: statement.isSecondHand
    }
  }
}

extension Sequence where Element == Citation {
  /// The works that they rest on, in the order met: those that a passage itself names, else the source
  /// that the passage stands in. Two sources that both rest on one work are one report.
  public var reports: [RecordID] {
    var reports: [RecordID] = []
    for citation in self {
      for work in citation.via.isEmpty ? [citation.passage.source] : citation.via
      where !reports.contains(work) {
        reports.append(work)
      }
    }
    return reports
  }
}

extension Statement {
  /// Whether no source tells it of its own knowledge: every passage cited names the work that it repeats,
  /// or the source itself passes it on from somebody (`reported`) or as one side's word (`alleged`).
  public var isSecondHand: Bool {
    guard !citations.isEmpty else { return false }
    return basis == .reported || basis == .alleged || citations.allSatisfy { !$0.via.isEmpty }
  }
}
