import Glibc

/// A file of comma-separated values as it is written, field by field (RFC 4180; lines end with LF).
///
/// Every row has at least as many fields as the first one that holds anything. Rows without a value are
/// written once a later row has one.
final class CSVSink {
  let path: String
  private let file: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  private var written = 0
  /// How many fields the first row has.
  private var width = 0
  /// How many fields of the present row have been begun.
  private var fields = 0
  private var blankRows = 0

  /// - Throws: `.unwritable`.
  init(path: String, limit: Int) throws(ImportFileProblem) {
    self.path = path
    self.limit = limit
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw .unwritable(path: path, detail: String(cString: strerror(errno)))
    }
    buffer.reserveCapacity(Self.room + 4096)
  }

  deinit { close(file) }

  /// Writes a field of the present row that is not empty, further right than those before it.
  func write(_ field: ArraySlice<UInt8>, column: Int) throws(ImportFileProblem) {
    if fields == 0 { try writeBlankRows() }
    append(commas: column - max(0, fields - 1))
    fields = column + 1
    let mark = UInt8(ascii: "\"")
    if field.contains(where: { $0 == mark || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) {
      buffer.append(mark)
      var rest = field
      while let quote = rest.firstIndex(of: mark) {
        buffer += rest[...quote]
        buffer.append(mark)
        rest = rest[(quote + 1)...]
      }
      buffer += rest
      buffer.append(mark)
    } else {
      buffer += field
    }
    if buffer.count >= Self.room { try flush() }
  }

  /// The present row is done.
  func endRow() throws(ImportFileProblem) {
    guard fields > 0 else {
      skipRows(1)
      return
    }
    if width == 0 { width = fields }
    append(commas: width - fields)
    buffer.append(0x0A)
    fields = 0
    if buffer.count >= Self.room { try flush() }
  }

  /// So many rows hold nothing. Above the first row that holds something they are left out.
  func skipRows(_ count: Int) { if width > 0 { blankRows += count } }

  /// Writes what is left.
  func finish() throws(ImportFileProblem) { try flush() }

  /// Removes the file.
  func abandon() { unlink(path) }

  private func writeBlankRows() throws(ImportFileProblem) {
    while blankRows > 0 {
      blankRows -= 1
      if width == 1 { buffer += [UInt8(ascii: "\""), UInt8(ascii: "\"")] }
      append(commas: width - 1)
      buffer.append(0x0A)
      if buffer.count >= Self.room { try flush() }
    }
  }

  private func append(commas count: Int) {
    for _ in 0..<max(0, count) { buffer.append(0x2C) }
  }

  private func flush() throws(ImportFileProblem) {
    written += buffer.count
    guard written <= limit else { throw .tooLarge(path: path, limit: limit) }
    let count = buffer.count
    let isWritten = buffer.withUnsafeBytes { bytes in
      var done = 0
      while done < count {
        let step = Glibc.write(file, bytes.baseAddress.map { $0 + done }, count - done)
        if step < 0, errno == EINTR { continue }
        if step <= 0 { return false }
        done += step
      }
      return true
    }
    guard isWritten else {
      throw .unwritable(path: path, detail: String(cString: strerror(errno)))
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static let room = 1 << 16
}
