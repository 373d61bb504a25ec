/// Bounds that documents have in a column: of days, of the killed, of the wounded.
extension IndexFile {
  /// A document's bounds in a column; nil where it has none. `Int32.min` and `Int32.max` are open.
  public func bounds(of document: UInt32, in column: Column) -> ClosedRange<Int32>? {
    guard let spans = layout.columns[column.name] else { return nil }
    return bounds(of: document, in: spans)
  }

  func bounds(of document: UInt32, in spans: IndexLayout.Spans) -> ClosedRange<Int32>? {
    guard spans.documents.contains(document) else { return nil }
    let place = Int(document - spans.documents.lowerBound)
    return block(place / IndexFormat.documentsPerBlock, of: spans)?
      .bounds(place % IndexFormat.documentsPerBlock)
  }

  /// A block of a column; nil where it is damaged.
  @inline(__always)
  func block(_ index: Int, of spans: IndexLayout.Spans) -> ColumnBlock? {
    let at = spans.directory.lowerBound + index * IndexFormat.columnBlockSize
    let rest = spans.documents.count - index * IndexFormat.documentsPerBlock
    guard let entry = layout.blocks.bytes(at..<(at + IndexFormat.columnBlockSize)) else {
      return nil
    }
    return ColumnBlock(entry: entry, count: min(rest, IndexFormat.documentsPerBlock)) { place in
      guard place.upperBound <= spans.data.count else { return nil }
      let start = spans.data.lowerBound
      return layout.blocks.bytes((start + place.lowerBound)..<(start + place.upperBound))
    }
  }

  /// Documents of a section whose bounds in a column overlap `range`: those that may lie in it.
  /// Costs about a millisecond for a million documents.
  public func documents(
    _ column: Column, overlapping range: ClosedRange<Int32>, in section: String
  ) -> Bitmap {
    documents(in: section, where: column, .overlaps(range))
  }

  /// Documents of a section whose bounds in a column lie wholly within `range`: those that certainly
  /// do. Costs about a millisecond for a million documents.
  public func documents(
    _ column: Column, within range: ClosedRange<Int32>, in section: String
  ) -> Bitmap {
    documents(in: section, where: column, .isWithin(range))
  }

  /// Those of some documents of a section whose bounds in a column overlap `range`. Costs as much as
  /// looking at the documents, where these are few.
  public func documents(
    _ column: Column, overlapping range: ClosedRange<Int32>, in section: String,
    among some: Bitmap
  ) -> Bitmap {
    guard some.count < Self.fewDocuments, let spans = layout.columns[column.name] else {
      return some.isEmpty ? some : some.and(documents(column, overlapping: range, in: section))
    }
    return Bitmap(
      some.numbers(in: documents(in: section)).filter {
        bounds(of: $0, in: spans)?.overlaps(range) ?? false
      })
  }

  /// Up to so many documents it is quicker to look at each than at whole blocks.
  private static let fewDocuments = 20_000

  func documents(in section: String, where column: Column, _ test: BoundsTest) -> Bitmap {
    // Only where the column has bounds, which lie in the file: the rest may be any number.
    guard let spans = layout.columns[column.name] else { return Bitmap(0..<0) }
    let range = documents(in: section).clamped(to: spans.documents)
    guard let last = range.last else { return Bitmap(0..<0) }
    var found = DenseSet(limit: layout.documents)
    let size = IndexFormat.documentsPerBlock
    let start = Int(spans.documents.lowerBound)
    let blocks = ((Int(range.lowerBound) - start) / size)...((Int(last) - start) / size)
    for index in blocks {
      guard let block = block(index, of: spans) else { continue }
      let first = spans.documents.lowerBound + UInt32(index * size)
      block.visit(test) { found.insert($0, at: first + UInt32($1)) }
    }
    let bitmap = found.bitmap()
    return range == all ? bitmap : bitmap.within(range)
  }
}
