/// One row of a table in a file: its fields as they stand there, without the quotes around them.
///
/// A value that a reader fills again and again, so that reading on costs no memory.
public struct FileRow: Sendable {
  /// The physical line on which it begins, from 1.
  public internal(set) var line = 1
  /// Where it begins in the file, in bytes, and how many it takes without its line's end.
  public internal(set) var bytes = 0..<0
  /// How many fields it has.
  public var count: Int { ends.count }
  /// How bytes that are no UTF-8 are to be read.
  public internal(set) var encoding = FileEncoding.utf8

  /// The fields one after another.
  var content: [UInt8] = []
  /// Where each field ends in `content`.
  var ends: [Int] = []

  /// A row without fields, to be filled.
  public init() {}

  /// A row of its own, for tests and for headers that a format must imagine.
  public init(_ fields: [String], line: Int = 1) {
    self.line = line
    for field in fields {
      content += field.utf8
      ends.append(content.count)
    }
  }

  /// The bytes of a field, by its place from 0; none where the row is shorter.
  public func utf8(_ column: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(column) else { return [] }
    return content[(column == 0 ? 0 : ends[column - 1])..<ends[column]]
  }

  /// Whether a field is missing, or holds nothing but blanks.
  public func isBlank(_ column: Int) -> Bool {
    utf8(column).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// A field as text, by its place from 0; empty where the row is shorter.
  public subscript(column: Int) -> String { encoding.text(utf8(column)) }

  /// All fields as text.
  public var fields: [String] { (0..<count).map { self[$0] } }
}
