import Canvas
import Model
import Query
import Text

/// A held source: the reader's own copy of it at the passage that a citation led to, or, where none is
/// attached or the passage is lost in it, the casebook's digests passage by passage.
struct ReaderPane: Equatable, Sendable {
  /// What the reader was led to.
  enum Target: Equatable, Sendable {
    case passage(ParagraphNumber)
    /// A paragraph of the attached copy, from 0, that a search found.
    case text(paragraph: Int)
  }

  /// The work that is read.
  private(set) var source: RecordID
  private(set) var target: Target
  /// The citations of the fact that led here.
  private(set) var citations: [Citation]
  private(set) var reading: Reading?
  /// Why it cannot be read; nil where it can, or will be.
  private var absence: String?
  /// Whether the digests are wanted although a copy is attached.
  private(set) var prefersDigests = false
  private(set) var digests = DigestsPart()
  private(set) var text = CopyPart()
  /// The passage of the copy that `{` and `}` led to since.
  private var visited: ParagraphNumber?
  /// What is looked for within.
  private(set) var finding: Finding?

  /// At a passage, as one of the citations of a fact.
  init(_ passage: PassageID, of citations: [Citation] = []) {
    source = passage.source
    target = .passage(passage.number)
    self.citations = citations
    digests.cursor.item = passage.number.rawValue - 1
  }

  /// At a paragraph of the attached copy, for which some words were sought.
  init(textOf source: RecordID, paragraph: Int, finding words: [String]) {
    self.source = source
    target = .text(paragraph: paragraph)
    citations = []
    finding = Finding(words: words)
  }

  /// Where it stood when it was kept; nil where that names no passage.
  init?(_ saved: SavedPlace.Read) {
    guard let target = saved.target else { return nil }
    source = RecordID(saved.source)
    self.target = target
    citations = saved.citations.compactMap(\.citation)
    prefersDigests = saved.prefersDigests
    digests.cursor = PageCursor(item: saved.item, top: saved.top)
    wanted = saved
  }

  /// The passage that the reader was led to.
  var cited: PassageID? {
    guard case .passage(let number) = target else { return nil }
    return PassageID(source: source, number: number)
  }

  /// The attached copy where that is what is shown: the passage that was asked for is in it.
  var copy: AttachedCopy? {
    guard !prefersDigests, let copy = reading?.copy else { return nil }
    if case .passage(let number) = target, copy.passages[number]?.range == nil { return nil }
    return copy
  }

  /// The same pane at another place of what is at hand.
  func going(to pane: ReaderPane) -> ReaderPane {
    var pane = pane
    pane.reading = reading
    pane.prefersDigests = prefersDigests
    if pane.finding == nil { pane.finding = finding }
    return pane
  }

  /// Forgets the source and the fact that led here, but not where in it the reader stands.
  mutating func forgetAnswers() {
    var place = saved
    place.citations = []
    if let again = ReaderPane(place) { self = again }
  }

  /// The source cannot be read; says why.
  mutating func miss(_ why: String) {
    reading = nil
    absence = why
  }

  mutating func take(_ reading: Reading) {
    self.reading = reading
    absence = nil
    digests.forget()
    digests.cursor.item = max(0, min(digests.cursor.item, reading.passages.count - 1))
    text = CopyPart()
    visited = nil
    isCentred = wanted == nil
    if let byte = wanted?.byte { text.wantedByte = byte }
    wanted = nil
  }

  /// Where it stood when it was kept, until the source comes.
  private var wanted: SavedPlace.Read?

  private(set) var isCentred = true

  // MARK: Moving

  mutating func move(by rows: Int) {
    isCentred = false
    if let copy {
      text.move(by: rows, in: copy)
    } else {
      digests.move(by: rows, last: (reading?.passages.count ?? 1) - 1)
    }
  }

  /// Puts the cursor on the passage on a line of the pane; false where there is none. In a copy, that is
  /// the passage whose beginning or text stands there.
  mutating func select(line: Int, width: Int) -> Bool {
    guard let reading else { return false }
    guard let copy else {
      isCentred = false
      return digests.select(line: line, width: width, reading, cited: cited)
    }
    let byte = text.firstByte(line: line, in: copy)
    let passage = reading.passages.map(\.id.number).first {
      copy.passages[$0]?.range?.contains(byte) ?? false
    }
    guard let passage else { return false }
    isCentred = false
    visited = passage
    return true
  }

