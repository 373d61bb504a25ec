public import Casebook
import Foundation
import GRDB
public import Model
public import Query
import SearchIndex

/// The library on this machine: records in SQLite, and the search index beside them.
///
/// Both are made from a casebook at the first start and again when one of its files has changed;
/// they are a cache, and what is damaged is thrown away and built anew.
public final class SQLiteStore: EvidenceStore {
  let queue: DatabaseQueue
  let index: IndexFile
  private let names = NameCache()
  /// What is known of it, where it is a dataset.
  private let manifest: DatasetManifest?
  /// The rows of its file, where it is a dataset of events.
  private let dataset: DatasetReading?
  /// What it has in common with collections that stand before it.
  let shared = SharedRecords()
  private let found = FoundCache()
  /// What of it could be known by some day.
  let knownLibraries = KnownLibraries<SQLiteStore>()
  /// The sources whose copies may be read, of a library of copies; nil for all.
  private let readable: Set<RecordID>?
  private let numbers = DocumentNumbers()
  /// What `in:` calls it: the name of the casebook's folder.
  let name: String
  /// What its reader should know: that it was damaged and has been built anew.
  public let notice: String?
  /// Whether it is the library of attached copies.
  let hasCopies: Bool
  /// Where the files lie.
  public let path: String

  /// Opens the library of a casebook, building it where there is none for its files as they are.
  ///
  /// - Parameter cache: the folder for caches, `$XDG_CACHE_HOME` or `~/.cache`.
  /// - Throws: `LibraryProblem`; a casebook with problems is not opened at all. Cancelling the task ends the work.
  public static func open(
    _ casebook: CasebookFolder, cache: String
  ) throws(LibraryProblem) -> SQLiteStore {
    guard casebook.exists else { throw .noCasebook(path: casebook.path) }
    let folder = LibraryFolder(casebook, cache: cache)
    var notice: String?
    if folder.exists {
      do {
        return try SQLiteStore(folder)
      } catch {
        notice = "the library of \(folder.name) could not be read and was built anew (\(error))"
        folder.remove()
      }
    }
    let (contents, problems) = CasebookReader.read(casebook) { !LongWork.isUnwanted }
    if LongWork.isUnwanted { throw .cancelled }
    guard problems.isEmpty else { throw .invalid(problems) }
    do {
      try folder.build {
        try Indexing(contents: contents, version: casebook.version).write(into: $0)
      }
      return try SQLiteStore(folder, notice: notice)
    } catch let error as CocoaError {
      throw .cache(path: folder.path, detail: error.localizedDescription)
    } catch {
      if LongWork.hasStopped(error) { throw .cancelled }
      throw .cache(path: folder.path, detail: "\(error)")
    }
  }

  /// Opens the library of an imported dataset; one of another version of adduce is built anew from its rows.
  ///
  /// - Throws: `LibraryProblem.dataset` where it cannot be read.
  public static func open(_ dataset: InstalledDataset) throws(LibraryProblem) -> SQLiteStore {
    do {
      let current = try DatasetRebuilding(dataset).current()
      return try SQLiteStore(
        current.path, name: current.manifest.name, manifest: current.manifest,
        dataset: current.manifest.content == .events ? try DatasetReading(current) : nil)
    } catch {
      if Task.isCancelled { throw .cancelled }
      throw .dataset(path: dataset.path, detail: "\(error)")
    }
  }

  /// The library of attached copies.
  convenience init(attached folder: LibraryFolder) throws {
    try self.init(folder.path, name: folder.name, hasCopies: true)
  }

  /// A part of a library, made of what could be known of it by some day.
  convenience init(known folder: String, of whole: SQLiteStore) throws {
    try self.init(folder, name: whole.name)
  }

  /// The copies of these sources alone.
  func readable(_ sources: Set<RecordID>) throws(StoreProblem) -> SQLiteStore {
    do {
      return try SQLiteStore(path, name: name, hasCopies: true, readable: sources)
    } catch {
      throw problem(error)
    }
  }

