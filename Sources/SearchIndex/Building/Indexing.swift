/// Indexes batches on a thread of its own, so that whoever makes documents need not wait: while some
/// are indexed, the next is filled. The thread begins with the first batch that is full.
final class Indexing {
  /// How many batches wait at most.
  private static let room = 2

  private let maker: RunMaker
  private let full = Handover<Batch>(room: room)
  private let empty = Handover<Batch>(room: room + 1)
  private var thread: Parallel.Work?

  init(_ maker: RunMaker) { self.maker = maker }

  deinit { stop() }

  /// Takes a batch, and gives an empty one.
  func hand(over batch: Batch) -> Batch {
    if thread == nil { begin() }
    full.give(batch)
    return empty.take() ?? Batch()
  }

  private func begin() {
    for _ in 0..<Self.room { empty.give(Batch()) }
    let (maker, full, empty) = (maker, full, empty)
    thread = Parallel.begin {
      while let batch = full.take() {
        maker.take(batch)
        empty.give(batch)
      }
    }
  }

  private func stop() {
    full.close()
    thread?.wait()
    thread = nil
  }

  /// Takes the last batch and gives what all became.
  func finish(_ batch: Batch) -> RunMaker {
    stop()
    maker.take(batch)
    return maker
  }
}
