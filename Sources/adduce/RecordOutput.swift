import ArgumentParser
import Explorer
import Interchange
import Library
import Model
import Query
import Text

/// Rows and records on standard output, as text or as JSON Lines.
struct RecordOutput {
  let store: Collections

  /// One answer; says what went wrong, and ends, where there is none.
  func ask(_ request: Request) throws -> Reply {
    do throws(StoreProblem) {
      return try store.answerNow(request)
    } catch {
      Printing.complain(error.message, error.remedy)
      throw ExitCodes.problems
    }
  }

  func window(_ kind: RecordKind, _ expression: QueryExpression) throws -> ListWindow {
    let request = RowRequest(kind, expression: expression, count: Int(Int32.max))
    guard case .rows(let window) = try ask(.rows(request)) else {
      preconditionFailure("a request for rows is answered with rows")
    }
    return window
  }

  // MARK: Text

  /// One line a row: id, date, title, place or detail, figures.
  func text(_ window: ListWindow) {
    let asksForDates = window.rows.contains { $0.isCertain != nil }
    Printing.table(
      window.rows.map { row in
        let how = row.foundHow.map { " (\($0))" } ?? ""
        let found = row.foundBy.map { "as “\($0)”\(how)" } ?? row.snippet.map { "in “\($0)”" } ?? ""
        let certainty =
          !asksForDates ? "" : row.isCertain == false ? "possibly" : "certainly"
        return [
          id(of: row), row.date?.description ?? (row.kind == .event ? "undated" : ""), certainty,
          title(of: row), row.place, row.figures, found,
        ]
      })
  }

  private func title(of row: ListRow) -> String {
    row.kind == .statement ? "\(row.detail): \(row.title)" : row.title
  }

  private func id(of row: ListRow) -> String {
    switch row.target {
    case .record(let id): id.rawValue
    case .passage(let id): id.description
    case .text(let source, let paragraph): "\(source)@\(paragraph + 1)"
    }
  }

  // MARK: JSON

  func json(_ window: ListWindow) throws {
    var dossiers: [RecordID: Dossier] = [:]
    var readings: [RecordID: Reading] = [:]
    for row in window.rows {
      switch row.target {
      case .record(let id) where row.kind == .statement:
        let subject = Self.subject(of: id)
        if dossiers[subject] == nil { dossiers[subject] = try dossier(subject) }
        if let dossier = dossiers[subject] { json(id, in: dossier) }
      case .record(let id): json(try dossier(id))
      case .passage(let id):
        if readings[id.source] == nil { readings[id.source] = try reading(id.source) }
        if let reading = readings[id.source] { json(id, in: reading) }
      case .text(let source, let paragraph):
        let lines = JSONLines { _ in nil }
        Printing.line(lines.object(row.title, paragraph: paragraph + 1, of: source).line)
      }
    }
  }

  /// The record that a statement's id, `subject/property.n`, names a fact of.
  static func subject(of id: RecordID) -> RecordID {
    RecordID(String(id.rawValue.prefix { $0 != "/" }))
  }

  func dossier(_ id: RecordID) throws -> Dossier {
    guard case .dossier(let dossier) = try ask(.dossier(id)) else {
      preconditionFailure("a request for a dossier is answered with one")
    }
    return dossier
  }

  func reading(_ id: RecordID) throws -> Reading {
    guard case .reading(let reading) = try ask(.reading(id)) else {
      preconditionFailure("a request for a reading is answered with one")
    }
    return reading
  }

  func json(_ dossier: Dossier) {
    Printing.line(JSONLines { dossier.names[$0] }.object(dossier.record).line)
  }

  func json(_ id: PassageID, in reading: Reading) {
    let index = id.number.rawValue - 1
    guard reading.passages.indices.contains(index) else { return }
    let object = JSONLines { _ in nil }.object(reading.passages[index], facts: reading.facts[index])
    Printing.line(object.line)
  }

  func json(_ id: RecordID, in dossier: Dossier) {
    guard let statement = dossier.record.statements.first(where: { $0.id == id }) else { return }
    Printing.line(JSONLines { dossier.names[$0] }.object(statement).line)
  }
}
