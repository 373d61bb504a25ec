/// One row of a table in a file: its fields as they stand there, without the quotes around them.
///
/// A value that a reader fills again and again, so that reading on costs no memory.
public struct FileRow: Sendable {
  /// The physical line on which it begins, from 1.
  public internal(set) var line = 1
  /// Where it begins in the file, in bytes, and how many it takes without its line's end.
  public internal(set) var bytes = 0..<0
  /// How bytes stand for characters.
  public internal(set) var encoding = FileEncoding.utf8
  /// How many fields it has.
  public var count: Int { bounds.count }

  /// The row as it stands in the file, and after it the fields whose quotes had to be undone.
  var content: [UInt8] = []
  /// Where each field lies in `content`.
  var bounds: [(start: Int, end: Int)] = []

  /// A row without fields, to be filled.
  public init() {}

  /// A row of these fields, for one that stands in no file.
  public init(_ fields: [String], line: Int = 1) {
    self.line = line
    for field in fields {
      let start = content.count
      content += field.utf8
      bounds.append((start, content.count))
    }
  }

  /// The bytes of a field, by its place from 0; none where the row is shorter.
  public func utf8(_ column: Int) -> ArraySlice<UInt8> {
    guard bounds.indices.contains(column) else { return [] }
    let (start, end) = bounds[column]
    return content[start..<end]
  }

  /// Gives the bytes of a field, as `utf8` has them, without a share in the row's memory.
  @inline(__always)
  func withBytes<Result>(
    _ column: Int, _ take: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard column >= 0, column < bounds.count else {
      return take(UnsafeBufferPointer(start: nil, count: 0))
    }
    let (start, end) = bounds[column]
    return content.withUnsafeBufferPointer { take(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Whether a field is missing, or holds nothing but blanks.
  public func isBlank(_ column: Int) -> Bool {
    withBytes(column) { bytes in
      bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
  }

  /// A field as text, by its place from 0; empty where the row is shorter.
  public subscript(column: Int) -> String { withBytes(column, encoding.text) }

  /// All fields as text.
  public var fields: [String] { (0..<count).map { self[$0] } }
}
