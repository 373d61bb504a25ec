import GRDB
import Model
import SearchIndex
import Synchronization

/// The groups, people and places that a collection has in common with those that stand before it, by their
/// ids: they are listed once, where they stand first.
final class SharedRecords: Sendable {
  private struct State {
    /// The collections before this one, and this one.
    var stores: [Weak] = []
    var hidden: [RecordKind: Bitmap] = [:]
  }

  private struct Weak: Sendable {
    weak var store: SQLiteStore?
  }

  private let state = Mutex(State())

  /// Kinds whose ids may be those of another collection's records too.
  private static let kinds: Set<RecordKind> = [.group, .person, .place]

  /// Tells collections in what order they stand.
  static func connect(_ stores: [SQLiteStore]) {
    for (index, store) in stores.enumerated() where index > 0 {
      let before = stores[...index].map { Weak(store: $0) }
      store.shared.state.withLock { $0 = State(stores: before) }
    }
  }

  /// The documents of a kind that stand for a record of an earlier collection; nil where there are none.
  func hidden(_ kind: RecordKind) throws -> Bitmap? {
    guard Self.kinds.contains(kind) else { return nil }
    let (stores, known) = state.withLock { ($0.stores.compactMap(\.store), $0.hidden[kind]) }
    if let known { return known }
    guard stores.count > 1, let own = stores.last else { return nil }
    var earlier: Set<String> = []
    for store in stores.dropLast() { earlier.formUnion(try store.ids(of: kind).map(\.id)) }
    let hidden = Bitmap(
      try own.ids(of: kind).filter { earlier.contains($0.id) }.map(\.document).sorted())
    state.withLock { $0.hidden[kind] = hidden }
    return hidden
  }
}

extension SQLiteStore {
  /// The ids of all records of a kind, and their numbers.
  fileprivate func ids(of kind: RecordKind) throws -> [(id: String, document: UInt32)] {
    try queue.unsafeReentrantRead { database in
      try Row.fetchAll(
        database, sql: "SELECT id, document FROM record WHERE kind = ?", arguments: [kind.rawValue]
      ).map { ($0["id"], UInt32($0["document"] as Int)) }
    }
  }
}
