import Canvas
import Model
import Query
import Text

/// What the cursor stands on, for the keys that take something of it elsewhere: copy, open, pipe, edit.
struct Pointed: Equatable, Sendable {
  var id: RecordID
  var kind: RecordKind
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

  /// As a row of a list.
  var listRow: ListRow {
    if let passage, source != nil {
      return ListRow(target: .passage(passage), kind: .passage, title: "")
    }
    return ListRow(target: .record(id), kind: kind, title: title)
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
    switch focus {
    case .index: pointed(in: panes.index)
    case .events: pointed(in: panes.events)
    case .record: pointedInRecord
    case .reader: pointedInReader
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
