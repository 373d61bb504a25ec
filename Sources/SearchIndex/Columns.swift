/// Bounds that documents have in a column: of days, of the killed, of the wounded.
extension IndexFile {
  /// A document's bounds in a column; nil where it has none. `Int32.min` and `Int32.max` are open.
  public func bounds(of document: UInt32, in column: Column) -> ClosedRange<Int32>? {
    guard let spans = layout.columns[column.name], spans.documents.contains(document) else {
      return nil
    }
    let at = spans.offset + Int(document - spans.documents.lowerBound) * IndexFormat.spanSize
    guard let low = mapping.number(at: at, as: Int32.self),
      let high = mapping.number(at: at + 4, as: Int32.self), low <= high
    else { return nil }
    return low...high
  }

  /// Documents of a section whose bounds in a column overlap `range`: those that may lie in it.
  /// Every document of the section is looked at.
  public func documents(
    _ column: Column, overlapping range: ClosedRange<Int32>, in section: String
  ) -> Bitmap {
    documents(in: section, where: column) { $0.overlaps(range) }
  }

  /// Documents of a section whose bounds in a column lie wholly within `range`: those that certainly
  /// do. Every document of the section is looked at.
  public func documents(
    _ column: Column, within range: ClosedRange<Int32>, in section: String
  ) -> Bitmap {
    documents(in: section, where: column) { range.contains($0) }
  }

  func documents(
    in section: String, where column: Column, _ holds: (ClosedRange<Int32>) -> Bool
  ) -> Bitmap {
    // Only where the column has bounds, which lie in the file: the rest may be any number.
    guard let spans = layout.columns[column.name] else { return Bitmap(0..<0) }
    let range = documents(in: section).clamped(to: spans.documents)
    return Bitmap(range.filter { bounds(of: $0, in: column).map(holds) ?? false })
  }
}
