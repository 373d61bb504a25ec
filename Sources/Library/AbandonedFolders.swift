import Foundation

/// What programs left in a cache that were ended while they wrote: folders `NAME.PROCESS` and `NAME.PROCESS.MORE`.
enum AbandonedFolders {
  /// Removes those whose process is no more; what is being written now is left alone.
  static func remove(in place: String) {
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: place)) ?? [] {
      let parts = name.split(separator: ".")
      guard (2...3).contains(parts.count), let process = pid_t(parts[1]), process > 0 else {
        continue
      }
      // A signal 0 is not sent; what counts is whether it could be.
      if kill(process, 0) != 0, errno == ESRCH {
        try? manager.removeItem(atPath: "\(place)/\(name)")
      }
    }
  }
}