  /// How many rows a page is.
  func page(height: Int) -> Int { max(1, copy == nil ? height / 5 : height - 2) }

  /// To the next passage on which facts rest, or the previous one; false where there is none.
  mutating func moveToMarked(forwards: Bool) -> Bool {
    guard let reading else { return false }
    let here = selected?.number.rawValue ?? 0
    let marked = reading.passages.indices.filter { index in
      reading.facts[index] > 0 && (copy == nil || place(of: index)?.range != nil)
    }
    let next =
      forwards ? marked.first { $0 + 1 > here } : marked.last { $0 + 1 < here }
    guard let next else { return false }
    if copy == nil {
      digests.cursor.item = next
    } else {
      visited = reading.passages[next].id.number
    }
    isCentred = copy != nil
    return true
  }

  /// Puts the cursor on a passage, from 0, as `}` does.
  mutating func select(passage index: Int) {
    guard let reading, reading.passages.indices.contains(index) else { return }
    if copy == nil {
      digests.cursor.item = index
    } else {
      visited = reading.passages[index].id.number
    }
    isCentred = false
  }

  /// The passages on the screen on which facts rest, and where the margin says so.
  func markedPassages(in size: Size) -> [(index: Int, place: Frame.Position)] {
    guard let reading else { return [] }
    let rows: [(index: Int, row: Int)]
    if let copy {
      rows = copyView(of: copy, in: reading).marked(from: text.top, height: size.height)
    } else {
      rows = digests.rows(in: inner(size), reading, cited: cited)
    }
    return rows.filter { reading.facts[$0.index] > 0 }.map {
      ($0.index, Frame.Position(row: $0.row, column: CopyView.factsColumn))
    }
  }

  private func place(of index: Int) -> AttachedCopy.Place? {
    reading.flatMap { $0.copy?.passages[$0.passages[index].id.number] }
  }

  /// To the fact's next citation, or the previous one; nil where there is none.
  mutating func moveToCitation(by step: Int) -> [Effect]? {
    guard let here = citationIndex, citations.indices.contains(here + step) else { return nil }
    let passage = citations[here + step].passage
    let pane = ReaderPane(passage, of: citations)
    if passage.source == source, reading != nil {
      self = going(to: pane)
      return []
    }
    self = pane
    return [.ask(.reader, .reading(passage.source))]
  }

  private var citationIndex: Int? { citations.firstIndex { $0.passage == cited } }

  /// Which of how many citations of the fact this is, from 1; nil where it has but one.
  var citationPosition: (here: Int, count: Int)? {
    guard citations.count > 1, let here = citationIndex else { return nil }
    return (here + 1, citations.count)
  }

  /// Between the copy and the digests; false where there is no copy.
  mutating func toggleDigests() -> Bool {
    guard reading?.copy != nil else { return false }
    let here = selected
    prefersDigests.toggle()
    visited = here?.number
    digests.cursor.item = (here?.number.rawValue ?? 1) - 1
    isCentred = true
    return true
  }

  // MARK: Finding

  /// Where the words were found.
  enum Found: Equatable, Sendable {
    case further, fromTheOtherEnd
  }

  /// Looks for words, from where the reader stands; nil ends that.
  mutating func find(_ words: [String]?) {
    finding = words.map { Finding(words: $0) }
    hasFound = finding?.isEmpty == false && findNext(forwards: true, includingHere: true) != nil
  }

  /// Whether what is looked for stands somewhere in what is shown.
  private(set) var hasFound = false

  /// To the next place where the words stand, or the previous one; past an end it goes on from the other.
  /// Nil where they stand nowhere.
  mutating func findNext(forwards: Bool, includingHere: Bool = false) -> Found? {
    guard let finding, let reading else { return nil }
    guard let copy else {
      let passages = reading.passages.indices
      let text = { reading.passages[$0].digest }
      let next = finding.next(
        in: passages, from: digests.cursor.item, forwards: forwards, includingHere: includingHere,
        text: text)
      let again =
        next
        ?? finding.next(
          in: passages, from: forwards ? 0 : passages.count - 1, forwards: forwards,
          includingHere: true, text: text)
      guard let again else { return nil }
      digests.cursor.item = again
      isCentred = false
      return next == nil ? .fromTheOtherEnd : .further
    }
    let next = finding.next(
      in: copy, from: finding.at ?? text.firstByte(in: copy), forwards: forwards,
      includingHere: includingHere || finding.at == nil)
    let again =
      next
      ?? finding.next(
        in: copy, from: forwards ? 0 : copy.text.utf8.count, forwards: forwards,
        includingHere: true)
    guard let again else { return nil }
    self.finding?.at = again
    isCentred = false
    text.show(byte: again, in: copy)
    return next == nil ? .fromTheOtherEnd : .further
  }

