import Glibc

/// Where the terms of consecutive documents lie, in ascending order of their keys: in a temporary
/// file, or in memory where there is only one.
enum Run {
  case file(TemporaryFile, Range<Int>)
  case memory(RunBytes)
}

/// The bytes of a run that never went to a file.
final class RunBytes {
  fileprivate var bytes = RawBytes(capacity: 1 << 12)
}

/// Writes runs: for each term the key's length, the key, its number in the table of the run, how many
/// documents, how many bytes, and these: the documents' numbers as differences.
enum RunWriter {
  static func memory(_ table: borrowing TermTable) -> Run {
    let run = RunBytes()
    table.sorted { term in
      append(term, to: &run.bytes)
      table.pieces(of: term.index) { run.bytes.append($0) }
    }
    return .memory(run)
  }

  /// Appends a run to a file that has `offset` bytes.
  static func file(
    _ table: borrowing TermTable, to file: TemporaryFile, at offset: Int
  ) throws(IndexProblem) -> Run {
    var buffer = RawBytes(capacity: 1 << 20)
    var at = offset
    var failure: Int32 = 0
    func flush() {
      if failure == 0 { failure = FileAccess.write(buffer.bytes, at: at, to: file.descriptor) }
      at += buffer.count
      buffer.removeAll()
    }
    table.sorted { term in
      append(term, to: &buffer)
      table.pieces(of: term.index) { piece in
        if buffer.count + piece.count > 1 << 20 { flush() }
        buffer.append(piece)
      }
    }
    flush()
    if failure != 0 { throw .system(path: file.path, code: failure) }
    return .file(file, offset..<at)
  }

  private static func append(_ term: TermTable.Term, to buffer: inout RawBytes) {
    buffer.append(varint: UInt32(term.key.count))
    buffer.append(term.key)
    buffer.append(varint: UInt32(term.index))
    buffer.append(varint: term.count)
    buffer.append(varint: UInt32(term.size))
  }
}

/// Reads a run from its first term to its last.
struct RunReader: ~Copyable {
  private let run: Run
  private var buffer: RawBytes
  private var at = 0
  /// What of a file was not read yet.
  private var rest: Range<Int>

  /// The key of the term that stands next; empty at the end.
  private(set) var key = RawBytes(capacity: 64)
  private(set) var count = 0
  private(set) var isAtEnd = false
  /// The term's number in the table of its run.
  private(set) var index = 0
  private(set) var failure = false

  init(_ run: Run, bufferSize: Int) {
    self.run = run
    switch run {
    case .file(_, let range):
      rest = range
      buffer = RawBytes(capacity: max(bufferSize, 4096))
    case .memory(let memory):
      rest = 0..<0
      buffer = RawBytes(capacity: 64)
      swap(&buffer, &memory.bytes)
    }
    advance()
  }

  /// Sees that so many bytes, or all that are left, are in the buffer.
  private mutating func need(_ wanted: Int) {
    guard at + wanted > buffer.count, !rest.isEmpty, case .file(let file, _) = run else { return }
    let kept = buffer.count - at
    memmove(buffer.start, buffer.start + at, kept)
    buffer.removeAll()
    _ = buffer.extend(by: kept)
    at = 0
    let more = min(rest.count, max(buffer.capacity - kept, wanted))
    let place = buffer.extend(by: more)
    let target = UnsafeMutableRawBufferPointer(start: buffer.start + place, count: more)
    if FileAccess.read(into: target, at: rest.lowerBound, of: file.descriptor) != more {
      failure = true
      isAtEnd = true
    }
    rest = (rest.lowerBound + more)..<rest.upperBound
  }

  @inline(__always)
  private mutating func varint() -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while at < buffer.count, shift < 32 {
      let byte = buffer.start.load(fromByteOffset: at, as: UInt8.self)
      at += 1
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return number
  }

  private mutating func advance() {
    need(5)
    key.removeAll()
    if at == buffer.count {
      isAtEnd = true
      return
    }
    let length = Int(varint())
    need(length + 15)
    key.append(
      UnsafeRawBufferPointer(start: buffer.start + at, count: min(length, buffer.count - at)))
    at += length
    index = Int(varint())
    count = Int(varint())
    _ = varint()
  }

  /// Gives the numbers of the term's documents, and goes to the next term.
  @inline(__always)
  mutating func take(_ take: (UInt32) -> Void) {
    var last: UInt32 = 0
    for _ in 0..<count {
      if at + 5 > buffer.count { need(5) }
      last &+= varint()
      take(last)
    }
    advance()
  }

  /// How the next key compares with another's: below 0, 0, above 0.
  func compare(_ other: UnsafeRawBufferPointer) -> Int {
    let common = min(key.count, other.count)
    if common > 0, let theirs = other.baseAddress {
      let order = memcmp(key.start, theirs, common)
      if order != 0 { return Int(order) }
    }
    return key.count - other.count
  }
}
