public import Model

/// A column of figures decoded, for whoever sums those of many sets: to decode it takes some milliseconds for a million
/// documents, and 8 bytes for each.
public struct Figures: Sendable {
  private let documents: Range<UInt32>
  /// The least and the most of each document, from the first on; the least above the most where it has none.
  private var bounds: [(least: Int32, most: Int32)] = []

  fileprivate init(_ documents: Range<UInt32>) {
    self.documents = documents
    bounds.reserveCapacity(documents.count)
  }

  fileprivate mutating func add(_ block: ColumnBlock?, _ count: Int) {
    guard let block, !block.isEmpty else {
      bounds += repeatElement((least: 1, most: 0), count: count)
      return
    }
    let (lowWidth, highWidth) = (block.lowWidth, block.highWidth)
    for index in 0..<count {
      let (low, high) = block.limits(index, lowWidth: lowWidth, highWidth: highWidth)
      bounds.append((Int32(clamping: low), Int32(clamping: high)))
    }
  }

  /// What the documents of a set amount to, those of other sections aside.
  public func sum(of set: Bitmap, in section: Range<UInt32>) -> FigureSum {
    var sum = FigureSum(events: set.count(in: section))
    for document in set.numbers(in: section.clamped(to: documents)) {
      let (least, most) = bounds[Int(document &- documents.lowerBound)]
      sum.add(Int(least), Int(most))
    }
    return sum
  }
}

extension IndexFile {
  /// The figures of a column; none where there is no such column.
  public func figures(_ column: Column) -> Figures {
    guard let spans = layout.columns[column.name] else { return Figures(0..<0) }
    var figures = Figures(spans.documents)
    let size = IndexFormat.documentsPerBlock
    for (number, start) in stride(from: 0, to: spans.documents.count, by: size).enumerated() {
      figures.add(block(number, of: spans), min(size, spans.documents.count - start))
    }
    return figures
  }
}
