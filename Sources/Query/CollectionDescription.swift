/// A casebook or dataset of a library: what must be told so that a result can be had again.
public struct CollectionDescription: Hashable, Sendable {
  /// What sort of one it is.
  public enum Kind: String, Hashable, Sendable {
    case casebook, dataset
    /// The reader's own copies of a casebook's sources.
    case copies
  }

  /// What sort of one it is.
  public var kind: Kind
  /// What `in:` calls it: `khorasan`, `ged-pakistan`.
  public var name: String
  /// What people call it.
  public var title: String
  /// A dataset's release (`25.1`); for a casebook the first digits of a hash of its files.
  public var version: String
  /// Who is to be credited, and under which licence; empty where the collection does not say.
  public var attribution: String

  /// Takes the parts as they are.
  public init(
    kind: Kind, name: String, title: String, version: String = "", attribution: String = ""
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.version = version
    self.attribution = attribution
  }
}
