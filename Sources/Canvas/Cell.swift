/// One cell of a screen.
public struct Cell: Hashable, Sendable {
  /// The grapheme that begins in this cell; nil in the second cell of a wide one.
  public var grapheme: Character?
  /// What the cell means.
  public var style: Style

  /// A cell that shows a grapheme, or the second half of a wide one.
  public init(_ grapheme: Character?, style: Style) {
    self.grapheme = grapheme
    self.style = style
  }

  /// An empty cell.
  public static let blank = Cell(" ", style: .plain)
}
