public import Model

/// A window of the facts that are weakly supported, in display order, those of one record together.
public struct SupportRequest: Hashable, Sendable {
  /// Only those of this record; nil for those of all.
  public var record: RecordID?
  /// In which way.
  public var kind: WeakSupport
  /// The first fact asked for, from 0, and how many at most.
  public var first: Int
  /// How many there are.
  public var count: Int

  /// Takes the parts as they are.
  public init(_ kind: WeakSupport, of record: RecordID? = nil, first: Int = 0, count: Int) {
    self.kind = kind
    self.record = record
    self.first = first
    self.count = count
  }
}

/// A window of the facts that are weakly supported.
public struct SupportWindow: Hashable, Sendable {
  /// In which way they are.
  public var kind: WeakSupport
  /// Those of the window.
  public var facts: [Fact]
  /// Where it begins in the list, from 0.
  public var first: Int
  /// How many facts are supported in each way.
  public var totals: [WeakSupport: Int]
  /// How many facts there are in all.
  public var all: Int
  /// What the works and records that appear here are called, by id.
  public var names: [RecordID: String]

  /// Takes the parts as they are.
  public init(
    kind: WeakSupport, facts: [Fact] = [], first: Int = 0, totals: [WeakSupport: Int] = [:],
    all: Int = 0, names: [RecordID: String] = [:]
  ) {
    self.kind = kind
    self.facts = facts
    self.first = first
    self.totals = totals
    self.all = all
    self.names = names
  }

  /// How many facts the whole list has.
  public var total: Int { totals[kind] ?? 0 }

  /// What to call a record here: its name, or its id where the list has none.
  public func name(of id: RecordID) -> String { names[id] ?? id.rawValue }
}
