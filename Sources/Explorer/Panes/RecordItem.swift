import Model

/// What a row of a record leads to.
enum Destination: Hashable, Sendable {
  /// A record; `statement` is the one to put the cursor on.
  case record(RecordID, statement: RecordID? = nil)
  /// A passage, as one of the citations of a fact.
  case passage(PassageID, of: [Citation] = [])
  /// A paragraph of the attached copy of a source.
  case text(RecordID, paragraph: Int)
  /// The row of a dataset that the record is made from, at some of its columns.
  case row([Int])
}

/// A part of a record that the cursor can stand on.
struct RecordItem: Equatable, Sendable {
  var destination: Destination?
  /// The statement it shows or belongs to.
  var statement: RecordID?
  /// The citations of that statement.
  var citations: [Citation]
}
