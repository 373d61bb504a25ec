/// A key space of exact keys: which groups, places or sources a document concerns.
public struct Field: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What people call it.
  public let name: String
  /// Takes the parts as they are.
  public init(_ name: String) { self.name = name }
  /// Takes the parts as they are.
  public init(stringLiteral name: String) { self.name = name }
}

/// What the index is told of one document.
public struct IndexedDocument: Sendable {
  /// Texts whose words find it; what is a phrase in one does not reach into the next.
  public var texts: [String]
  /// Exact keys, by key space.
  public var fields: [Field: [String]]
  /// Its possible days, as days since 1970-01-01, `Int32.min` and `Int32.max` being open ends; nil
  /// where it has no date.
  public var days: ClosedRange<Int32>?

  /// Takes the parts as they are.
  public init(
    texts: [String], fields: [Field: [String]] = [:], days: ClosedRange<Int32>? = nil
  ) {
    self.texts = texts
    self.fields = fields
    self.days = days
  }
}
