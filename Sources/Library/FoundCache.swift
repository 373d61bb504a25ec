import Model
import Query
import SearchIndex
import Synchronization

/// What a library's last queries found: a list, its count, its months and its places are asked for one
/// after another, and the documents need finding once.
final class FoundCache: Sendable {
  /// How many sets are kept: those of two searches of every kind. A set is 125 KB at most for each million
  /// documents.
  static let limit = 32
  /// How many counts are kept: those of the kinds, groups and places of two filters. There can be as many
  /// sources as events.
  static let countLimit = 8

  private struct Question: Equatable {
    var expression: QueryExpression
    var kind: RecordKind
    var certainty: Answering.Certainty
  }

  private struct Counting: Equatable {
    var events: RowRequest
    var field: Field
  }

  private struct Summing: Equatable {
    var events: RowRequest
    var stacking: TimelineRequest.Stacking
    var measure: TimelineRequest.Measure
  }

  private let found = LastAnswers<Question, Bitmap>(limit: limit)
  private let counted = LastAnswers<Counting, [String: Int]>(limit: countLimit)
  private let summed = LastAnswers<Summing, [String: FigureSum]>(limit: countLimit)

  /// What the query found when it was last asked, or what `find` finds now.
  func documents<Failure: Error>(
    of expression: QueryExpression, in kind: RecordKind, _ certainty: Answering.Certainty,
    find: () throws(Failure) -> Bitmap
  ) throws(Failure) -> Bitmap {
    try found.answer(
      to: Question(expression: expression, kind: kind, certainty: certainty), or: find)
  }

  /// How many of some events have each key of a field, as it was when it was last asked, or as `count` says.
  func counts<Failure: Error>(
    of field: Field, in events: RowRequest, count: () throws(Failure) -> [String: Int]
  ) throws(Failure) -> [String: Int] {
    try counted.answer(to: Counting(events: events, field: field), or: count)
  }

  /// What those of some events amount to that have each kind or group, as it was when it was last asked, or as `sum`
  /// says.
  func sums<Failure: Error>(
    of stacking: TimelineRequest.Stacking, in events: RowRequest,
    by measure: TimelineRequest.Measure, sum: () throws(Failure) -> [String: FigureSum]
  ) throws(Failure) -> [String: FigureSum] {
    try summed.answer(
      to: Summing(events: events, stacking: stacking, measure: measure), or: sum)
  }
}

/// The answers to the last few different questions.
private final class LastAnswers<Question: Equatable & Sendable, Answer: Sendable>: Sendable {
  private let limit: Int
  private let known = Mutex<[(question: Question, answer: Answer)]>([])

  init(limit: Int) { self.limit = limit }

  /// What is known, or what `find` finds, which is known from then on.
  func answer<Failure: Error>(
    to question: Question, or find: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    if let answer = known.withLock({ $0.last { $0.question == question }?.answer }) {
      return answer
    }
    let answer = try find()
    known.withLock { known in
      if known.count == limit { known.removeFirst() }
      known.append((question, answer))
    }
    return answer
  }
}
