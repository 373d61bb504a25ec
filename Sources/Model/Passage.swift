/// A paragraph's place among the non-blank lines of its article's plain text, from 1.
public struct ParagraphNumber: RawRepresentable, Hashable, Comparable, Sendable {
  /// From 1.
  public let rawValue: Int
  /// Takes any value.
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// Takes any value.
  public init(_ number: Int) { rawValue = number }
  /// By the order of their parts, as written.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// The address of a passage, written `roul-2016#12`.
public struct PassageID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The work it stands in.
  public let source: RecordID
  /// Its place among the non-blank lines.
  public let number: ParagraphNumber

  /// Takes the parts as they are.
  public init(source: RecordID, number: ParagraphNumber) {
    self.source = source
    self.number = number
  }

  /// Reads `source#number`; nil where the text is not of that form or the number is below 1.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1]), number > 0,
      parts[1].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    let source = RecordID(String(parts[0]))
    guard source.isWellFormed else { return nil }
    self.init(source: source, number: ParagraphNumber(number))
  }

  /// As files and messages write it.
  public var description: String { "\(source)#\(number.rawValue)" }

  /// As people read it: `roul-2016 ¶12`.
  public var words: String { "\(source) ¶\(number.rawValue)" }

  /// By the order of their parts, as written.
  public static func < (one: Self, other: Self) -> Bool {
    (one.source, one.number) < (other.source, other.number)
  }
}

/// An addressable paragraph of a held source, with what it says in the casebook's own words.
public struct Passage: Hashable, Sendable {
  /// What part of the article it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case title, byline, heading, paragraph, table, caption, note, boilerplate
  }

  /// Unique in its casebook.
  public var id: PassageID
  /// What sort of one it is.
  public var kind: Kind
  /// One or two sentences of the casebook's own; never the article's wording.
  public var digest: String
  /// Whether the casebook says that nothing is to be coded from it; a paragraph, a table's cell or a
  /// note without facts has to say so.
  public var statesNothing: Bool

  /// Takes the parts as they are.
  public init(id: PassageID, kind: Kind, digest: String, statesNothing: Bool = false) {
    self.id = id
    self.kind = kind
    self.digest = digest
    self.statesNothing = statesNothing
  }
}
