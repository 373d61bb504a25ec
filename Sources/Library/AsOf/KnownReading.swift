import Casebook
import GRDB
import Model

/// What of a library could be known by a day.
extension Answering {
  /// The held sources, and by which day each was certainly written; nil where its date leaves that open.
  func heldSources() throws -> [(id: RecordID, written: DayNumber?)] {
    try Row.fetchAll(database, sql: "SELECT id, date FROM source WHERE held").map { row in
      (RecordID(row["id"] as String), RecordReading.date(row["date"])?.certainEnd)
    }
  }

  /// The held sources that were certainly written by the end of a day.
  func sources(writtenBy day: DayNumber) throws -> Set<RecordID> {
    Set(try heldSources().filter { $0.written.map { $0 <= day } ?? false }.map(\.id))
  }

  /// The casebook that the library was made from, but for its fingerprints.
  func contents() throws -> (contents: CasebookContents, version: String) {
    var contents = CasebookContents(records: try records())
    contents.title = try meta("title")
    contents.description = try meta("description")
    contents.licence = try meta("licence")
    for case .source(let source) in contents.records where source.isHeld {
      try LongWork.step()
      contents.passages += try reading.passages(of: source.id).map { $0.0 }
    }
    contents.locations = try locations()
    return (contents, try meta("version"))
  }

  /// Where places are; gazetteers are no sources of the casebook, and no day makes them unknown.
  private func locations() throws -> [RecordID: Location] {
    let rows = try Row.fetchAll(database, sql: "SELECT * FROM location").compactMap { row in
      Coordinates(latitude: row["latitude"], longitude: row["longitude"]).flatMap { at in
        PlacePrecision(rawValue: row["precision"]).map {
          (RecordID(row["place"] as String), Location(at, $0))
        }
      }
    }
    return Dictionary(rows) { $1 }
  }

  /// Every record, in an order that makes the same lists again: that of their statements, then of the
  /// passages of sources, then their own.
  private func records() throws -> [Record] {
    let statements = try reading.statements()
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT record.*, coalesce(said.first, 1e12) AS said, coalesce(held.first, 1e12) AS held
        FROM record
        LEFT JOIN (SELECT subject, min(document) AS first FROM statement GROUP BY subject) AS said
          ON said.subject = record.id
        LEFT JOIN (SELECT source, min(document) AS first FROM passage GROUP BY source) AS held
          ON held.source = record.id
        ORDER BY said, held, record.document
        """)
    return try rows.compactMap { row in
      try LongWork.step()
      let id = RecordID(row["id"] as String)
      return try reading.record(id, row, statements[id] ?? [])
    }
  }
}
