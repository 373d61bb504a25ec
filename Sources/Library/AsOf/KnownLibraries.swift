import Foundation
import GRDB
public import Model
public import Query
import Synchronization

/// Libraries of what could be known by some day. They are libraries like any other, made of what is left of a
/// casebook, so that lists, counts, search and pages cannot show what came later.
///
/// Days between which no source was written have one and the same.
final class KnownLibraries<Library: Sendable>: Sendable {
  /// How many are kept open.
  private static var limit: Int { 4 }

  private let open = Mutex<[(sources: Set<RecordID>, library: Library)]>([])

  /// The library of what these sources say; whoever asks for one that is being made waits for it.
  func library(
    of sources: Set<RecordID>, make: () throws(StoreProblem) -> Library
  ) throws(StoreProblem) -> Library {
    let result: Result<Library, StoreProblem> = open.withLock { open in
      if let known = open.first(where: { $0.sources == sources }) { return .success(known.library) }
      do throws(StoreProblem) {
        let library = try make()
        if open.count == Self.limit { open.removeFirst() }
        open.append((sources, library))
        return .success(library)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}

extension SQLiteStore {
  /// The library of what could be known by the end of a day.
  func known(by day: DayNumber) throws(StoreProblem) -> SQLiteStore {
    let sources = try read { try $0.sources(writtenBy: day) }
    return try knownLibraries.library(of: sources) { () throws(StoreProblem) in
      try known(from: sources)
    }
  }

  /// The library of what these held sources say. Its files are gone as soon as they are open: it is as
  /// quickly made again.
  func known(from sources: Set<RecordID>) throws(StoreProblem) -> SQLiteStore {
    let (contents, version) = try read { try $0.contents() }
    let folder = "\(path)/known.\(UUID().uuidString)"
    let manager = FileManager.default
    defer { try? manager.removeItem(atPath: folder) }
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Indexing(contents: contents.known(from: sources), version: version).write(into: folder)
      return try SQLiteStore(known: folder, of: self)
    } catch {
      throw problem(error)
    }
  }
}

extension Collections {
  /// What could be known by the end of a day: casebooks as they could be read then, and the copies of the
  /// sources that could be read. Datasets are left out: of a release it is known which version it is, not
  /// when its rows could be known.
  public func known(by day: DayNumber) throws(StoreProblem) -> Collections {
    var sources: Set<RecordID> = []
    for store in stores where store.isCasebook {
      sources.formUnion(try store.read { try $0.sources(writtenBy: day) })
    }
    return try knownLibraries.library(of: sources) { () throws(StoreProblem) in
      var known: [SQLiteStore] = []
      for store in stores where store.isCasebook { known.append(try store.known(by: day)) }
      if known.isEmpty { known.append(try stores[0].known(from: [])) }
      for store in stores where store.hasCopies { known.append(try store.readable(sources)) }
      return Collections(known)
    }
  }
}
