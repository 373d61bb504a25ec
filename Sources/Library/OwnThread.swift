import Foundation

/// Runs a task on a thread of its own: what works for a second without a pause would hold one of the few threads that
/// all questions share, on a small machine the only one.
final class OwnThread: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    Thread.detachNewThread { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
