import Glibc

/// An index in the writing: bytes go to the file block by block, each with its checksum.
struct OutputFile: ~Copyable {
  private static let bufferSize = 64 * IndexFormat.blockSize
  private let descriptor: Int32
  private let path: String
  private var buffer = RawBytes(capacity: bufferSize)
  /// Where in the file the buffer begins: a multiple of the block size.
  private var bufferAt = 0
  private(set) var sums: [UInt64] = []
  private var failure: Int32 = 0

  /// Leaves room for the header.
  init(_ descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    for _ in 0..<IndexFormat.headerSize { buffer.append(0) }
  }

  /// How many bytes were written so far, the header's included.
  var count: Int { bufferAt + buffer.count }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while !rest.isEmpty {
      let room = Self.bufferSize - buffer.count
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(room))
      buffer.append(part)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
      if buffer.count == Self.bufferSize { flush() }
    }
  }

  mutating func pad(to alignment: Int) {
    while count % alignment != 0 {
      buffer.append(0)
      if buffer.count == Self.bufferSize { flush() }
    }
  }

  /// Writes what is buffered, and checksums of all blocks in it.
  private mutating func flush() {
    var at = 0
    while at < buffer.count {
      // The header has no part in its block's checksum.
      let start = bufferAt + at == 0 ? IndexFormat.headerSize : at
      let end = min(at + IndexFormat.blockSize, buffer.count)
      sums.append(Checksum.of(UnsafeRawBufferPointer(rebasing: buffer.bytes[start..<end])))
      at = end
    }
    write(buffer.bytes, at: bufferAt)
    bufferAt += buffer.count
    buffer.removeAll()
  }

  private mutating func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    if failure == 0 { failure = FileAccess.write(bytes, at: offset, to: descriptor) }
  }

  /// Gives bytes that were written before; whether they could be read.
  func read(_ range: Range<Int>, into bytes: inout RawBytes) -> Bool {
    bytes.removeAll()
    _ = bytes.extend(by: range.count)
    let written = range.clamped(to: range.lowerBound..<max(range.lowerBound, bufferAt))
    let buffered = range.dropFirst(written.count)
    if !written.isEmpty {
      let target = UnsafeMutableRawBufferPointer(start: bytes.start, count: written.count)
      guard
        FileAccess.read(into: target, at: written.lowerBound, of: descriptor) == written.count
      else { return false }
    }
    if let first = buffered.first {
      guard first - bufferAt + buffered.count <= buffer.count else { return false }
      (bytes.start + written.count).copyMemory(
        from: buffer.start + (first - bufferAt), byteCount: buffered.count)
    }
    return true
  }

  /// Ends the part that has checksums by blocks.
  mutating func endBlocks() { flush() }

  /// Writes the tables behind the blocks, and the header before them.
  ///
  /// - Throws: `.system` where any writing before failed.
  mutating func finish(_ header: IndexLayout.Header, tables: IndexBytes) throws(IndexProblem) {
    let start = header.bytes
    let sum = start.withUnsafeBytes { start in
      tables.bytes.withUnsafeBytes { IndexLayout.checksum(header: start, tables: $0) }
    }
    var whole = tables
    whole.append(sum)
    whole.bytes.withUnsafeBytes { write($0, at: bufferAt) }
    start.withUnsafeBytes { write($0, at: 0) }
    if failure != 0 { throw .system(path: path, code: failure) }
  }
}
