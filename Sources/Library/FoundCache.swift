import Model
import Query
import SearchIndex
import Synchronization

/// What a library's last queries found: a list, its count, its months and its places are asked for one
/// after another, and the documents need finding once.
final class FoundCache: Sendable {
  /// How many are kept: those of two searches of every kind. A set is 125 KB at most for each million
  /// documents.
  static let limit = 32

  private struct Question: Equatable {
    var expression: QueryExpression
    var kind: RecordKind
    var certainty: Answering.Certainty
  }

  private let counted = Mutex<[Counted]>([])

  /// How many counts are kept: those of the kinds, groups and places of two filters. There can be as many
  /// sources as events.
  static let countLimit = 8

  /// How many of some events have each key of a field.
  private struct Counted {
    var events: RowRequest
    var field: Field
    var counts: [String: Int]
  }

  private let answers = Mutex<[(question: Question, documents: Bitmap)]>([])

  /// What the query found when it was last asked, or what `find` finds now.
  func documents(
    of expression: QueryExpression, in kind: RecordKind, _ certainty: Answering.Certainty,
    find: () throws -> Bitmap
  ) rethrows -> Bitmap {
    let question = Question(expression: expression, kind: kind, certainty: certainty)
    let known = answers.withLock { $0.last { $0.question == question }?.documents }
    if let known { return known }
    let documents = try find()
    answers.withLock { answers in
      if answers.count == Self.limit { answers.removeFirst() }
      answers.append((question, documents))
    }
    return documents
  }

  /// How many of some events have each key of a field, as it was when it was last asked, or as `count` says.
  func counts<Failure: Error>(
    of field: Field, in events: RowRequest, count: () throws(Failure) -> [String: Int]
  ) throws(Failure) -> [String: Int] {
    let known = counted.withLock {
      $0.last { $0.field == field && $0.events == events }?.counts
    }
    if let known { return known }
    let counts = try count()
    counted.withLock { counted in
      if counted.count == Self.countLimit { counted.removeFirst() }
      counted.append(Counted(events: events, field: field, counts: counts))
    }
    return counts
  }
}
