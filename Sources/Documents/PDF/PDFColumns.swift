/// The reading order of a page set in columns, by cuts between its blocks (the X-Y cut of Nagy and Seth,
/// "Hierarchical Representation of Optically Scanned Documents", ICPR 1984).
///
/// poppler follows columns only while their paragraphs part at different heights. Here a page is cut
/// across into bands with nothing between them; bands that leave one gutter free from top to bottom
/// belong together, and what stands left of it is read before what stands right of it, each side again
/// in the same way. Where most bands are low and stand on both sides, they are rows of a table, and
/// are read one after another; but for halves of one width, which are columns unless their rows are of one or
/// two lines: notes in two columns are low as well. What has no gutter keeps poppler's order.
enum PDFColumns {
  /// A block and the room it takes, in points.
  fileprivate struct Block {
    let lines: [PDFLine]
    let left, right, top, bottom: Double

    init?(_ lines: [PDFLine]) {
      guard let first = lines.first else { return nil }
      self.lines = lines
      left = lines.reduce(first.left) { min($0, $1.left) }
      right = lines.reduce(first.right) { max($0, $1.right) }
      top = lines.reduce(first.top) { min($0, $1.top) }
      bottom = lines.reduce(first.bottom) { max($0, $1.bottom) }
    }
  }

  /// How often a page is cut again at most: no page has so many columns within columns.
  private static let deepest = 8

  /// The page with its blocks in reading order; blocks without lines are left out.
  static func ordered(_ page: PDFPage) -> PDFPage {
    let blocks = page.blocks.compactMap(Block.init)
    let heights = blocks.flatMap(\.lines).map(\.height).sorted()
    guard !heights.isEmpty else { return PDFPage() }
    let height = heights[heights.count / 2]
    return PDFPage(blocks: order(blocks, lineHeight: height, depth: 0).map(\.lines))
  }

  private static func order(_ blocks: [Block], lineHeight: Double, depth: Int) -> [Block] {
    guard blocks.count > 1, depth < deepest else { return blocks }
    return stretches(of: bands(of: blocks), lineHeight).flatMap { bands -> [Block] in
      let all = bands.flatMap { $0 }
      guard let gutter = gutter(of: all, lineHeight) else {
        // In poppler's order, which the bands have not kept.
        let places = Set(all.map(\.key))
        return blocks.filter { places.contains($0.key) }
      }
      if isTable(bands, gutter, lineHeight) {
        return bands.flatMap { $0.sorted { ($0.left, $0.top) < ($1.left, $1.top) } }
      }
      return [all.filter { $0.right <= gutter }, all.filter { $0.right > gutter }].flatMap {
        order($0, lineHeight: lineHeight, depth: depth + 1)
      }
    }
  }

  /// Blocks that overlap in height, from top to bottom.
  private static func bands(of blocks: [Block]) -> [[Block]] {
    var bands: [[Block]] = []
    var bottom = -Double.infinity
    for block in blocks.sorted(by: { $0.top < $1.top }) {
      if bands.isEmpty || block.top >= bottom {
        bands.append([block])
        bottom = block.bottom
      } else {
        bands[bands.count - 1].append(block)
        bottom = max(bottom, block.bottom)
      }
    }
    return bands
  }

  /// Bands that follow one another and have a gutter together, or none.
  private static func stretches(of bands: [[Block]], _ lineHeight: Double) -> [[[Block]]] {
    var stretches: [[[Block]]] = []
    for band in bands {
      if let last = stretches.last {
        let before = last.flatMap { $0 }
        let had = gutter(of: before, lineHeight) != nil
        let has = gutter(of: before + band, lineHeight) != nil
        if has || (!had && gutter(of: band, lineHeight) == nil) {
          stretches[stretches.count - 1].append(band)
          continue
        }
      }
      stretches.append([band])
    }
    return stretches
  }

  /// Where the widest gap begins that runs between blocks from top to bottom; nil where there is none.
  private static func gutter(of blocks: [Block], _ lineHeight: Double) -> Double? {
    let sorted = blocks.sorted { $0.left < $1.left }
    guard var reach = sorted.first?.right else { return nil }
    var widest = (at: 0.0, width: max(5, lineHeight * 0.6))
    for block in sorted {
      if block.left - reach > widest.width { widest = (reach, block.left - reach) }
      reach = max(reach, block.right)
    }
    return widest.at > 0 ? widest.at : nil
  }

  private static func isTable(
    _ bands: [[Block]], _ gutter: Double, _ lineHeight: Double
  ) -> Bool {
    let all = bands.flatMap { $0 }
    let left = all.filter { $0.right <= gutter }
    let right = all.filter { $0.right > gutter }
    let highest = lineHeight * (isHalved(left, right) ? 2.6 : 6)
    let rows = bands.count { band in
      let top = band.map(\.top).min() ?? 0
      let bottom = band.map(\.bottom).max() ?? 0
      return bottom - top < highest && band.contains { $0.right <= gutter }
        && band.contains { $0.right > gutter }
    }
    return bands.count >= 3 && rows * 10 >= bands.count * 6
  }

  /// Whether both sides are about as wide.
  private static func isHalved(_ left: [Block], _ right: [Block]) -> Bool {
    func width(_ blocks: [Block]) -> Double {
      (blocks.map(\.right).max() ?? 0) - (blocks.map(\.left).min() ?? 0)
    }
    let (one, other) = (width(left), width(right))
    return min(one, other) > max(one, other) * 0.85
  }
}

extension PDFColumns.Block {
  /// What tells blocks of a page apart.
  fileprivate var key: [Double] { [left, right, top, bottom] }
}
