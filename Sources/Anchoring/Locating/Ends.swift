/// Settles where passages begin and end whose words are damaged there, and whether those that were found
/// by little evidence are there at all.
///
/// What is beyond doubt of the passages (`Firm`) stays. Between two such parts all that stands there in
/// reading order is weighed together (`Seam`): the rest of both passages, those between them, found
/// or not, and other words. A passage keeps its place where that is likelier than `certain`, and so
/// are both ends, to 15 bytes or a quarter of its length; else it is lost.
struct Ends {
  private let sought: Sought
  private let copy: Words
  private let boundaries: Boundaries
  private let damage: Damage
  private let firm: [Firm?]
  /// For each passage where it begins and where it ends, and how likely.
  private var starts: [(place: Int, share: Double)?]
  private var ends: [(place: Int, share: Double)?]

  static let certain = 0.97
  /// The least evidence of a passage that is found only here, beside that nothing else stands there.
  private static let least = 6 * Evidence.bit
  /// A passage of up to so many words that is damaged must stand between line ends: run together with
  /// its neighbours, nothing tells a damaged word of it from one of theirs. One that is not may run on
  /// where the copy's passages do.
  private static let short = 4
  /// Of larger tables only the parts near to what is firm are weighed.
  private static let most = 400_000
  private static let mostRows = 450
  private static let near = 64

  /// Settles all passages of a placement.
  static func settle(_ placement: inout Placement, of sought: Sought, in copy: Words) {
    var ends = Ends(placement, sought, copy)
    let firm = sought.passages.indices.filter { ends.firm[$0] != nil }
    for (left, right) in zip([nil] + firm, firm.map(Optional.some) + [nil]) {
      ends.weigh(placement, left, right)
    }
    for index in sought.passages.indices { ends.settle(&placement, index) }
  }

  private init(_ placement: Placement, _ sought: Sought, _ copy: Words) {
    self.sought = sought
    self.copy = copy
    boundaries = Boundaries(placement, in: copy)
    let firm = sought.passages.indices.map { index in
      placement.at[index].flatMap { candidate in
        Self.isCrowding(candidate, placement, sought)
          ? nil : Firm(candidate, sought.passages[index], in: copy)
      }
    }
    self.firm = firm
    damage = Damage(
      zip(firm, placement.at).compactMap { firm, candidate in
        firm.flatMap { firm in candidate.map { (firm, $0) } }
      }, sought, in: copy)
    starts = firm.map { $0.flatMap { $0.rows.lowerBound == 0 ? ($0.columns.lowerBound, 1) : nil } }
    ends = zip(firm, sought.passages).map { firm, passage in
      firm.flatMap {
        $0.rows.upperBound == passage.words ? ($0.columns.upperBound, 1) : nil
      }
    }
  }

  /// Whether a passage that is damaged leaves too little room for the lost ones beside it: it may be in
  /// the place of one that is like it.
  private static func isCrowding(
    _ candidate: Candidate, _ placement: Placement, _ sought: Sought
  ) -> Bool {
    if candidate.isWhole { return false }
    let (before, after) = placement.neighbours(of: candidate.passage)
    func lacks(_ lost: Range<Int>, _ room: Int) -> Bool {
      let words = sought.passages[lost].reduce(0) { $0 + $1.words }
      return 3 * (words - room) > sought.passages[candidate.passage].words
    }
    let isCrowded = before.map {
      lacks(($0.passage + 1)..<candidate.passage, candidate.start - $0.columns.upperBound)
    }
    let isCrowdedAfter = after.map {
      lacks(
        (candidate.passage + 1)..<$0.passage, $0.columns.lowerBound - candidate.columns.upperBound)
    }
    return isCrowded == true || isCrowdedAfter == true
  }

  /// Weighs what stands between two firm passages, or beside one.
  private mutating func weigh(_ placement: Placement, _ left: Int?, _ right: Int?) {
    let between = ((left ?? -1) + 1)..<(right ?? sought.passages.count)
    let tail: SeamTable.Block? = left.flatMap(self.tail(of:))
    let head: SeamTable.Block? = right.flatMap(self.head(of:))
    let found = between.compactMap { placement.at[$0] }
    let middleWords = sought.passages[between].reduce(0) { $0 + $1.words }
    guard tail != nil || head != nil else { return }
    if (tail?.grains.isEmpty ?? true) && (head?.grains.isEmpty ?? true) && middleWords == 0 {
      return
    }
    let middle = between.map { index in
      SeamTable.Block(
        grains: sought.passages[index].fingerprint.grains, depth: sought.passages[index].depth)
    }
    let blocks = [tail].compactMap(\.self) + middle + [head].compactMap(\.self)
    let rows = blocks.reduce(0) { $0 + $1.grains.count }
    let reach = rows + rows / 2 + Self.near
    var lower = left.flatMap { firm[$0]?.columns.upperBound } ?? 0
    var upper = right.flatMap { firm[$0]?.columns.lowerBound } ?? copy.count
    if left == nil {
      lower = max(lower, min(upper - reach, found.first?.columns.lowerBound ?? upper))
    }
    if right == nil {
      upper = min(upper, max(lower + reach, found.last?.columns.upperBound ?? lower))
    }
    if rows <= Self.mostRows, rows * (upper - lower) <= Self.most {
      weigh(placement, blocks, first: left ?? between.lowerBound, lower..<upper)
      return
    }
    if let left, let tail, !tail.grains.isEmpty {
      let end = min(upper, lower + tail.grains.count * 3 / 2 + Self.near)
      weigh(placement, [tail], first: left, lower..<end)
    }
    if let right, let head, !head.grains.isEmpty {
      let start = max(lower, upper - head.grains.count * 3 / 2 - Self.near)
      weigh(placement, [head], first: right, start..<upper)
    }
  }

