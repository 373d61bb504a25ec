import Model
import Query

/// One thing to be written.
struct ExportItem {
  enum Content {
    case record(Dossier)
    case statement(Statement, of: Dossier)
    case passage(Passage, facts: Int, of: Reading)
  }

  var content: Content
  /// Whether it certainly lies in the dates that the query asks for, or possibly; nil where it asks for none.
  var isCertain: Bool?

  /// In a word for a cell: `certainly`, `possibly`, or nothing.
  var certainty: String? { isCertain.map { $0 ? "certainly" : "possibly" } }

  /// What supports it, each citation once, in the order met.
  var citations: [Citation] {
    switch content {
    case .record(let dossier): dossier.citations
    case .statement(let statement, _): statement.citations
    case .passage(let passage, _, _): [Citation(passage.id)]
    }
  }

  /// How a passage that it cites was found in the reader's copy; nil without a copy.
  func anchor(_ passage: PassageID) -> AnchorState? {
    switch content {
    case .record(let dossier), .statement(_, let dossier): dossier.anchors[passage]
    case .passage(_, _, let reading): reading.copy?.passages[passage.number]?.state
    }
  }

  /// The works that it rests on: itself where it is one, those of its citations and what these go back
  /// to, and those that a dataset's row names.
  var works: [RecordID] {
    var works: [RecordID] = []
    var seen: Set<RecordID> = []
    func add(_ id: RecordID) { if seen.insert(id).inserted { works.append(id) } }
    if case .record(let dossier) = content {
      if case .source(let source) = dossier.record { return [source.id] }
      dossier.row?.sources.forEach(add)
    }
    for citation in citations {
      add(citation.passage.source)
      citation.via.forEach(add)
    }
    return works
  }
}

extension Dossier {
  /// Each citation of any of its facts, or for a source those that refer to it, once.
  var citations: [Citation] {
    if case .source(let source) = record { return source.citations }
    var seen: Set<Citation> = []
    return record.statements.flatMap(\.citations).filter { seen.insert($0).inserted }
  }

  /// What a statement says, with references by their names.
  func words(_ statement: Statement) -> String { statement.value.words { name(of: $0) } }
}

extension Record {
  /// What people call it: a name, an event's or theme's or work's title, or a relation's id.
  var title: String {
    switch self {
    case .group(let group): group.name
    case .person(let person): person.name
    case .place(let place): place.name
    case .event(let event): event.title
    case .relation(let relation): relation.id.rawValue
    case .theme(let theme): theme.title
    case .source(let source): source.name
    }
  }
}
