import Interchange
import Model
import Query
import SearchIndex

/// Makes of events what the table and the index have of them, and notes what they name.
struct EventRows {
  private(set) var parties: DatasetParties
  private(set) var works = DatasetWorks()
  private(set) var settings = EventSettings()
  private let key: String
  private let unknownKilled = DocumentParts()
  private let unknownWounded = DocumentParts()

  /// - Parameter key: the format's, with which the ids of its events begin.
  init(key: String) {
    self.key = key
    parties = DatasetParties(key: key)
    unknownKilled.add("unknown", key: FigureFilter.Measure.killed.rawValue)
    unknownWounded.add("unknown", key: FigureFilter.Measure.wounded.rawValue)
  }

  /// Writes a row, and tells the index of it.
  ///
  /// - Throws: what went wrong in writing any row before.
  mutating func add(
    _ event: DatasetEvent, _ place: RowFile.Place, _ writer: RowWriter,
    _ builder: inout IndexBuilder
  ) throws {
    let days = event.date.map { settings.days(of: $0) }
    let setting = settings.setting(of: event, &parties)
    let document = builder.count
    builder.beginDocument(days: days?.possible)
    builder.add(setting.parts)
    if let wide = days?.wide { builder.add(wide, to: .wide) }
    Self.add(event.killed, to: .killed, or: unknownKilled, &builder)
    Self.add(event.wounded, to: .wounded, or: unknownWounded, &builder)
    event.location?.forEachColumn { builder.add($1...$1, to: $0) }
    builder.add(text: event.note)
    // Before the row is begun, for works are rows too.
    for key in try works.add(event.sources, writer) { builder.add("source", key: key) }
    let row = try writer.begin(.event)
    row.add(document)
    row.add(DatasetIDs.event(key, event.id).rawValue)
    row.add(event.title)
    row.add(days?.written)
    row.add(event.places.first?.name ?? "")
    row.add(event.kind)
    row.add(event.casualties ?? settings.casualties(of: event))
    row.add(place.offset)
    row.add(place.length)
    row.add(place.line)
    row.beginText()
    setting.wording.withUnsafeBytes { row.append($0) }
    if !event.note.isEmpty { Self.add(part: event.note, row) }
    for work in event.sources {
      for text in [work.title, work.publisher].compactMap(\.self) {
        Self.add(part: text, row)
        builder.add(text: text)
      }
    }
    row.endText()
  }

  private static func add(
    _ figure: CasualtyFigure?, to column: Column, or unknown: DocumentParts,
    _ builder: inout IndexBuilder
  ) {
    if let figure { builder.add(figure.range, to: column) } else { builder.add(unknown) }
  }

  private static func add(part: String, _ row: RowBatch) {
    row.append("\n")
    row.append(part)
  }
}

extension Column {
  fileprivate static let killed = Column(FigureFilter.Measure.killed.rawValue)
  fileprivate static let wounded = Column(FigureFilter.Measure.wounded.rawValue)
}
