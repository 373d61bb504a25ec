/// A statement's pointer to the passage that supports it.
public struct Citation: Hashable, Sendable {
  /// The paragraph that supports it.
  public var passage: PassageID
  /// The cited works on which the passage itself rests, as far as it says so.
  public var via: [RecordID]

  /// Takes the parts as they are.
  public init(_ passage: PassageID, via: [RecordID] = []) {
    self.passage = passage
    self.via = via
  }
}

extension Citation: CustomStringConvertible {
  /// As a casebook writes it: `roul-2016#11 via dawn-2016-08-09`.
  public var description: String {
    via.isEmpty
      ? passage.description
      : "\(passage) via \(via.map(\.rawValue).joined(separator: " + "))"
  }
}
