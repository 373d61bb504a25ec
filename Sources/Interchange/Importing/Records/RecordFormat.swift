public import Model

/// The formats of files that hold records, not rows of events. The raw value is what `--as` calls one.
public enum RecordFormat: String, CaseIterable, Sendable {
  case actors = "ucdp-actors"
  case followTheMoney = "ftm"
  case csl, bibtex, ris

  /// What people call it.
  public var title: String {
    switch self {
    case .actors: UCDPActors.title
    case .followTheMoney: "FollowTheMoney"
    case .csl: "CSL-JSON"
    case .bibtex: "BibTeX"
    case .ris: "RIS"
    }
  }

  /// Whom to credit, where it is always the same.
  public var attribution: String {
    self == .actors ? "Uppsala Conflict Data Program, UCDP Actor Dataset, CC BY 4.0" : ""
  }

  /// Whether a file of it lists works and nothing else.
  public var isBibliography: Bool { [.csl, .bibtex, .ris].contains(self) }

  /// The format of a file by its first bytes and, where it is a table, its first row; nil where it is
  /// none of them.
  public static func recognise(_ start: [UInt8], header: FileRow) -> RecordFormat? {
    if UCDPActors.recognises(header: header) { return .actors }
    if FollowTheMoney.recognises(start) { return .followTheMoney }
    if CSLJSON.recognises(start) { return .csl }
    if RIS.recognises(start) { return .ris }
    return BibTeX.recognises(start) ? .bibtex : nil
  }

  /// Reads a file; its entries cite the lines of `dataset` on which they stand.
  ///
  /// - Parameter rows: of a table, after its header.
  public func read(
    _ bytes: [UInt8], header: FileRow, rows: [FileRow], file: String, dataset: RecordID
  ) -> ImportedRecords {
    switch self {
    case .actors:
      UCDPActors(header: header)?.records(rows, file: file, dataset: dataset) ?? ImportedRecords()
    case .followTheMoney: FollowTheMoney.read(bytes, file: file, dataset: dataset)
    case .csl: CSLJSON.read(bytes, file: file)
    case .bibtex: BibTeX.read(bytes, file: file)
    case .ris: RIS.read(bytes, file: file)
    }
  }
}
