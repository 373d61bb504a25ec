import GRDB
import SearchIndex

/// Writes a dataset's rows on a thread of its own, so that whoever makes them need not wait: while one batch is
/// written, the next is filled.
final class RowWriter {
  /// Large enough that handing over costs nothing, and small enough that little is left at the end.
  private static let batchSize = 1 << 19

  /// What is being filled.
  private(set) var batch = RowBatch(capacity: batchSize + 1 << 16)
  private var spare = RowBatch(capacity: batchSize + 1 << 16)
  private let queue: DatabaseQueue
  private let event: InsertStatement
  private let source: InsertStatement
  private var thread: Parallel.Work?
  private var failure: (any Error)?

  init(_ queue: DatabaseQueue) throws {
    self.queue = queue
    (event, source) = try queue.inDatabase { database in
      let event = try InsertStatement(
        database, "INSERT INTO listing VALUES (?, 'event', ?, ?, ?, ?, ?, ?, 0, 1, ?, ?, ?, ?)")
      let source = try InsertStatement(
        database,
        "INSERT INTO source VALUES (?, ?, '', ?, NULL, NULL, ?, NULL, NULL, 'article', NULL, 0, NULL)"
      )
      return (event, source)
    }
  }

  /// Waits until nothing is being written; must be called before the last reference is given up.
  func stop() {
    thread?.wait()
    thread = nil
  }

  /// Begins a row in the batch; hands it over first where it is full.
  ///
  /// - Throws: what went wrong in writing one before.
  func begin(_ table: RowBatch.Table) throws -> RowBatch {
    if batch.size > Self.batchSize { try handOver() }
    batch.begin(table)
    return batch
  }

  /// Writes what is left, and waits for all.
  ///
  /// - Throws: what the database says.
  func finish() throws {
    try handOver()
    try wait()
  }

  private func handOver() throws {
    try wait()
    swap(&batch, &spare)
    let full = spare
    thread = Parallel.begin { [self] in
      do {
        try queue.inDatabase { _ in try full.write { $0 == .event ? event : source } }
      } catch {
        failure = error
      }
    }
  }

  private func wait() throws {
    stop()
    if let failure { throw failure }
  }
}
