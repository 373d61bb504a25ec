import GRDB
import Interchange
import SearchIndex

/// Writes a dataset's rows on a thread of its own, so that whoever makes them need not wait: while some batches are
/// written, the next is filled.
final class RowWriter {
  private static let batchSize = 1 << 18
  /// How many batches wait at most.
  private static let room = 3

  private var batch = newBatch
  private let full = Handover<RowBatch>(room: room)
  private let empty = Handover<RowBatch>(room: room + 1)
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
    for _ in 0..<Self.room { empty.give(Self.newBatch) }
    thread = Parallel.begin { [self] in writeAll() }
  }

  private static var newBatch: RowBatch { RowBatch(capacity: batchSize + 1 << 16) }

  /// Begins a row in a batch; hands over first the one that is full.
  ///
  /// - Throws: what went wrong in writing one before.
  func begin(_ table: RowBatch.Table) throws -> RowBatch {
    if batch.size > Self.batchSize {
      guard full.give(batch), let next = empty.take() else { throw problem }
      batch = next
    }
    batch.begin(table)
    return batch
  }

  /// Writes what is left, and waits for all.
  ///
  /// - Throws: what the database says.
  func finish() throws {
    full.give(batch)
    stop()
    if let failure { throw failure }
  }

  /// Waits until nothing is being written; must be called before the last reference is given up.
  func stop() {
    full.close()
    thread?.wait()
    thread = nil
  }

  private var problem: any Error {
    stop()
    return failure ?? ImportFileProblem.cancelled
  }

  private func writeAll() {
    do {
      while let batch = full.take() {
        try queue.inDatabase { _ in try batch.write { $0 == .event ? event : source } }
        empty.give(batch)
      }
    } catch {
      failure = error
      full.close()
      empty.close()
    }
  }
}
