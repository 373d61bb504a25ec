public import Model

/// Questions on which sources differ, of one record or of all.
public struct RivalList: Hashable, Sendable {
  /// By subject, in its order; of one subject in the order of its statements.
  public var questions: [RivalValues]
  /// What the records that appear here are called, by id.
  public var names: [RecordID: String]

  /// Takes the parts as they are.
  public init(_ questions: [RivalValues] = [], names: [RecordID: String] = [:]) {
    self.questions = questions
    self.names = names
  }

  /// What to call a record here: its name, or its id where the list has none.
  public func name(of id: RecordID) -> String { names[id] ?? id.rawValue }

  /// What to call whom a statement points to.
  public func name(of reference: Reference) -> String {
    switch reference {
    case .record(let id): name(of: id)
    case .words(let words): words
    }
  }

  /// Those of both, one after the other.
  public func adding(_ other: RivalList) -> RivalList {
    RivalList(
      questions + other.questions, names: names.merging(other.names) { first, _ in first })
  }
}