  /// Whether it is that of a casebook, and not of a dataset or of copies.
  var isCasebook: Bool { manifest == nil && !hasCopies }

  private convenience init(_ folder: LibraryFolder, notice: String? = nil) throws {
    try self.init(folder.path, name: folder.name, notice: notice)
  }

  private init(
    _ path: String, name: String, notice: String? = nil, hasCopies: Bool = false,
    manifest: DatasetManifest? = nil, dataset: DatasetReading? = nil,
    readable: Set<RecordID>? = nil
  ) throws {
    self.readable = readable
    self.manifest = manifest
    self.dataset = dataset
    self.hasCopies = hasCopies
    self.path = path
    self.notice = notice
    self.name = name
    var configuration = Configuration()
    configuration.readonly = true
    if hasCopies {
      // A text of a thousand pages is read whole: through a mapping, not a page at a time.
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA mmap_size = 1073741824") }
    }
    queue = try DatabaseQueue(path: path + "/records.sqlite", configuration: configuration)
    index = try IndexFile(mapping: path + "/index.adx")
    // A file that is no database is only noticed when it is read.
    try queue.read {
      _ = try String.fetchOne($0, sql: "SELECT value FROM meta WHERE key = 'title'")
    }
  }

  /// Answers one request on the queue of the database; cancelling the task interrupts it.
  public func answer(_ request: Request) async throws(StoreProblem) -> Reply {
    if case .known(let day, let request) = request {
      return try await known(by: day).answer(request)
    }
    do {
      return try await queue.read { [self] database in
        try answering(database) { try $0.answer(request) }
      }
    } catch {
      throw problem(error)
    }
  }

  /// Answers at once, on the thread that asks: for the command line.
  public func answerNow(_ request: Request) throws(StoreProblem) -> Reply {
    if case .known(let day, let request) = request {
      return try knownNow(by: day).answerNow(request)
    }
    return try read { try $0.answer(request) }
  }

  /// How the passages of a source were found in its attached copy, by their numbers; empty without one.
  public func anchors(of source: RecordID) throws(StoreProblem) -> [AnchorState] {
    try read { try $0.anchors(of: source) }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Makes the names ready that search looks through, so that the first key of a search need not wait;
  /// the database is held only while they are read.
  func warmUp() {
    for field in [QueryExpression.Field.group, .person, .place] where !names.has(field) {
      guard let called = try? read({ try $0.called(field) }) else { return }
      names.keep(NameIndex(called), of: field)
    }
    index.readyPoints(in: RecordKind.event.rawValue, .all)
  }

  /// Reads within one transaction, on the thread that asks.
  func read<Value>(
    _ body: (Answering) throws -> Value
  ) throws(StoreProblem) -> Value {
    // Within a task: what nobody waits for any longer is not begun.
    if Task.isCancelled { throw .cancelled }
    do {
      return try queue.read { try answering($0, body) }
    } catch {
      throw problem(error)
    }
  }

  /// An answer is believed when no part of the index that was read for it was found to be damaged.
  private func answering<Value>(
    _ database: Database, _ body: (Answering) throws -> Value
  ) throws -> Value {
    let value = try body(
      Answering(
        database: database, index: index, collection: name, names: names, found: found,
        numbers: numbers, manifest: manifest, dataset: dataset, shared: shared, readable: readable))
    try index.check()
    return value
  }

  func problem(_ error: any Error) -> StoreProblem {
    switch error {
    case let problem as StoreProblem: return problem
    case is CancellationError: return .cancelled
    case IndexProblem.cancelled: return .cancelled
    case let error as IndexProblem: return .damaged(path: path, detail: "\(error)")
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_INTERRUPT, .SQLITE_ABORT: return .cancelled
      case .SQLITE_FULL: return .full(path: path)
      default: return .damaged(path: path, detail: error.description)
      }
    default: return .damaged(path: path, detail: "\(error)")
    }
  }
}
