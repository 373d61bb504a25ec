import Model
import Query

/// How works are written in one format of bibliographies.
protocol BibliographyFormat {
  /// What stands before the first work, between two, and after the last.
  var frame: (opening: String, separator: String, closing: String) { get }
  func entry(_ source: Source) -> String
  /// A line of a remark that belongs to no work; nil where the format has no such thing.
  func remark(_ line: String) -> String?
}

extension BibliographyFormat {
  func remark(_ line: String) -> String? { nil }
}

/// Works one after another, each once.
struct EntryList<Format: BibliographyFormat> {
  private let format: Format
  private var seen: Set<RecordID> = []

  init(_ format: Format) { self.format = format }

  var opening: String { format.frame.opening }
  var closing: String { format.frame.closing }

  func has(_ id: RecordID) -> Bool { seen.contains(id) }

  mutating func add(_ source: Source) -> String {
    let isFirst = seen.isEmpty
    guard seen.insert(source.id).inserted else { return "" }
    return (isFirst ? "" : format.frame.separator) + format.entry(source)
  }
}

/// The works that a query finds, or on which the records that it finds rest.
struct BibliographyExport<Format: BibliographyFormat>: ExportWriter {
  private let format: Format
  private var entries: EntryList<Format>

  init(_ format: Format) {
    self.format = format
    entries = EntryList(format)
  }

  func begin(_ provenance: Provenance) -> String {
    remarks(provenance.openingLines) + entries.opening
  }

  mutating func piece(for item: ExportItem, from library: ExportLibrary) throws -> String {
    if case .record(let dossier) = item.content, case .source(let source) = dossier.record {
      return entries.add(source)
    }
    var text = ""
    for work in item.works where !entries.has(work) {
      if let source = try library.source(work) { text += entries.add(source) }
    }
    return text
  }

  func end(_ provenance: Provenance) -> String {
    entries.closing + remarks(provenance.closingLines)
  }

  private func remarks(_ lines: [String]) -> String { lines.compactMap(format.remark).joined() }
}
