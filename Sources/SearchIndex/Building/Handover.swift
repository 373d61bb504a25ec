import Glibc

/// Hands things from one thread to another in order. Whoever gives waits while there is no room, whoever
/// takes while there is nothing: a few are under way, so that neither waits for the other's every turn.
public final class Handover<Element> {
  private let room: Int
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [Element] = []
  private var isClosed = false

  /// With room for so many.
  public init(room: Int) {
    self.room = room
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(mutex)
    change.deallocate()
    mutex.deallocate()
  }

  /// Gives something away, which is not to be used then; false where nobody takes any more.
  @discardableResult
  public func give(_ element: Element) -> Bool {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while waiting.count >= room, !isClosed { pthread_cond_wait(change, mutex) }
    if isClosed { return false }
    waiting.append(element)
    pthread_cond_broadcast(change)
    return true
  }

  /// What was given first of what is left; nil where nothing is and nothing will be.
  public func take() -> Element? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while waiting.isEmpty, !isClosed { pthread_cond_wait(change, mutex) }
    if waiting.isEmpty { return nil }
    pthread_cond_broadcast(change)
    return waiting.removeFirst()
  }

  /// Nothing more is given; what was can still be taken.
  public func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(mutex)
  }
}
