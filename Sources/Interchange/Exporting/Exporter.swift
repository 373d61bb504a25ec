public import Model
public import Query

/// Writes what a query finds in one of the formats, window by window: memory does not grow with the
/// records, but for the names of works and passages that were met.
///
/// It prints nothing, reads no clock and opens no file: answers come from `ask`, text goes to the sink
/// that `run` is given, and the date is the caller's. Cancelling is a matter of throwing from either.
public struct Exporter {
  /// What shall be written.
  public struct Order: Hashable, Sendable {
    /// As what.
    public var format: ExportFormat
    /// What it must match.
    public var expression: QueryExpression
    /// Which kinds of record, in this order, each once; the format's own where none are named.
    public var kinds: [RecordKind]
    /// Only what concerns this record, as a list in the explorer does.
    public var scope: RecordID?

    /// Takes the parts as they are.
    public init(
      _ format: ExportFormat, _ expression: QueryExpression = .everything,
      kinds: [RecordKind] = [], scope: RecordID? = nil
    ) {
      self.format = format
      self.expression = expression
      var seen: Set<RecordKind> = []
      let once = kinds.filter { seen.insert($0).inserted }
      self.kinds = once.isEmpty ? format.defaultKinds : once
      self.scope = scope
    }

    /// Why it cannot be carried out; nil where it can.
    public var problem: ExportProblem? {
      if let kind = kinds.first(where: { !format.kinds.contains($0) }) {
        return .noSuchKind(kind, format)
      }
      return format.isOfOneKind && kinds.count > 1 ? .severalKinds(format) : nil
    }
  }

  /// What has been written.
  public struct Result: Hashable, Sendable {
    /// Where it comes from, complete.
    public var provenance: Provenance
    /// The works that it cites, in the order met; only for a Markdown dossier.
    public var works: [RecordID]
  }

  private let order: Order
  private let program: String
  private let date: DayNumber
  private let library: ExportLibrary
  private let bibliography: String?
  private let fingerprint: (Citation) -> String?

  /// How many rows are asked for at once.
  static let window = 256

  /// - Parameters:
  ///   - program: the program and its version, `adduce 0.1.0`.
  ///   - date: the day to be put on the export.
  ///   - bibliography: the file of CSL-JSON that a Markdown dossier shall name.
  ///   - fingerprint: the fingerprint of a citation's passage or words, for Web Annotations; nil where
  ///     the casebook has none.
  ///   - ask: answers one request; what it throws ends the export.
  public init(
    _ order: Order, program: String, date: DayNumber, bibliography: String? = nil,
    fingerprint: @escaping (Citation) -> String? = { _ in nil },
    ask: @escaping (Request) throws -> Reply
  ) {
    self.order = order
    self.program = program
    self.date = date
    self.bibliography = bibliography
    self.fingerprint = fingerprint
    library = ExportLibrary(ask: ask)
  }

  /// Writes it all.
  ///
  /// - Parameters:
  ///   - sink: takes the next piece of the text, some tens of kilobytes.
  ///   - progress: is told after each window how many records of how many are written.
  /// - Throws: `ExportProblem` where the order cannot be carried out; whatever `ask`, `sink` and
  ///   `progress` throw.
  public func run(
    to sink: (String) throws -> Void, progress: (Int, Int) throws -> Void = { _, _ in }
  ) throws -> Result {
    if let problem = order.problem { throw problem }
    var account = Account(try opening(), keepsWorks: order.format == .markdown)
    var writer = makeWriter()
    var text = writer.begin(account.provenance)
    var written = 0
    for kind in order.kinds {
      var first = 0
      while true {
        let window = try library.rows(request(kind, first: first, count: Self.window))
        for row in window.rows {
          guard let item = try item(row) else { continue }
          account.take(item)
          text += try writer.piece(for: item, from: library)
          if text.utf8.count > 1 << 16 {
            try sink(text)
            text = ""
          }
        }
        first += window.rows.count
        written += window.rows.count
        try progress(written, account.provenance.count)
        if window.rows.isEmpty || first >= window.total { break }
      }
    }
    text += writer.end(account.provenance)
    try sink(text)
    return Result(provenance: account.provenance, works: account.works)
  }

  /// Writes CSL-JSON of these works, for a dossier that cites them; unknown ones are left out.
  public func writeBibliography(of works: [RecordID], to sink: (String) throws -> Void) throws {
    var entries = EntryList(CSLJSONEntries())
    var text = entries.opening
    for work in works {
      guard let source = try library.source(work) else { continue }
      text += entries.add(source)
    }
    try sink(text + entries.closing)
  }

  private func request(_ kind: RecordKind, first: Int, count: Int) -> RowRequest {
    RowRequest(
      kind, expression: order.expression, scope: order.scope, first: first, count: count)
  }

  private func opening() throws -> Provenance {
    var counts: [RecordKind: Int] = [:]
    for kind in order.kinds {
      counts[kind] = try library.rows(request(kind, first: 0, count: 1)).total
    }
    return Provenance(
      program: program, date: date, format: order.format, query: order.expression.description,
      kinds: order.kinds, counts: counts, certain: order.expression.asksForDates ? 0 : nil,
      collections: try library.overview().collections, anchors: AnchorTally())
  }

  /// What a row stands for; nil for a statement that its record has no more.
  private func item(_ row: ListRow) throws -> ExportItem? {
    switch row.target {
    case .record(let id) where row.kind == .statement:
      let subject = RecordID(String(id.rawValue.prefix { $0 != "/" }))
      let dossier = try library.dossier(subject)
      guard let statement = dossier.record.statements.first(where: { $0.id == id }) else {
        return nil
      }
      return ExportItem(content: .statement(statement, of: dossier), isCertain: row.isCertain)
    case .record(let id):
      return ExportItem(content: .record(try library.dossier(id)), isCertain: row.isCertain)
    case .passage(let id):
      let reading = try library.reading(id.source)
      guard let index = reading.passages.firstIndex(where: { $0.id == id }) else { return nil }
      return ExportItem(
        content: .passage(reading.passages[index], facts: reading.facts[index], of: reading),
        isCertain: row.isCertain)
    case .text: return nil
    }
  }

  private func makeWriter() -> any ExportWriter {
    switch order.format {
    case .csv: CSVExport(kind: order.kinds.first ?? .event)
    case .jsonl: JSONLinesExport()
    case .geojson: GeoJSONExport()
    case .markdown: MarkdownDossier(bibliography: bibliography)
    case .csl: BibliographyExport(CSLJSONEntries())
    case .bibtex: BibliographyExport(BibTeXEntries())
    case .ris: BibliographyExport(RISEntries())
    case .annotations: WebAnnotations(fingerprint: fingerprint)
    case .ftm: FollowTheMoneyExport()
    }
  }
}

/// What is counted while an export is written.
private struct Account {
  var provenance: Provenance
  private(set) var works: [RecordID] = []
  private let keepsWorks: Bool
  private var knownWorks: Set<RecordID> = []
  private var passages: Set<PassageID> = []

  init(_ provenance: Provenance, keepsWorks: Bool) {
    self.provenance = provenance
    self.keepsWorks = keepsWorks
  }

  /// Counts each passage once, however many facts cite it.
  mutating func take(_ item: ExportItem) {
    if item.isCertain == true { provenance.certain = (provenance.certain ?? 0) + 1 }
    for citation in item.citations where passages.insert(citation.passage).inserted {
      provenance.anchors.count(item.anchor(citation.passage))
    }
    guard keepsWorks else { return }
    for work in item.works where knownWorks.insert(work).inserted { works.append(work) }
  }
}
