import GRDB
import Model
import Query
import SearchIndex

/// Answers one request within one read of the database.
struct Answering {
  let database: Database
  let index: IndexFile
  /// What `in:` calls the library.
  let collection: String
  let names: NameCache
  let found: FoundCache
  let numbers: DocumentNumbers
  /// What is known of the dataset, where the library is one.
  let manifest: DatasetManifest?
  /// Its rows, where it is one of events.
  let dataset: DatasetReading?
  /// What it has in common with collections that stand before it.
  let shared: SharedRecords
  /// The sources whose copies may be read, of a library of copies; nil for all.
  let readable: Set<RecordID>?

  var reading: RecordReading { RecordReading(database: database) }

  func answer(_ request: Request) throws -> Reply {
    switch request {
    case .overview: .overview(try overview())
    case .rows(let request): .rows(try rows(request))
    case .position(let anchor, let request): .position(try position(of: anchor, in: request))
    case .months(let request): .months(try months(of: request))
    case .timeline(let request): .timeline(try timeline(request))
    case .map(let request): .map(try MapPart.marks([map(request)], on: request.grid))
    case .dossier(let id): .dossier(try dossier(id))
    case .reading(let source): .reading(try reading(of: source))
    case .facts(let passage): .facts(try facts(on: passage))
    case .resting(let ground): .resting(try resting(on: ground))
    case .rivals(let id): .rivals(try rivals(of: id))
    case .network(let id): .network(try network(of: id))
    case .search(let expression, let limit): .hits(try search(expression, limit: limit))
    case .support(let request): .support(try support(request))
    case .known:
      preconditionFailure("what was known by a day is a store of its own: SQLiteStore.known")
    }
  }

  /// What the library is called.
  func title() throws -> String {
    if let manifest { return "\(manifest.title) \(manifest.version)" }
    return try meta("title")
  }

  func meta(_ key: String) throws -> String {
    try String.fetchOne(
      database, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key]) ?? ""
  }

  /// What must be told of it so that a result can be had again.
  private func described() throws -> CollectionDescription {
    if let manifest {
      return CollectionDescription(
        kind: .dataset, name: manifest.name, title: manifest.title, version: manifest.version,
        attribution: manifest.attribution)
    }
    return CollectionDescription(
      kind: .casebook, name: collection, title: try title(), version: try meta("version"),
      attribution: try meta("licence"))
  }

  private func overview() throws -> Overview {
    let counts = try RecordKind.allCases.map { ($0, try listed($0).count) }
    return Overview(
      title: try title(), description: try meta("description"),
      counts: Dictionary(uniqueKeysWithValues: counts), collections: [try described()],
      written: manifest == nil ? try heldSources().map(\.written) : [])
  }
}
