/// A name by which a source calls a group, a person or a place, spelled as it is printed there.
public struct Alias: Hashable, Sendable {
  /// Why a record has more than one name.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case name, abbreviation, spelling, former, misprint
  }

  /// As printed.
  public var text: String
  /// What sort of one it is.
  public var kind: Kind
  /// The sources that use it.
  public var sources: [RecordID]

  /// Takes the parts as they are.
  public init(text: String, kind: Kind = .name, sources: [RecordID] = []) {
    self.text = text
    self.kind = kind
    self.sources = sources
  }
}
