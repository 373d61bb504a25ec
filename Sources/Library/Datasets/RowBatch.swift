/// Rows of tables on their way from the thread that makes them to the one that writes them: copied, so that
/// nothing of Swift's strings is shared, and SQLite takes the texts where they lie.
final class RowBatch {
  /// Which statement writes a row.
  enum Table: UInt8 {
    case event, source
  }

  private enum Kind {
    static let nothing: UInt8 = 0
    static let number: UInt8 = 1
    static let text: UInt8 = 2
  }

  private var start: UnsafeMutableRawPointer
  private var capacity: Int
  /// Where the length of the text stands that is being added.
  private var lengthAt = 0

  /// How many bytes it has.
  private(set) var size = 0

  init(capacity: Int) {
    self.capacity = capacity
    start = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { start.deallocate() }

  /// Begins a row, of which all columns follow.
  func begin(_ table: Table) { append(table.rawValue) }

  func add(_ number: Int) {
    append(Kind.number)
    append(number)
  }

  func add(_ text: String?) {
    guard let text else {
      append(Kind.nothing)
      return
    }
    beginText()
    append(text)
    endText()
  }

  /// Begins a text that is added piece by piece.
  func beginText() {
    append(Kind.text)
    lengthAt = size
    append(UInt32(0))
  }

  /// Adds a piece to the text that was begun.
  func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  /// Adds a piece to the text that was begun.
  func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    reserve(bytes.count)
    (start + size).copyMemory(from: source, byteCount: bytes.count)
    size += bytes.count
  }

  /// Ends the text that was begun.
  func endText() {
    let length = UInt32(size - lengthAt - MemoryLayout<UInt32>.size)
    start.storeBytes(of: length, toByteOffset: lengthAt, as: UInt32.self)
  }

  private func append<Value: BitwiseCopyable>(_ value: Value) {
    reserve(MemoryLayout<Value>.size)
    start.storeBytes(of: value, toByteOffset: size, as: Value.self)
    size += MemoryLayout<Value>.size
  }

  private func reserve(_ more: Int) {
    guard size + more > capacity else { return }
    capacity = max(2 * capacity, size + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: start, byteCount: size)
    start.deallocate()
    start = larger
  }

  /// Writes all rows, and forgets them.
  ///
  /// - Throws: what the database says.
  func write(_ statement: (Table) -> InsertStatement) throws {
    let bytes = UnsafeRawBufferPointer(start: start, count: size)
    var at = 0
    while at < bytes.count {
      let insert = statement(Table(rawValue: bytes[at]) ?? .event)
      at += 1
      for column in 1...insert.parameters { Self.bind(column, of: insert, bytes, &at) }
      try insert.run()
    }
    size = 0
  }

  private static func bind(
    _ column: Int32, of insert: InsertStatement, _ bytes: UnsafeRawBufferPointer, _ at: inout Int
  ) {
    at += 1
    switch bytes[at - 1] {
    case Kind.number:
      insert.bind(column, bytes.loadUnaligned(fromByteOffset: at, as: Int.self))
      at += MemoryLayout<Int>.size
    case Kind.text:
      let count = Int(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      at += MemoryLayout<UInt32>.size
      // Rebased of the whole, so that an empty text has a place too.
      insert.bind(column, lasting: UnsafeRawBufferPointer(rebasing: bytes[at..<(at + count)]))
      at += count
    default: insert.bindNull(column)
    }
  }
}
