/// How large a screen or a part of it is, in terminal cells. Neither side is ever negative.
public struct Size: Hashable, Sendable {
  /// In cells.
  public let width: Int
  /// In rows.
  public let height: Int

  /// Negative sides count as 0.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}
