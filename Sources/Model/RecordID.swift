/// The name of one record, unique in its casebook: lower-case ASCII letters, digits and hyphens.
public struct RecordID: RawRepresentable, Hashable, Comparable, Sendable,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// As files write it.
  public let rawValue: String

  /// Takes any text; `isWellFormed` says whether it keeps to the rule.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Takes any value.
  public init(_ text: String) { rawValue = text }
  /// Takes any value.
  public init(stringLiteral text: String) { rawValue = text }

  /// As files and messages write it.
  public var description: String { rawValue }

  /// Whether the text is one or more of `a-z 0-9 -`, beginning with a letter or digit.
  public var isWellFormed: Bool {
    guard let first = rawValue.utf8.first, first != UInt8(ascii: "-") else { return false }
    return rawValue.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
  }

  /// By the order of their parts, as written.
  public static func < (one: RecordID, other: RecordID) -> Bool { one.rawValue < other.rawValue }
}
