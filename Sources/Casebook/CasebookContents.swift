public import Anchoring
public import Model

/// A casebook as it was read: every record, and where each one stands in the folder.
public struct CasebookContents: Sendable {
  /// In words; lists and headings show it.
  public var title = ""
  /// What the casebook says of itself.
  public var description = ""
  /// Under which it may be used.
  public var licence = ""
  /// Groups, people, places, events, relations, themes and sources, in the order of their files.
  public var records: [Record] = []
  /// By source, then number.
  public var passages: [Passage] = []
  /// Of held sources, by which their passages are found in a reader's copy.
  public var fingerprints: [RecordID: SourceFingerprints] = [:]
  /// Where places are, as gazetteers have it; no facts of the casebook's sources.
  public var locations: [RecordID: Location] = [:]
  /// Where each record begins, for whoever edits it.
  public var origins: [RecordID: FilePlace] = [:]

  /// Holds these records and nothing else.
  public init(records: [Record] = []) { self.records = records }
}
