import Glibc

/// Reads a file of separated values row by row (RFC 4180), in memory that does not grow with the file.
///
/// Lines end with CR LF or LF. A field in quotes may hold separators, line ends and doubled quotes; a
/// quote within a field that does not begin with one stands for itself. Empty lines are no rows.
public final class CSVReader {
  private let file: Int32
  private let path: String
  private let separator: UInt8
  private let encoding: FileEncoding
  private let buffer: UnsafeMutablePointer<UInt8>
  /// What of the buffer is still to be read.
  private var start = 0
  private var end = 0
  /// Where the buffer's first byte stands in the file.
  private var offset = 0
  private var line = 1
  private var isAtEnd = false

  /// What the longest row takes, in bytes: what is longer has lost a closing quote.
  public static let longestRow = 1 << 20
  private static let room = 2 * longestRow

  /// How much of the file has been read, in bytes.
  public var position: Int { offset + start }

  /// Opens a file at its first byte.
  ///
  /// - Throws: `ImportFileProblem.unreadable`.
  public init(
    path: String, separator: UInt8 = UInt8(ascii: ","), encoding: FileEncoding = .utf8
  ) throws(ImportFileProblem) {
    file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw .unreadable(path: path, detail: String(cString: strerror(errno)))
    }
    self.path = path
    self.separator = separator
    self.encoding = encoding
    buffer = .allocate(capacity: Self.room)
  }

  deinit {
    buffer.deallocate()
    close(file)
  }

  /// Fills a row with the next one; false at the end of the file.
  ///
  /// - Throws: `CSVProblem` for a row that keeps no rule; the next call goes on with the line after the one on
  ///   which that row began.
  public func next(_ row: inout FileRow) throws(CSVProblem) -> Bool {
    while true {
      if start == end, try !refill() { return false }
      var scan = CSVScan(
        base: buffer + start, end: end - start, separator: separator, isLast: isAtEnd)
      row.bounds.removeAll(keepingCapacity: true)
      let outcome = scan.row(&row.bounds)
      if outcome == .unfinished, end - start < Self.longestRow, !isAtEnd {
        _ = try refill()
        continue
      }
      row.line = line
      guard outcome == .row else {
        let problem = CSVProblem(
          line: line, kind: outcome == .unfinished ? .unclosedQuote : .textAfterQuote)
        skipLine()
        throw problem
      }
      row.bytes = position..<(position + scan.rowEnd)
      row.encoding = encoding
      row.take(scan)
      line += scan.lines
      start += scan.next
      if row.bounds.count == 1, row.bounds[0].start == row.bounds[0].end, row.bytes.isEmpty {
        continue
      }
      return true
    }
  }

  private var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buffer, count: end) }

  /// Leaves out the line that is at the start.
  private func skipLine() {
    let rest = bytes[start..<end]
    start = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
    line += 1
  }

  /// Reads on behind what is left; false where nothing is.
  private func refill() throws(CSVProblem) -> Bool {
    if start > 0 {
      memmove(buffer, buffer + start, end - start)
      offset += start
      end -= start
      start = 0
    }
    while !isAtEnd, end < Self.room {
      let count = read(file, buffer + end, Self.room - end)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw CSVProblem(line: line, kind: .unreadable(errno)) }
      if count == 0 { isAtEnd = true }
      // A mark before the first byte is no part of the first field (Unicode Standard 23.8).
      if offset == 0, end == 0, count >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF
      {
        start = 3
      }
      end += count
      if end - start >= Self.room / 2 { break }
    }
    return start < end
  }
}

/// Why a row is none. Lines count from 1.
public struct CSVProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// A quote that opens a field is not closed within `CSVReader.longestRow` bytes.
    case unclosedQuote
    /// A closing quote is followed by neither separator nor line end.
    case textAfterQuote
    /// The file cannot be read on; the number is the system's.
    case unreadable(Int32)
  }

  /// The physical line on which the row begins.
  public var line: Int
  /// What is wrong.
  public var kind: Kind

  /// What is wrong, as a clause without a full stop.
  public var reason: String {
    switch kind {
    case .unclosedQuote: "a quoted field of this row is never closed"
    case .textAfterQuote: "a quoted field of this row goes on after its closing quote"
    case .unreadable(let code): "the file cannot be read on: \(String(cString: strerror(code)))"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch kind {
    case .unclosedQuote, .textAfterQuote:
      "A quote within a quoted field is written twice (RFC 4180)."
    case .unreadable: "Copy the file to another disk and import that."
    }
  }
}
