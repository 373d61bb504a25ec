public import Model

/// How much of its sources a casebook codes.
public struct Coverage: Sendable {
  /// What one source, or all of them, gave.
  public struct Row: Hashable, Sendable {
    /// Nil for all sources together, where what several support counts once.
    public var source: RecordID?
    /// Passages, and those among them that a fact or a cited work names.
    public var passages = 0, passagesWithFacts = 0
    /// Records that have a fact or an alias with the source.
    public var groups = 0, people = 0, places = 0, events = 0, relations = 0, themes = 0
    /// Facts that cite it.
    public var statements = 0
    /// Works that it refers to.
    public var works = 0
    /// Questions on which a value that it gives has rivals.
    public var rivals = 0
  }

  /// One a held source, in the order of their ids, then all together.
  public var rows: [Row]
  /// Every question on which values differ, in the order of the records.
  public var rivals: [RivalValues]

  /// Counts what a casebook without problems holds.
  public init(of contents: CasebookContents) {
    rivals = contents.records.flatMap { RivalValues.among($0.statements) }
    let held = contents.records.compactMap { record -> RecordID? in
      if case .source(let source) = record, source.isHeld { source.id } else { nil }
    }
    let found = rivals
    rows = (held.sorted().map(Optional.some) + [nil]).map { source in
      Self.row(source, contents, found)
    }
  }

  private static func row(
    _ source: RecordID?, _ contents: CasebookContents, _ rivals: [RivalValues]
  ) -> Row {
    func names(_ citations: [Citation]) -> Bool {
      source.map { source in citations.contains { $0.passage.source == source } }
        ?? !citations.isEmpty
    }
    var row = Row(source: source)
    var cited: Set<PassageID> = []
    for record in contents.records {
      if case .source(let work) = record, names(work.citations) {
        row.works += 1
        cited.formUnion(work.citations.map(\.passage))
      }
      let statements = record.statements.filter { names($0.citations) }
      row.statements += statements.count
      cited.formUnion(statements.flatMap(\.citations).map(\.passage))
      let isNamed = record.aliases.contains { source.map($0.sources.contains) ?? true }
      guard isNamed || !statements.isEmpty else { continue }
      switch record.kind {
      case .group: row.groups += 1
      case .person: row.people += 1
      case .place: row.places += 1
      case .event: row.events += 1
      case .relation: row.relations += 1
      case .theme: row.themes += 1
      case .source, .passage, .statement, .text: break
      }
    }
    let passages = contents.passages.filter { source == nil || $0.id.source == source }
    row.passages = passages.count
    row.passagesWithFacts = passages.filter { cited.contains($0.id) }.count
    row.rivals =
      rivals.filter { rival in rival.statements.contains { names($0.citations) } }.count
    return row
  }
}
