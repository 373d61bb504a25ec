/// A key space of exact keys: which groups, places or sources a document concerns.
public struct Field: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What the key space is called, as in a query: `group`, `place`, `cites`.
  public let name: String
  /// A key space by its name, which does not begin with a blank.
  public init(_ name: String) { self.name = name }
  /// The same, written as a literal.
  public init(stringLiteral name: String) { self.name = name }
}

/// A column of bounds that documents may have: how many were killed, how many wounded.
public struct Column: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What the column is called, as in a query: `killed`, `wounded`.
  public let name: String
  /// A column by its name: at most 28 bytes, of which the first is no blank.
  public init(_ name: String) { self.name = name }
  /// The same, written as a literal.
  public init(stringLiteral name: String) { self.name = name }
}

/// What the index is told of one document.
public struct IndexedDocument: Sendable {
  /// Texts whose words find it; what is a phrase in one does not reach into the next.
  public var texts: [String]
  /// Exact keys by which it is found, in key spaces of their own.
  public var fields: [Field: [String]]
  /// Its possible days, as days since 1970-01-01, `Int32.min` and `Int32.max` being open ends; nil
  /// where it has no date.
  public var days: ClosedRange<Int32>?
  /// The days that it surely covers, all of them, as `days` counts them; nil where it surely covers
  /// none.
  public var sure: ClosedRange<Int32>?
  /// The least and the most of what was counted, `Int32.min` and `Int32.max` being open ends; what
  /// was not counted is absent, never 0.
  public var counts: [Column: ClosedRange<Int32>]

  /// A document; what is left out it does not have.
  public init(
    texts: [String], fields: [Field: [String]] = [:], days: ClosedRange<Int32>? = nil,
    sure: ClosedRange<Int32>? = nil, counts: [Column: ClosedRange<Int32>] = [:]
  ) {
    self.texts = texts
    self.fields = fields
    self.days = days
    self.sure = sure
    self.counts = counts
  }
}