  private func tail(of passage: Int) -> SeamTable.Block? {
    firm[passage].map { firm in
      let fingerprint = sought.passages[passage].fingerprint
      return SeamTable.Block(
        grains: Array(fingerprint.grains[firm.rows.upperBound...]),
        depth: sought.passages[passage].depth, isTail: true)
    }
  }

  private func head(of passage: Int) -> SeamTable.Block? {
    firm[passage].map { firm in
      let fingerprint = sought.passages[passage].fingerprint
      return SeamTable.Block(
        grains: Array(fingerprint.grains[..<firm.rows.lowerBound]),
        depth: sought.passages[passage].depth, isHead: true)
    }
  }

  private mutating func weigh(
    _ placement: Placement, _ blocks: [SeamTable.Block], first: Int, _ columns: Range<Int>
  ) {
    let places = columns.lowerBound...columns.upperBound
    let seam = Seam(
      blocks, columns: Array(copy.grains[columns]),
      boundaries: places.map { boundaries.ratio(before: $0) },
      breaks: places.map { boundaries.partingRatio(before: $0) }, damage: damage)
    for (block, passage) in zip(blocks.indices, first...) {
      let candidate = placement.at[passage]
      let slack = min(15, bytes(of: passage, candidate) / 4)
      if !blocks[block].isTail, starts[passage] == nil {
        let best = Seam.best(seam.starts[block]) { place, other in
          abs(start(columns.lowerBound + place) - start(columns.lowerBound + other)) <= slack
        }
        starts[passage] = (columns.lowerBound + best.place, best.share)
      }
      if !blocks[block].isHead, ends[passage] == nil {
        let best = Seam.best(seam.ends[block]) { place, other in
          abs(end(columns.lowerBound + place) - end(columns.lowerBound + other)) <= slack
        }
        ends[passage] = (columns.lowerBound + best.place, best.share)
      }
    }
  }

  /// How long a passage is in the copy, as far as is known.
  private func bytes(of passage: Int, _ candidate: Candidate?) -> Int {
    candidate.map { copy.bytes($0.columns).count } ?? (6 * sought.passages[passage].words)
  }

  /// The byte at which what begins before a word does, and what ends there.
  private func start(_ word: Int) -> Int {
    word < copy.count ? copy.range(word).lowerBound : copy.range(copy.count - 1).upperBound
  }
  private func end(_ word: Int) -> Int { word > 0 ? copy.range(word - 1).upperBound : 0 }

  private func settle(_ placement: inout Placement, _ passage: Int) {
    let known = placement.at[passage]
    if let known, known.isWhole, firm[passage] != nil { return }
    placement.at[passage] = nil
    guard let start = starts[passage], let end = ends[passage],
      start.share + end.share - 1 >= Self.certain, start.place < end.place
    else { return }
    let columns = start.place..<end.place
    // Word for word it stood elsewhere: one of the two is chance.
    if let known, known.isWhole, known.columns != columns { return }
    guard
      var candidate = known.flatMap({ $0.columns.overlaps(columns) ? $0 : nil })
        ?? found(passage, in: columns)
    else { return }
    candidate.fit(to: columns, sought.passages[passage], in: copy)
    let isSure =
      sought.passages[passage].words > Self.short
      || boundaries.isLine(before: columns.lowerBound)
        && boundaries.isLine(before: columns.upperBound)
      || candidate.share == 100
        && boundaries.ratio(before: columns.lowerBound)
          * boundaries.ratio(before: columns.upperBound) > 0.01
    if isSure, candidate.share >= Candidate.leastShare { placement.at[passage] = candidate }
  }

  /// A passage that was found only now.
  private func found(_ passage: Int, in columns: Range<Int>) -> Candidate? {
    let soughtPassage = sought.passages[passage]
    let alignment = PassageSearch(soughtPassage, in: copy).alignments(in: columns).first
    guard let candidate = alignment.flatMap({ Candidate(passage, soughtPassage, $0, in: copy) }),
      candidate.evidence >= Self.least
    else { return nil }
    return candidate
  }
}
