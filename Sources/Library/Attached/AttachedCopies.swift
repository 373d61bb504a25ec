import Model
import Query
import Synchronization

/// The copies of several libraries, for what other libraries answer: a source's text, and how the
/// passages that are cited were found in it.
final class AttachedCopies: Sendable {
  let stores: [SQLiteStore]
  /// Texts that have been read: a copy of a thousand pages takes some milliseconds.
  private let known = Mutex<[RecordID: AttachedCopy]>([:])
  /// How many bytes of texts are kept at most.
  private static let most = 32 << 20

  init(stores: [SQLiteStore]) { self.stores = stores }

  func copy(of source: RecordID) throws(StoreProblem) -> AttachedCopy? {
    if var copy = known.withLock({ $0[source] }) {
      // The file may have changed since.
      for store in stores {
        if let file = try store.read({ try $0.attachedFile(of: source) }) { copy.file = file.state }
      }
      return copy
    }
    for store in stores {
      guard let copy = try store.read({ try $0.copy(of: source) }) else { continue }
      known.withLock { known in
        let kept = known.values.reduce(copy.text.utf8.count) { $0 + $1.text.utf8.count }
        if kept <= Self.most { known[source] = copy }
      }
      return copy
    }
    return nil
  }

  /// Reads what is attached, so that the first citation need not wait for its text.
  func warmUp() {
    for store in stores {
      for source in (try? store.read { try $0.sourcesWithCopies() }) ?? [] {
        _ = try? copy(of: source)
      }
    }
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
