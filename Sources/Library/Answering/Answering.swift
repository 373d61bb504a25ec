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
  /// What is known of the dataset, where the library is one.
  let manifest: DatasetManifest?
  /// Its rows, where it is one of events.
  let dataset: DatasetReading?
  /// What it has in common with collections that stand before it.
  let shared: SharedRecords

  var reading: RecordReading { RecordReading(database: database) }

  func answer(_ request: Request) throws -> Reply {
    switch request {
    case .overview: .overview(try overview())
    case .rows(let request): .rows(try rows(request))
    case .position(let anchor, let request): .position(try position(of: anchor, in: request))
    case .months(let request): .months(try months(of: request))
    case .map(let request): .map(try MapPart.marks([map(request)], on: request.grid))
    case .dossier(let id): .dossier(try dossier(id))
    case .reading(let source): .reading(try reading(of: source))
    case .facts(let passage): .facts(try facts(on: passage))
    case .resting(let ground): .resting(try resting(on: ground))
    case .rivals(let id): .rivals(try rivals(of: id))
    case .search(let expression, let limit): .hits(try search(expression, limit: limit))
    }
  }

  /// What the library is called.
  func title() throws -> String {
    if let manifest { return "\(manifest.title) \(manifest.version)" }
    return try meta("title")
  }

  private func meta(_ key: String) throws -> String {
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
      counts: Dictionary(uniqueKeysWithValues: counts), collections: [try described()])
  }
}
