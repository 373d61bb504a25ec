/// A statement's pointer to the passage that supports it.
public struct Citation: Hashable, Sendable {
  /// The paragraph that supports it.
  public var passage: PassageID
  /// The words of the paragraph that do, from 1, both ends included; nil for all of it.
  public var words: ClosedRange<Int>?
  /// The cited works on which the passage itself rests, as far as it says so.
  public var via: [RecordID]

  /// Takes the parts as they are.
  public init(_ passage: PassageID, words: ClosedRange<Int>? = nil, via: [RecordID] = []) {
    self.passage = passage
    self.words = words
    self.via = via
  }

  /// The words that support it, where they are not the whole passage.
  public var span: PassageSpan? { words.map { PassageSpan(passage.number, words: $0) } }
}

extension Citation: CustomStringConvertible {
  /// As a casebook writes it: `roul-2016#11:5-19 via dawn-2016-08-09`.
  public var description: String {
    let place = words.map { "\(passage):\($0.lowerBound)-\($0.upperBound)" } ?? "\(passage)"
    return via.isEmpty ? place : "\(place) via \(via.map(\.rawValue).joined(separator: " + "))"
  }
}
