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

  private struct State {
    var open: [(sources: [Set<RecordID>], made: Library)] = []
    /// The sources that were written by a day, of days asked for lately.
    var sources: [DayNumber: [Set<RecordID>]] = [:]
  }

  private let state = Mutex(State())

  /// The library of a day; whoever asks for one that is being made waits for it.
  ///
  /// - Parameters:
  ///   - sources: the held sources that were certainly written by then, casebook by casebook.
  ///   - make: makes the library of what they say.
  func made(
    by day: DayNumber, sources: () throws(StoreProblem) -> [Set<RecordID>],
    make: ([Set<RecordID>]) throws(StoreProblem) -> Library
  ) throws(StoreProblem) -> Library {
    let result: Result<Library, StoreProblem> = state.withLock { state in
      do throws(StoreProblem) {
        let written: [Set<RecordID>]
        if let known = state.sources[day] { written = known } else { written = try sources() }
        if state.sources.count > 1000 { state.sources = [:] }
        state.sources[day] = written
        if let known = state.open.first(where: { $0.sources == written }) {
          return .success(known.made)
        }
        let library = try make(written)
        if state.open.count == Self.limit { state.open.removeFirst() }
        state.open.append((written, library))
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
    try knownLibraries.made(by: day) { () throws(StoreProblem) in
      [try read { try $0.sources(writtenBy: day) }]
    } make: { sources throws(StoreProblem) in
      try known(from: sources[0])
    }
  }

  /// The library of what these held sources say. Its files are gone as soon as they are open: it is as
  /// quickly made again.
  func known(from sources: Set<RecordID>) throws(StoreProblem) -> SQLiteStore {
    let (contents, version) = try read { try $0.contents() }
    let manager = FileManager.default
    // The cache may have been deleted since; what is open of it is still there.
    let place = manager.fileExists(atPath: path) ? path : manager.temporaryDirectory.path
    let folder = "\(place)/known.\(UUID().uuidString)"
    defer { try? manager.removeItem(atPath: folder) }
    do {
      try manager.createDirectory(
        atPath: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
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
    try knownLibraries.made(by: day) { () throws(StoreProblem) in
      var sources: [Set<RecordID>] = []
      for store in stores where store.isCasebook {
        sources.append(try store.read { try $0.sources(writtenBy: day) })
      }
      return sources
    } make: { sources throws(StoreProblem) in
      var known: [SQLiteStore] = []
      for store in stores where store.isCasebook { known.append(try store.known(by: day)) }
      if known.isEmpty { known.append(try stores[0].known(from: [])) }
      let readable = sources.reduce(into: Set()) { $0.formUnion($1) }
      for store in stores where store.hasCopies { known.append(try store.readable(readable)) }
      return Collections(known)
    }
  }
}