  // MARK: Drawing

  mutating func settle(in size: Size) {
    guard let reading else { return }
    if let copy {
      let range = isCentred ? aim(in: copy) : nil
      text.settle(in: size, showing: range, copy)
      isCentred = isCentred && range == nil
    } else {
      digests.settle(in: inner(size), reading, cited: cited, centred: isCentred)
    }
  }

  /// What is to stand in the middle of the screen.
  private func aim(in copy: AttachedCopy) -> Range<Int>? { citedSpan(in: copy) ?? shown(in: copy) }

  /// The passage, or the paragraph, that the reader was led to.
  private func shown(in copy: AttachedCopy) -> Range<Int>? {
    if let visited { return copy.passages[visited]?.range }
    switch target {
    case .passage(let number): return copy.passages[number]?.range
    case .text(let paragraph):
      return copy.starts.indices.contains(paragraph) ? copy.bytes(of: paragraph) : nil
    }
  }

  /// The part of the cited passage that its citation narrows to, where that was found.
  private func citedSpan(in copy: AttachedCopy) -> Range<Int>? {
    guard visited == nil else { return nil }
    return citationIndex.flatMap { citations[$0].span }.flatMap { copy.spans[$0]?.range }
  }

  /// The passage that Enter asks about: the one that the reader was led to while it can be seen, else
  /// the first that can.
  var selected: PassageID? {
    guard let reading else { return nil }
    guard let copy else { return digests.selected(in: reading) }
    let seen = text.seen(in: copy)
    func range(_ number: ParagraphNumber) -> Range<Int>? { copy.passages[number]?.range }
    let led = visited.map { PassageID(source: source, number: $0) } ?? cited
    if let led, let range = range(led.number), range.overlaps(seen) { return led }
    let passages = reading.passages.map(\.id).filter { range($0.number) != nil }
    return passages.filter { range($0.number)?.overlaps(seen) ?? false }
      .min { (range($0.number)?.lowerBound ?? 0) < (range($1.number)?.lowerBound ?? 0) }
  }

  /// What the title says beside the passage: how it was found, and on what page.
  var standing: String {
    guard let reading else { return "" }
    guard let attached = reading.copy else { return "digests" }
    let place = selected.flatMap { attached.passages[$0.number] }
    let isLost = cited.map { attached.passages[$0.number]?.range == nil } ?? false
    if isLost, !prefersDigests { return "lost in the copy" }
    let page = copy.flatMap { $0.page(at: place?.range?.lowerBound ?? text.firstByte(in: $0)) }
    return [copy == nil ? "digests" : nil, place?.state.words, page.map { "p. \($0)" }]
      .compactMap(\.self).joined(separator: " · ")
  }

  /// One line below the digests says how to read the article itself.
  private var remark: String? {
    guard let reading, copy == nil else { return nil }
    if reading.copy == nil { return "adduce attach FILE shows your own copy of it here" }
    return prefersDigests ? "t shows the copy" : "the passage was not found in your copy"
  }

  private func inner(_ size: Size) -> Size {
    Size(
      width: size.width, height: max(1, size.height - (remark == nil || size.height < 8 ? 0 : 1)))
  }

  private func copyView(of copy: AttachedCopy, in reading: Reading) -> CopyView {
    CopyView(
      reading: reading, copy: copy, lines: text.lines, marked: shown(in: copy),
      span: citedSpan(in: copy), sought: finding?.sought)
  }

  func view(in size: Size, isFocused: Bool) -> Frame {
    var frame = Frame(size)
    guard let reading else {
      let text = absence ?? "loading"
      frame.put("\(cited?.words ?? source.rawValue): \(text)", row: 0, column: 1, style: .dim)
      return frame
    }
    if let copy {
      return copyView(of: copy, in: reading).view(in: size, from: text.top)
    }
    let inner = inner(size)
    frame.put(
      digests.view(
        in: inner, reading, cited: cited, finding: finding?.words ?? [], isFocused: isFocused),
      at: .init(row: 0, column: 0))
    if let remark, inner.height < size.height {
      frame.put(remark, row: size.height - 1, column: 1, limit: size.width, style: .dim)
    }
    return frame
  }
}
