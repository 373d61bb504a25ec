/// How far an import has come, and whether it is to go on.
public struct ImportProgress: Sendable {
  /// What is being done.
  public enum Step: String, Sendable {
    case copying = "copying"
    case reading = "reading"
    case indexing = "indexing"
    /// The index is put together; how far that is, is not known.
    case finishing = "putting the index together"
    case comparing = "comparing"
  }

  /// What is being done.
  public var step: Step
  /// How much of it is done, of `total`: bytes of a file that is copied or read, rows else.
  public var done: Int
  /// What there is to do; 0 where that is not known.
  public var total: Int
  /// Rows taken so far.
  public var rows: Int

  /// Is told from time to time; false ends the import, and leaves all as it was.
  public typealias Watcher = (ImportProgress) -> Bool
}
