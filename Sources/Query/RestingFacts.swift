public import Model

/// What rests on a source, a cited work or a passage.
public struct RestingFacts: Hashable, Sendable {
  /// What something rests on.
  public enum Ground: Hashable, Sendable {
    /// A held source, or a work that passages name.
    case work(RecordID)
    case passage(PassageID)

    /// Whether a citation rests on it.
    public func carries(_ citation: Citation) -> Bool {
      switch self {
      case .work(let id): citation.passage.source == id || citation.via.contains(id)
      case .passage(let passage): citation.passage == passage
      }
    }
  }

  /// In words: the work's name, `roul-2016 ¶12`.
  public var name: String
  /// Facts all of whose citations rest on it: they would fall with it.
  public var alone: [Fact]
  /// Facts that other citations support too.
  public var shared: [Fact]

  /// Takes the parts as they are.
  public init(name: String, alone: [Fact] = [], shared: [Fact] = []) {
    self.name = name
    self.alone = alone
    self.shared = shared
  }
}
