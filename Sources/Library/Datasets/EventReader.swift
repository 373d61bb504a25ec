import Interchange
import SearchIndex

/// Reads the events of rows that are in order, on a thread of its own: while some are written, the next are read.
final class EventReader {
  typealias Found = (event: DatasetEvent, place: RowFile.Place)

  private static let batchSize = 512
  /// How many batches wait at most.
  private static let room = 3

  private let rows: [RowScan.Found]
  private let format: any EventFormat
  private let path: String
  private var file: RowFile
  private var row = FileRow()
  private let read = Handover<[Found]>(room: room)
  /// What was used, to be freed on the thread that made it, where memory is quicker given back.
  private let used = Handover<[Found]>(room: 2 * room)
  private var given: [Found] = []
  private var problem: (any Error)?
  private var thread: Parallel.Work?

  /// Begins to read rows that are kept in a folder; problems call the file by the name it came with.
  init(
    _ rows: [RowScan.Found], _ format: any EventFormat, _ manifest: DatasetManifest,
    in folder: String
  ) throws {
    (self.rows, self.format, path) = (rows, format, manifest.file)
    file = try RowFile(
      path: folder + "/rows.csv", separator: manifest.separatorByte,
      encoding: manifest.fileEncoding)
    thread = Parallel.begin { [self] in readAll() }
  }

  /// Waits until nothing is being read; must be called before the last reference is given up.
  func stop() {
    read.close()
    used.close()
    thread?.wait()
    thread = nil
  }

  /// The next events; none at the end.
  ///
  /// - Throws: what is wrong with a row; then there are no more.
  func next() throws -> [Found] {
    if !given.isEmpty { used.give(given) }
    given = read.take() ?? []
    if given.isEmpty {
      stop()
      if let problem { throw problem }
    }
    return given
  }

  private func readAll() {
    defer { read.close() }
    do {
      var (done, batches) = (0, 0)
      while done < rows.count {
        let some = try self.some(from: done)
        done += some.count
        batches += 1
        guard read.give(some) else { return }
        // So many wait or are being used; one more was.
        if batches > Self.room + 1 { _ = used.take() }
      }
    } catch {
      problem = error
    }
  }

  private func some(from first: Int) throws -> [Found] {
    var some: [Found] = []
    some.reserveCapacity(Self.batchSize)
    for row in rows[first...].prefix(Self.batchSize) {
      some.append((try event(row.place), row.place))
    }
    return some
  }

  private func event(_ place: RowFile.Place) throws -> DatasetEvent {
    guard file.read(place, into: &row) else {
      throw ImportFileProblem.damaged(
        path: path, detail: "the row on line \(place.line) cannot be read again")
    }
    var event = try format.event(row)
    event.location = format.location(row)
    return event
  }
}
