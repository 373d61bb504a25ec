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

  /// What some events amount to that have each kind or group.
  private struct Counted {
    var events: RowRequest
    var stacking: TimelineRequest.Stacking
    var measure: TimelineRequest.Measure
    var sums: [String: FigureSum]
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

  /// What those of some events amount to that have each kind or group, as it was when it was last asked, or as `sum`
  /// says.
  func sums(
    of stacking: TimelineRequest.Stacking, in events: RowRequest,
    by measure: TimelineRequest.Measure, sum: () throws -> [String: FigureSum]
  ) rethrows -> [String: FigureSum] {
    let known = counted.withLock {
      $0.last { $0.stacking == stacking && $0.measure == measure && $0.events == events }?.sums
    }
    if let known { return known }
    let sums = try sum()
    counted.withLock { counted in
      if counted.count == Self.limit { counted.removeFirst() }
      counted.append(Counted(events: events, stacking: stacking, measure: measure, sums: sums))
    }
    return sums
  }
}
