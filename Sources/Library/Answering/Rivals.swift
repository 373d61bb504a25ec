import GRDB
import Model
import Query

/// Questions on which sources differ.
extension Answering {
  /// Those of a record, or, without one, of every record of the library in the order of its lists.
  func rivals(of id: RecordID?) throws -> RivalList {
    let subjects = try id.map { [$0] } ?? subjectsThatMayDiffer()
    let statements = try reading.statements(of: subjects)
    let questions = subjects.flatMap { RivalValues.among(statements[$0] ?? []) }
    var ids = Set(questions.map(\.subject))
    for statement in questions.flatMap(\.statements) {
      ids.formUnion(statement.references)
      ids.formUnion(statement.citations.flatMap { $0.via + [$0.passage.source] })
    }
    return RivalList(questions, names: try reading.names(of: ids).mapValues(\.name))
  }

  /// Records with several statements that can answer one question.
  private func subjectsThatMayDiffer() throws -> [RecordID] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT statement.subject FROM statement JOIN record ON record.id = statement.subject
        WHERE rival IS NOT NULL OR property IN (?, ?, ?, ?)
        GROUP BY statement.subject HAVING COUNT(*) > 1 ORDER BY record.document
        """,
      arguments: [
        Property.date.rawValue, Property.killed.rawValue, Property.wounded.rawValue,
        Property.killedAndWounded.rawValue,
      ])
    return rows.map { RecordID($0["subject"] as String) }
  }
}
