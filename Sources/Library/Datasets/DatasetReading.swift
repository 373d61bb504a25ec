import GRDB
import Interchange
import Model
import Query

/// Opens the rows of a dataset as records: its events are read from the file again, each when it is asked for.
struct DatasetReading {
  /// What is known of the dataset.
  let manifest: DatasetManifest
  let format: any EventFormat
  private let path: String

  /// The names of the columns, in the order of the file.
  var columns: [String] { format.columns }

  /// - Throws: `ImportFileProblem`, where the rows cannot be read or are another format's.
  init(_ dataset: InstalledDataset) throws {
    manifest = dataset.manifest
    path = dataset.rows
    let reader = try CSVReader(
      path: path, separator: manifest.separatorByte, encoding: manifest.fileEncoding)
    var header = FileRow()
    guard try reader.next(&header),
      let format = EventFormats.recognise(header, as: manifest.format)
    else { throw ImportFileProblem.damaged(path: path, detail: "it has no header") }
    self.format = format
  }

  /// An event with all that its row says, and the row; nil where there is none of that id.
  func event(_ id: RecordID, _ database: Database) throws -> Found? {
    let sql = """
      SELECT offset, length, line, title, detail FROM listing
      WHERE target = ? AND kind = 'event'
      """
    let statement = try database.cachedStatement(sql: sql)
    guard let stored = try Row.fetchOne(statement, arguments: [id.rawValue]) else { return nil }
    var file = try RowFile(
      path: path, separator: manifest.separatorByte, encoding: manifest.fileEncoding)
    var row = FileRow()
    let place = RowFile.Place(
      offset: stored["offset"], length: stored["length"], line: stored["line"])
    guard file.read(place, into: &row) else {
      throw StoreProblem.damaged(path: path, detail: "the row on line \(place.line) is not there")
    }
    let told = try format.event(row)
    let works = told.sources.map(DatasetIDs.work)
    var columns: [RecordID: [Int]] = [:]
    let citation = Citation(passage(place.line), via: works)
    var numbers: [Property: Int] = [:]
    let statements = format.facts(row).map { fact in
      numbers[fact.property, default: 0] += 1
      let statement = Statement(
        id: RecordID("\(id)/\(fact.property.rawValue).\(numbers[fact.property, default: 1])"),
        subject: id, property: fact.property, label: fact.label, value: self.value(fact.value),
        basis: fact.basis, note: fact.note, citations: [citation])
      columns[statement.id] = fact.columns
      return statement
    }
    let kind: String = stored["detail"]
    return Found(
      event: Event(
        id: id, title: stored["title"], kind: Term(key: kind, label: kind), statements: statements),
      row: DatasetRow(
        dataset: manifest.title, version: manifest.version, key: told.id,
        file: manifest.file.split(separator: "/").last.map(String.init) ?? manifest.file,
        line: place.line, fields: fields(row), columns: columns, sources: works,
        quoted: format.quoted(row), coordinates: format.coordinates(row)),
      works: Dictionary(
        zip(works, told.sources.map(Self.words)), uniquingKeysWith: { one, _ in one }))
  }

  /// An event, its row, and what the works that the row names are called.
  struct Found {
    var event: Event
    var row: DatasetRow
    var works: [RecordID: String]
  }

  /// `Reuters News, 4 October 1990: Headline`
  private static func words(_ work: CitedWork) -> String {
    let first = [work.publisher, work.date?.words].compactMap(\.self).joined(separator: ", ")
    return [first.isEmpty ? nil : first, work.title].compactMap(\.self).joined(separator: ": ")
  }

  /// What citations call a row: the line on which it begins.
  private func passage(_ line: Int) -> PassageID {
    PassageID(source: RecordID(manifest.name), number: ParagraphNumber(line))
  }

  private func fields(_ row: FileRow) -> [DatasetRow.Field] {
    (0..<max(row.count, format.columns.count)).map { column in
      let help = format.help(column)
      let name = format.columns.indices.contains(column) ? format.columns[column] : "\(column + 1)"
      return DatasetRow.Field(
        name: name, value: row[column],
        meaning: row.text(column).flatMap { format.meaning(column, $0) }, help: help?.text,
        codebook: help?.source)
    }
  }

  private func value(_ value: DatasetFact.Value) -> Statement.Value {
    switch value {
    case .text(let text): .text(text)
    case .date(let date): .date(date)
    case .figure(let figure): .figure(figure)
    case .party(let party): .reference(.record(DatasetIDs.group(party, manifest.format)))
    case .place(let path): .reference(.record(DatasetIDs.place(path)))
    }
  }
}
