/// Why a date could not be read: the offending text, and the column of its first character, counted
/// from 1, in characters of the whole text read.
public enum DateProblem: Error, Equatable, Sendable {
  /// There is nothing where a date should be.
  case empty(column: Int)
  /// No part of a date; `suggestion` is how the whole may be meant, in EDTF, where that can be told.
  case unreadable(String, suggestion: String?, column: Int)
  /// A year with fewer than four digits.
  case yearNotFourDigits(String, column: Int)
  /// A year with more than `digits` digits.
  case yearTooLong(String, digits: Int, column: Int)
  /// A month, a day or a season without a year.
  case missingYear(String, column: Int)
  /// Neither a month nor, alone with its year, a season.
  case noSuchMonth(String, column: Int)
  /// A day that the month does not have; `lastDay` is the last it has.
  case noSuchDay(String, lastDay: DayNumber, column: Int)
  /// An `X` where none may stand.
  case misplacedX(String, column: Int)
  /// A time of day after the date.
  case timeOfDay(String, column: Int)
  /// One of `?`, `~`, `%` that belongs to no part of a date.
  case misplacedMark(String, column: Int)
  /// A form of EDTF level 2 that is not read; `instead` is the same in one that is.
  case notRead(String, instead: String?, column: Int)
  /// `between` and one date.
  case missingEnd(String, column: Int)
  /// An open end in the middle of a set.
  case openInside(String, column: Int)
  /// An interval with neither a first nor a last date.
  case noEnds(String, column: Int)
  /// An interval whose end is before its start; `inOrder` is the same the right way round.
  case reversed(String, inOrder: String, column: Int)
  /// Day and month in an order that differs between countries; `readings` are the days it may mean,
  /// day first and then month first, without repeats.
  case ambiguous(String, readings: [DayNumber], column: Int)

  /// Where the offending text begins, from 1, in characters; one past the end where something is
  /// missing there.
  public var column: Int {
    switch self {
    case .empty(let column), .unreadable(_, _, let column), .yearNotFourDigits(_, let column),
      .yearTooLong(_, _, let column), .missingYear(_, let column), .noSuchMonth(_, let column),
      .noSuchDay(_, _, let column), .misplacedX(_, let column), .timeOfDay(_, let column),
      .misplacedMark(_, let column), .notRead(_, _, let column), .missingEnd(_, let column),
      .openInside(_, let column), .noEnds(_, let column), .reversed(_, _, let column),
      .ambiguous(_, _, let column):
      column
    }
  }

  /// The offending text, as it was written.
  public var text: String {
    switch self {
    case .empty: ""
    case .unreadable(let text, _, _), .yearNotFourDigits(let text, _), .yearTooLong(let text, _, _),
      .missingYear(let text, _), .noSuchMonth(let text, _), .noSuchDay(let text, _, _),
      .misplacedX(let text, _), .timeOfDay(let text, _),
      .misplacedMark(let text, _), .notRead(let text, _, _), .missingEnd(let text, _),
      .openInside(let text, _), .noEnds(let text, _), .reversed(let text, _, _),
      .ambiguous(let text, _, _):
      text
    }
  }
}
