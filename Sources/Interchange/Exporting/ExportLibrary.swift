import Model
import Query

/// The library as the formats ask it, each source and each reading but once as long as few are wanted.
final class ExportLibrary {
  private let ask: (Request) throws -> Reply
  private var sources: [RecordID: Source?] = [:]
  private var texts: [RecordID: CopyPositions?] = [:]
  private var held: Reading?
  private var last: Dossier?

  init(ask: @escaping (Request) throws -> Reply) { self.ask = ask }

  func overview() throws -> Overview {
    guard case .overview(let overview) = try ask(.overview) else {
      preconditionFailure("a request for an overview is answered with one")
    }
    return overview
  }

  func rows(_ request: RowRequest) throws -> ListWindow {
    guard case .rows(let window) = try ask(.rows(request)) else {
      preconditionFailure("a request for rows is answered with rows")
    }
    return window
  }

  /// The last one asked for is kept: statements come record by record.
  func dossier(_ id: RecordID) throws -> Dossier {
    if let last, last.record.id == id { return last }
    guard case .dossier(let dossier) = try ask(.dossier(id)) else {
      preconditionFailure("a request for a dossier is answered with one")
    }
    last = dossier
    return dossier
  }

  /// A record that may not be there: a casebook can name a work that another has.
  func dossierIfThere(_ id: RecordID) throws -> Dossier? {
    do {
      return try dossier(id)
    } catch StoreProblem.noSuchRecord {
      return nil
    }
  }

  /// The last one asked for is kept: passages come source by source.
  func reading(_ id: RecordID) throws -> Reading {
    if let held, held.source.id == id { return held }
    guard case .reading(let reading) = try ask(.reading(id)) else {
      preconditionFailure("a request for a reading is answered with one")
    }
    held = reading
    return reading
  }

  func source(_ id: RecordID) throws -> Source? {
    if let source = sources[id] { return source }
    if sources.count >= 4096 { sources.removeAll(keepingCapacity: true) }
    var source: Source?
    if case .source(let found)? = try dossierIfThere(id)?.record { source = found }
    sources[id] = .some(source)
    return source
  }

  /// Where the passages of a source stand in the reader's copy; nil without one.
  func positions(in id: RecordID) throws -> CopyPositions? {
    if let positions = texts[id] { return positions }
    var positions: CopyPositions?
    do {
      positions = try reading(id).copy.map(CopyPositions.init)
    } catch StoreProblem.noSuchRecord {
      positions = nil
    }
    texts[id] = .some(positions)
    return positions
  }
}
