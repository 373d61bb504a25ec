import Glibc

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
