/// What the mouse did, with its left button or its wheel.
public struct MouseEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: Hashable, Sendable {
    /// The button went down.
    case pressed
    /// The mouse moved with the button down.
    case dragged
    /// The button came up.
    case released
    /// The wheel was turned by one notch: up, towards the beginning, or down.
    case wheelUp, wheelDown
  }

  /// What happened.
  public var kind: Kind
  /// From the top of the screen, or of what the event is given to, from 0.
  public var row: Int
  /// From its left edge, from 0.
  public var column: Int

  /// Takes the parts as they are.
  public init(_ kind: Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}
