/// A key space of exact keys: which groups, places or sources a document concerns.
public struct Field: Hashable, Sendable, ExpressibleByStringLiteral {
  public let name: String
  public init(_ name: String) { self.name = name }
  public init(stringLiteral name: String) { self.name = name }
}

/// What the index is told of one document.
public struct IndexedDocument: Sendable {
  /// Texts whose words find it; what is a phrase in one does not reach into the next.
  public var texts: [String]
  public var fields: [Field: [String]]
  /// Its possible days, as days since 1970-01-01, `Int32.min` and `Int32.max` being open ends; nil
  /// where it has no date.
  public var days: ClosedRange<Int32>?

  public init(
    texts: [String], fields: [Field: [String]] = [:], days: ClosedRange<Int32>? = nil
  ) {
    self.texts = texts
    self.fields = fields
    self.days = days
  }
}
