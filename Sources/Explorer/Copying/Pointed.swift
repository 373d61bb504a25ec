import Canvas
import Model
import Query
import Text

/// What the cursor stands on, for the keys that take something of it elsewhere: copy, open, pipe, edit.
struct Pointed: Equatable, Sendable {
  var id: RecordID
  /// Nil where it is not known here.
  var kind: RecordKind?
  /// What people call it.
  var title: String
  /// The work itself, where it is one, or the one that is read.
  var source: Source?
  /// What it rests on: a fact's citations, or those of all facts of a record, each passage once.
  var citations: [Citation] = []
  /// The fact under the cursor.
  var statement: RecordID?
  /// The passage under the cursor.
  var passage: PassageID?
  /// The row of a dataset that it is made from.
  var row: DatasetRow?
  /// The words of the passage in the reader's own copy.
  var quote: String?
  /// The passage as the casebook has it.
  var digest: String?
  /// What works are called, as far as that is at hand.
  var names: [RecordID: String] = [:]

  /// The id that `adduce show` takes: of the passage, of the fact, or of the record.
  var shownID: String { passage?.description ?? (statement ?? id).rawValue }

  /// As a row of a list; nil where it is not known of which kind.
  var listRow: ListRow? {
    if let passage, source != nil {
      return ListRow(target: .passage(passage), kind: .passage, title: "")
    }
    return kind.map { ListRow(target: .record(id), kind: $0, title: title) }
  }

  /// The works that must be known to say where it comes from.
  var works: [RecordID] {
    var works: [RecordID] = []
    for work in citations.map(\.passage.source) + (row?.sources ?? []) where !works.contains(work) {
      if work != source?.id { works.append(work) }
    }
    return works
  }
}

extension ExplorerState {
  /// What the cursor stands on; nil where that is nothing, or has not come yet.
  var pointed: Pointed? {
    if let part = overlay?.part { return part.pointed(in: overlaySize) }
    switch focus {
    case .index: return pointed(in: panes.index)
    case .events: return pointed(in: panes.events)
    case .record: return pointedInRecord
    case .reader: return pointedInReader
    }
  }

  private func pointed(in list: ListPane) -> Pointed? {
    guard let row = list.selected, case .record(let id) = row.target,
      let dossier = panes.record.dossier, dossier.record.id == id
    else { return nil }
    return Pointed(all: dossier)
  }

  private var pointedInRecord: Pointed? {
    guard let dossier = panes.record.dossier else { return nil }
    var pointed = Pointed(all: dossier)
    let width = layout.body(of: .record).width
    guard let item = panes.record.selected(width: width), dossier.row == nil else { return pointed }
    let items = panes.record.page(width: width)?.items ?? []
    pointed.statement = item.statement
    if item.statement != nil || !item.citations.isEmpty { pointed.citations = item.citations }
    // The first item of a fact is the fact; the others are its citations.
    let first = items.firstIndex { $0.statement == item.statement }
    if case .passage(let passage, let citations)? = item.destination, !citations.isEmpty,
      item.statement == nil || first != panes.record.cursor.item
    {
      pointed.passage = passage
      pointed.citations = citations.filter { $0.passage == passage }
      pointed.source = nil
    }
    return pointed
  }

  private var pointedInReader: Pointed? {
    guard let reader = panes.reader, let reading = reader.reading,
      let passage = reader.selected ?? reader.cited
    else { return nil }
    let cited = reader.citations.filter { $0.passage == passage }
    let range = reader.copy?.passages[passage.number]?.range
    return Pointed(
      id: reading.source.id, kind: .source, title: reading.source.name, source: reading.source,
      citations: passage == reader.cited && !cited.isEmpty ? cited : [Citation(passage)],
      passage: passage,
      quote: range.flatMap { range in reader.copy?.text[bytes: range] }.map(String.init),
      digest: reading.passages.first { $0.id == passage }?.digest,
      names: panes.record.dossier?.names ?? [:])
  }
}

extension Pointed {
  /// A fact that something lists.
  init(_ fact: Fact) {
    self.init(fact.statement, of: fact.subjectKind, named: fact.subject)
  }

  /// A statement about a record of a kind, so far as that is known, and of a name.
  init(_ statement: Statement, of kind: RecordKind?, named title: String) {
    self.init(
      id: statement.subject, kind: kind, title: title, citations: statement.citations,
      statement: statement.id)
  }

  /// A whole record.
  init(all dossier: Dossier) {
    self.init(
      id: dossier.record.id, kind: dossier.record.kind, title: dossier.name(of: dossier.record.id),
      row: dossier.row, names: dossier.names)
    if case .source(let source) = dossier.record {
      self.source = source
      title = source.name
      return
    }
    if dossier.row != nil { return }
    for citation in dossier.record.statements.flatMap(\.citations)
    where !citations.contains(citation) { citations.append(citation) }
  }
}
