/// Indexes batches, for now where they are handed over.
final class Indexing {
  private let maker: RunMaker

  init(_ maker: RunMaker) { self.maker = maker }

  /// Takes a batch, and gives an empty one.
  func hand(over batch: Batch) -> Batch {
    maker.take(batch)
    return batch
  }

  /// Takes the last batch and gives what all became.
  func finish(_ batch: Batch) -> RunMaker {
    maker.take(batch)
    return maker
  }
}
