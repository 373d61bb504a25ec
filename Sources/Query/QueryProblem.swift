public import Model

/// Why a query cannot be read. Columns count from 1, in characters.
public enum QueryProblem: Error, Equatable, Sendable {
  case unknownField(String, column: Int)
  case emptyField(String, column: Int)
  case openQuote(column: Int)
  case openParenthesis(column: Int)
  case strayParenthesis(column: Int)
  case nothingToCombine(String, column: Int)
  case nestedTooDeep(column: Int)
  case date(DateProblem, column: Int)
  /// The field, and what is no number.
  case number(String, String, column: Int)
  /// What is no part of the earth.
  case area(String, column: Int)

  /// Where the offending text begins, from 1, in characters.
  public var column: Int {
    switch self {
    case .unknownField(_, let column), .emptyField(_, let column), .openQuote(let column),
      .openParenthesis(let column), .strayParenthesis(let column),
      .nothingToCombine(_, let column), .nestedTooDeep(let column), .date(_, let column),
      .number(_, _, let column), .area(_, let column):
      column
    }
  }

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .unknownField(let name, _): "there is no field “\(name):”"
    case .emptyField(let name, _): "“\(name):” has no value"
    case .openQuote: "the quotation mark is not closed"
    case .openParenthesis: "the parenthesis is not closed"
    case .strayParenthesis: "this parenthesis closes nothing"
    case .nothingToCombine(let word, _): "“\(word)” has nothing to work on"
    case .nestedTooDeep: "parentheses are nested too deep"
    case .date(let problem, _): problem.message
    case .number(_, let text, _): "“\(text)” is no number or range of numbers"
    case .area(let text, _): "“\(text)” is no part of the earth"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .unknownField(let name, _):
      "The fields are "
        + QueryReader.fields.map { $0 + ":" }.joined(separator: " ")
        + "; put \"\(name):…\" in quotation marks to search for it as text."
    case .emptyField(let name, _) where FigureFilter.Measure(rawValue: name) != nil:
      "Write a number or a range, such as \(name):>50."
    case .emptyField(let name, _) where QueryReader.dateFields.contains(name):
      "Write a day, month, year or range, such as date:2016-08..2016-11."
    case .emptyField("area", _): "Write two corners, such as area:30.1,66.9..30.3,67.1."
    case .emptyField(let name, _):
      "Write a name right after the colon, such as \(name):\"two words\"."
    case .openQuote: "Close it with a second \"."
    case .openParenthesis: "Close it with )."
    case .strayParenthesis: "Take it away, or open it with ( before."
    case .nothingToCombine(let word, _):
      switch word {
      case "-": "Write the word to leave out right after the -."
      case "=": "Write the name right after the =."
      default: "Write a word on either side."
      }
    case .nestedTooDeep: "At most \(QueryReader.deepest) are read; write the query flatter."
    case .date(let problem, _): problem.remedy
    case .number(let field, _, _):
      "Write \(field):>50, \(field):<=10, \(field):10..20, \(field):12 or \(field):unknown."
    case .area:
      "Write two corners in degrees north and east, such as area:30.1,66.9..30.3,67.1."
    }
  }
}
