/// One cell of a screen.
public struct Cell: Hashable, Sendable {
  /// The grapheme that begins in this cell; nil in the second cell of a wide one.
  public var grapheme: Character?
  public var style: Style

  public init(_ grapheme: Character?, style: Style) {
    self.grapheme = grapheme
    self.style = style
  }

  /// An empty cell.
  public static let blank = Cell(" ", style: .plain)
}
