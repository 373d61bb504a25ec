import Foundation
import GRDB
public import Model
public import Query

extension SQLiteStore {
  /// The library of what could be known by the end of a day; cancelling the task ends its making.
  func known(by day: DayNumber) async throws(StoreProblem) -> SQLiteStore {
    try await knownLibraries.made(by: day) { () throws(StoreProblem) in
      [try read { try $0.sources(writtenBy: day) }]
    } make: { [self] sources throws(StoreProblem) in
      try known(from: sources[0])
    }
  }

  /// The same at once, on the thread that asks.
  func knownNow(by day: DayNumber) throws(StoreProblem) -> SQLiteStore {
    try knownLibraries.madeNow(by: day) { () throws(StoreProblem) in
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
    AbandonedFolders.remove(in: place)
    let folder = "\(place)/known.\(getpid()).\(UUID().uuidString)"
    defer { try? manager.removeItem(atPath: folder) }
    do {
      try manager.createDirectory(
        atPath: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
      try Indexing(contents: try contents.known(from: sources), version: version)
        .write(into: folder)
      try LongWork.step()
      return try SQLiteStore(known: folder, of: self)
    } catch {
      throw problem(error)
    }
  }
}

extension Collections {
  /// What could be known by the end of a day: casebooks as they could be read then, and the copies of the
  /// sources that could be read. Datasets are left out: of a release it is known which version it is, not
  /// when its rows could be known. Cancelling the task ends the making, unless another question waits for it.
  public func known(by day: DayNumber) async throws(StoreProblem) -> Collections {
    try await knownLibraries.made(by: day) { () throws(StoreProblem) in
      try sources(writtenBy: day)
    } make: { [self] sources throws(StoreProblem) in
      try known(from: sources)
    }
  }

  /// The same at once, on the thread that asks.
  func knownNow(by day: DayNumber) throws(StoreProblem) -> Collections {
    try knownLibraries.madeNow(by: day) { () throws(StoreProblem) in
      try sources(writtenBy: day)
    } make: { sources throws(StoreProblem) in
      try known(from: sources)
    }
  }

  private func sources(writtenBy day: DayNumber) throws(StoreProblem) -> [Set<RecordID>] {
    var sources: [Set<RecordID>] = []
    for store in stores where store.isCasebook {
      sources.append(try store.read { try $0.sources(writtenBy: day) })
    }
    return sources
  }

  private func known(from sources: [Set<RecordID>]) throws(StoreProblem) -> Collections {
    var known: [SQLiteStore] = []
    for (store, written) in zip(stores.filter(\.isCasebook), sources) {
      known.append(try store.known(from: written))
    }
    if known.isEmpty { known.append(try stores[0].known(from: [])) }
    let readable = sources.reduce(into: Set()) { $0.formUnion($1) }
    for store in stores where store.hasCopies { known.append(try store.readable(readable)) }
    return Collections(known)
  }
}
