import Model

extension SourceFingerprints {
  /// Finds all passages and cited spans of the source in a copy, together, since each helps to find
  /// its neighbours.
  ///
  /// First long passages are found by their chosen runs anywhere in the copy (`Seeding`); of these a
  /// chain in reading order is taken (`Chain`, `Placement`); then the rest is looked for in between
  /// (`Gaps`); what stands out of order is taken only on strong evidence; last, whatever is in doubt,
  /// ends and whole passages, is weighed with all that stands beside it (`Ends`). A place has one passage, and
  /// a passage that fits two places about as well, or a place two passages, is lost. The time is in
  /// proportion to the copy's words and to the damage.
  public func locate(in copy: CopyText) -> Located {
    let sought = Sought(self)
    let words = copy.words
    let candidates = Seeding.candidates(of: sought, in: words)
    var placement = Placement(passages: sought.passages.count, words: words.count)
    if placement.place(candidates) {
      var gaps = Gaps(sought, in: words)
      gaps.fill(&placement)
    }
    let moved = Self.moved(candidates, placement, words.count)
    Ends.settle(&placement, of: sought, in: words)
    var located = Located()
    for number in passages.keys { located.passages[number] = .lost }
    for span in spans.keys { located.spans[span] = .lost }
    var found: [ParagraphNumber: (Candidate, Bool)] = [:]
    for (index, passage) in sought.passages.enumerated() {
      let inOrder = placement.at[index]
      guard let candidate = inOrder ?? moved[index] else { continue }
      found[passage.number] = (candidate, inOrder == nil)
      located.passages[passage.number] = Anchor(
        state: Self.state(candidate.isWhole, isMoved: inOrder == nil, candidate.share),
        range: words.bytes(candidate.columns))
    }
    for (span, fingerprint) in spans {
      guard let (candidate, isMoved) = found[span.number], let passage = passages[span.number]
      else { continue }
      let place = SpanPlace(span, fingerprint, in: passage, at: candidate, words)
      guard let place else { continue }
      located.spans[span] = Anchor(
        state: Self.state(place.isWhole, isMoved: isMoved, place.share),
        range: words.bytes(place.columns))
    }
    return located
  }

  private static func state(_ isWhole: Bool, isMoved: Bool, _ share: Int) -> AnchorState {
    isWhole ? isMoved ? .moved : .exact : .fuzzy(percent: max(1, min(99, share)))
  }

  /// Those found out of order: far more evidence than there are places, clearly more than for any
  /// other place, at a place that no other passage has or might have.
  private static func moved(
    _ candidates: [Candidate], _ placement: Placement, _ words: Int
  ) -> [Int: Candidate] {
    let taken = placement.at.compactMap(\.self)
    let free = candidates.filter { candidate in
      placement.at[candidate.passage] == nil
        && !taken.contains { $0.core.overlaps(candidate.core) }
    }
    let least = Evidence.places(words) + 22 * Evidence.bit
    var moved: [Int: Candidate] = [:]
    for candidate in free where candidate.evidence >= least {
      let isRivalled = free.contains { other in
        (other.passage != candidate.passage || other.columns != candidate.columns)
          && (other.passage == candidate.passage || other.core.overlaps(candidate.core))
          && other.evidence > candidate.evidence - Placement.margin
      }
      if !isRivalled { moved[candidate.passage] = candidate }
    }
    return moved
  }
}
