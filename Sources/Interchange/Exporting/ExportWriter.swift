/// Writes one format piece by piece.
protocol ExportWriter {
  /// What stands before the first record; counts and collections are known, anchors are not.
  mutating func begin(_ provenance: Provenance) -> String
  mutating func piece(for item: ExportItem, from library: ExportLibrary) throws -> String
  /// What stands after the last; all is known.
  mutating func end(_ provenance: Provenance) -> String
}
