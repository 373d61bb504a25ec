public import Model

/// One thing that a row says, and in which of its columns.
public struct DatasetFact: Sendable {
  /// What is said.
  public enum Value: Hashable, Sendable {
    case text(String)
    case date(ExtendedDate)
    case figure(CasualtyFigure)
    case party(DatasetParty)
    /// From the smallest place that is named to the largest.
    case place([DatasetPlace])
  }

  /// What it is about: a role for a party, `killed`, `date`.
  public var property: Property
  /// The property's name for people: `Side A`, `Killed, civilians`.
  public var label: String
  /// What is said.
  public var value: Value
  /// The columns that say it, from 0.
  public var columns: [Int]
  /// How the row puts it.
  public var basis: Basis
  /// How a code is to be understood, or what else the reader must know: `known within 2 to 6 days`.
  public var note: String?

  /// Takes the parts as they are.
  public init(
    _ property: Property, _ label: String, _ value: Value, columns: [Int],
    basis: Basis = .stated, note: String? = nil
  ) {
    self.property = property
    self.label = label
    self.value = value
    self.columns = columns
    self.basis = basis
    self.note = note
  }
}
