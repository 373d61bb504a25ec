import Glibc

/// Indexes batches on a thread of its own, so that whoever makes documents need not wait: while one
/// batch is indexed, the next is filled. The thread begins with the first batch that is full.
final class Indexing {
  private let maker: RunMaker
  private var thread: Parallel.Work?
  private var spare = Batch()

  init(_ maker: RunMaker) { self.maker = maker }

  deinit { thread?.wait() }

  /// Takes a batch, and gives an empty one.
  func hand(over batch: Batch) -> Batch {
    thread?.wait()
    let free = spare
    spare = batch
    let maker = maker
    thread = Parallel.begin { maker.take(batch) }
    return free
  }

  /// Takes the last batch and gives what all became.
  func finish(_ batch: Batch) -> RunMaker {
    thread?.wait()
    thread = nil
    maker.take(batch)
    return maker
  }
}

/// Work on another thread. What it uses, nobody else may use until it was waited for.
public enum Parallel {
  /// Work that was begun; it must be waited for.
  public final class Work {
    private var thread = pthread_t()
    private var isRunning = false

    fileprivate init(_ body: @escaping () -> Void) {
      let context = Unmanaged.passRetained(Box(body)).toOpaque()
      let code = pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body()
          return nil
        }, context)
      isRunning = code == 0
      if code != 0 {
        // Without another thread it is done here.
        Unmanaged<Box>.fromOpaque(context).release()
        body()
      }
    }

    /// Returns when the work is done.
    public func wait() {
      if isRunning { pthread_join(thread, nil) }
      isRunning = false
    }
  }

  private final class Box {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }

  /// Begins work; where there is no other thread to be had, it is done before this returns.
  public static func begin(_ body: @escaping () -> Void) -> Work { Work(body) }
}
