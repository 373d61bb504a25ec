import Text

/// Turns documents into runs: indexes batch after batch, and writes a run whenever the table of terms
/// has grown as large as it may.
///
/// It also notes the words of every text in their order, by their numbers in the run's table, for
/// `PairRuns`. One thread uses it at a time.
final class RunMaker {
  private(set) var runs: [Run] = []
  /// For each run, where its words are noted.
  private(set) var notes: [Range<Int>] = []
  private(set) var problem: IndexProblem?

  private let limits: IndexBuilder.Limits
  private var table = TermTable()
  private var file: TemporaryFile?
  private var fileEnd = 0
  private(set) var noted: NotedWords
  private var notedFrom = 0

  init(_ limits: IndexBuilder.Limits) {
    self.limits = limits
    noted = NotedWords(folder: limits.folder)
  }

  func take(_ batch: Batch) {
    Self.index(batch, &table, &noted)
    if table.filled > limits.memory { endRun() }
  }

  private static func index(
    _ batch: Batch, _ table: inout TermTable, _ noted: inout NotedWords
  ) {
    batch.drain { kind, document, bytes in
      if kind == .key {
        table.add(IndexFormat.fieldSpace, bytes, document)
        return
      }
      noted.begin(document)
      bytes.withMemoryRebound(to: UInt8.self) { text in
        Folding.scanTerms(utf8: text) { word, position in
          let number = table.add(IndexFormat.wordSpace, UnsafeRawBufferPointer(word), document)
          noted.add(number, position)
        }
      }
    }
  }

  private func endRun() {
    do throws(IndexProblem) {
      let file = try TemporaryFile.either(file, in: limits.folder)
      self.file = file
      let run = try RunWriter.file(table, to: file, at: fileEnd)
      if case .file(_, let range) = run { fileEnd = range.upperBound }
      end(run)
    } catch {
      problem = problem ?? error
    }
    table.clear()
  }

  private func end(_ run: Run) {
    runs.append(run)
    notes.append(notedFrom..<noted.count)
    notedFrom = noted.count
  }

  /// Ends the last run, in memory where it is the only one.
  ///
  /// - Throws: what went wrong at any time before.
  func finish() throws(IndexProblem) {
    if runs.isEmpty { end(RunWriter.memory(table)) } else if table.count > 0 { endRun() }
    table = TermTable()
    if let problem = problem ?? noted.problem { throw problem }
  }
}

/// The words of all texts in their order: a zero and the document begin a text, then each word by one
/// more than its number, doubled, and 1 added where its position is the next.
struct NotedWords: ~Copyable {
  private static let bufferSize = 1 << 20
  private let folder: String
  private var buffer = RawBytes(capacity: 1 << 12)
  private var file: TemporaryFile?
  private var written = 0
  private var last = -1
  private(set) var problem: IndexProblem?

  init(folder: String) { self.folder = folder }

  /// How many bytes.
  var count: Int { written + buffer.count }

  mutating func begin(_ document: UInt32) {
    if buffer.count > Self.bufferSize { flush() }
    buffer.append(varint: 0)
    buffer.append(varint: document)
    last = -1
  }

  @inline(__always)
  mutating func add(_ word: Int, _ position: Int) {
    buffer.append(varint: UInt32(truncatingIfNeeded: 2 * word + 2 + (position == last ? 0 : 1)))
    last = position
  }

  private mutating func flush() {
    do throws(IndexProblem) {
      let file = try TemporaryFile.either(file, in: folder)
      self.file = file
      let failure = FileAccess.write(buffer.bytes, at: written, to: file.descriptor)
      if failure != 0 { throw .system(path: file.path, code: failure) }
    } catch {
      problem = problem ?? error
    }
    written += buffer.count
    buffer.removeAll()
  }

  /// Gives the common words of some texts at three consecutive positions, as far as there are such;
  /// 0 where there is none. Whether all could be read.
  ///
  /// `known` says which number is which common word, from 1.
  func visit(
    _ range: Range<Int>, known: UnsafeBufferPointer<UInt32>,
    _ take: (_ third: Int, _ second: Int, _ last: Int, _ document: UInt32) -> Void
  ) -> Bool {
    var part = RawBytes(capacity: 1 << 18)
    var reader = NoteReader()
    var at = range.lowerBound
    while at < range.upperBound {
      let inFile = at < written
      let end = inFile ? min(range.upperBound, written, at + 1 << 18) : range.upperBound
      part.removeAll()
      let place = part.extend(by: end - at)
      let target = UnsafeMutableRawBufferPointer(start: part.start + place, count: end - at)
      if inFile {
        guard let file,
          FileAccess.read(into: target, at: at, of: file.descriptor) == end - at
        else { return false }
      } else {
        target.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: buffer.bytes[(at - written)..<(end - written)]))
      }
      reader.read(part.bytes, known, take)
      at = end
    }
    return true
  }
}

/// Reads noted words piece by piece and remembers those at the last three positions: at each a word,
/// and a compound that begins with it.
private struct NoteReader {
  private var number: UInt32 = 0
  private var shift: UInt32 = 0
  private var isDocument = false
  private var document: UInt32 = 0
  private var third = (0, 0)
  private var second = (0, 0)
  private var last = (0, 0)

  @inline(__always)
  mutating func read(
    _ bytes: UnsafeRawBufferPointer, _ known: UnsafeBufferPointer<UInt32>,
    _ take: (Int, Int, Int, UInt32) -> Void
  ) {
    for byte in bytes {
      number |= UInt32(byte & 0x7F) << shift
      shift += 7
      if byte >= 0x80 { continue }
      let whole = number
      (number, shift) = (0, 0)
      if isDocument {
        document = whole
        isDocument = false
        (third, second, last) = ((0, 0), (0, 0), (0, 0))
      } else if whole == 0 {
        isDocument = true
      } else {
        if whole & 1 == 1 { (third, second, last) = (second, last, (0, 0)) }
        let index = Int(whole >> 1) - 1
        // Numbers beyond the last common word of a run are none.
        let word = index < known.count ? Int(known[index]) : 0
        if last.0 == 0 { last.0 = word } else { last.1 = word }
        if word != 0 { meet(word, take) }
      }
    }
  }

  @inline(__always)
  private func meet(_ word: Int, _ take: (Int, Int, Int, UInt32) -> Void) {
    if second.0 != 0 { meet(second.0, word, take) }
    if second.1 != 0 { meet(second.1, word, take) }
  }

  @inline(__always)
  private func meet(_ before: Int, _ word: Int, _ take: (Int, Int, Int, UInt32) -> Void) {
    take(third.0, before, word, document)
    if third.1 != 0 { take(third.1, before, word, document) }
  }
}
