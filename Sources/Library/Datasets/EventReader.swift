import Interchange
import SearchIndex

/// Reads the events of rows that are in order, on a thread of its own: while some are written, the next are read.
final class EventReader {
  typealias Found = (event: DatasetEvent, place: RowFile.Place)

  private static let batchSize = 1024

  private let rows: [RowScan.Found]
  private let format: any EventFormat
  private let path: String
  private var file: RowFile
  private var row = FileRow()
  /// How many of the rows were read.
  private var done = 0
  private var reading: [Found] = []
  /// What was given last, and what before: freed on the thread that made it, where memory is quicker given back.
  private var given: [Found] = []
  private var spent: [Found] = []
  private var problem: (any Error)?
  private var thread: Parallel.Work?

  /// What problems call the file is not where its rows are kept.
  init(
    _ rows: [RowScan.Found], _ format: any EventFormat, _ manifest: DatasetManifest,
    in folder: String
  ) throws {
    (self.rows, self.format, path) = (rows, format, manifest.file)
    file = try RowFile(
      path: folder + "/rows.csv", separator: manifest.separatorByte,
      encoding: manifest.fileEncoding)
    begin()
  }

  /// Waits until nothing is being read; must be called before the last reference is given up.
  func stop() {
    thread?.wait()
    thread = nil
  }

  /// The next events; none at the end.
  ///
  /// - Throws: what is wrong with a row; then there are no more.
  func next() throws -> [Found] {
    stop()
    if let problem { throw problem }
    (spent, given, reading) = (given, reading, [])
    if !given.isEmpty { begin() }
    return given
  }

  private func begin() {
    thread = Parallel.begin { [self] in
      do { reading = try some() } catch { problem = error }
    }
  }

  private func some() throws -> [Found] {
    spent = []
    var found: [Found] = []
    found.reserveCapacity(Self.batchSize)
    for row in rows[done...].prefix(Self.batchSize) {
      found.append((try event(row.place), row.place))
    }
    done += found.count
    return found
  }

  private func event(_ place: RowFile.Place) throws -> DatasetEvent {
    guard file.read(place, into: &row) else {
      throw ImportFileProblem.damaged(
        path: path, detail: "the row on line \(place.line) cannot be read again")
    }
    return try format.event(row)
  }
}
