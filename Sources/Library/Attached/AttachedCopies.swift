import Model
import Query

/// The copies of several libraries, for what other libraries answer: a source's text, and how the
/// passages that are cited were found in it.
struct AttachedCopies {
  let stores: [SQLiteStore]

  func copy(of source: RecordID) throws(StoreProblem) -> AttachedCopy? {
    for store in stores {
      if let copy = try store.read({ try $0.copy(of: source) }) { return copy }
    }
    return nil
  }

  func anchors(
    of passages: Set<PassageID>
  ) throws(StoreProblem) -> [PassageID: AnchorState] {
    var found: [PassageID: AnchorState] = [:]
    for source in Set(passages.map(\.source)) {
      for store in stores {
        let anchors = try store.read { try $0.anchors(of: source) }
        for passage in passages where passage.source == source && found[passage] == nil {
          found[passage] = anchors[passage.number]
        }
      }
    }
    return found
  }

  /// A list of passages, each with how it was found.
  func marking(_ window: ListWindow) throws(StoreProblem) -> ListWindow {
    guard window.kind == .passage, !stores.isEmpty else { return window }
    var window = window
    let anchors = try anchors(of: Set(window.rows.compactMap(\.passage)))
    for index in window.rows.indices {
      window.rows[index].anchor = window.rows[index].passage.flatMap { anchors[$0] }
    }
    return window
  }
}

extension ListRow {
  fileprivate var passage: PassageID? {
    if case .passage(let passage) = target { passage } else { nil }
  }
}

extension Dossier {
  /// Every passage that is cited here.
  var cited: Set<PassageID> {
    var statements = record.statements + relations.flatMap(\.statements)
    statements += mentions.map(\.statement)
    var citations = statements.flatMap(\.citations)
    if case .source(let source) = record { citations += source.citations }
    return Set(citations.map(\.passage))
  }
}
