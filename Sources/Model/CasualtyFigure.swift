/// People killed or wounded, as the source words it.
///
/// `more than 70` is at least 71 and open above; `about 70` and `nearly 70` bound nothing but what
/// their words say. A figure that a source does not give is absent, never 0.
public struct CasualtyFigure: Hashable, Sendable, CustomStringConvertible {
  /// How the number is meant. The raw value is how a casebook writes it.
  public enum Qualifier: String, CaseIterable, Hashable, Sendable {
    case exact = ""
    case about
    case nearly
    case atLeast = "at least"
    case moreThan = "more than"
    case upTo = "up to"
  }

  /// How the number is meant.
  public var qualifier: Qualifier
  /// Persons; 0 or more.
  public var value: Int

  /// Takes the parts as they are.
  public init(_ value: Int, _ qualifier: Qualifier = .exact) {
    self.value = value
    self.qualifier = qualifier
  }

  /// The fewest that the wording allows; nil where it gives no lower bound.
  public var low: Int? {
    switch qualifier {
    case .exact, .atLeast: value
    case .moreThan: value + 1
    case .about, .nearly, .upTo: nil
    }
  }

  /// The most that the wording allows; nil where it gives no upper bound.
  public var high: Int? {
    switch qualifier {
    case .exact, .upTo: value
    case .nearly: max(0, value - 1)
    case .about, .atLeast, .moreThan: nil
    }
  }

  /// As a casebook writes it: `more than 70`.
  public var description: String {
    qualifier == .exact ? "\(value)" : "\(qualifier.rawValue) \(value)"
  }

  /// Short, for a column: `>70`, `≥70`, `≤70`, `~70`, `<70`.
  public var short: String {
    switch qualifier {
    case .exact: "\(value)"
    case .about: "~\(value)"
    case .nearly: "<\(value)"
    case .atLeast: "≥\(value)"
    case .moreThan: ">\(value)"
    case .upTo: "≤\(value)"
    }
  }
}

/// Why a written figure could not be read. Columns count from 1, in characters.
public enum FigureProblem: Error, Equatable, Sendable {
  case unknownQualifier(String, column: Int)
  case notANumber(String, column: Int)

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .unknownQualifier(let text, _): "“\(text)” is no qualifier of a figure"
    case .notANumber(let text, _): "“\(text)” is no whole number of persons"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .unknownQualifier:
      "Write nothing, about, nearly, at least, more than or up to before the number."
    case .notANumber:
      "Write the number in digits, such as 70 or 1,300."
    }
  }

  /// Where the offending text begins, from 1, in characters.
  public var column: Int {
    switch self {
    case .unknownQualifier(_, let column), .notANumber(_, let column): column
    }
  }
}

extension CasualtyFigure {
  /// Reads `70`, `1,300`, `more than 70`, `at least 12`.
  ///
  /// - Throws: `FigureProblem` with the column of the first word that is neither qualifier nor digits.
  public init(reading text: String) throws(FigureProblem) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard let last = words.last else { throw .notANumber(text, column: 1) }
    let column = text.distance(from: text.startIndex, to: last.startIndex) + 1
    let digits = last.filter { $0 != "," }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let value = Int(digits) else {
      throw .notANumber(String(last), column: column)
    }
    let written = words.dropLast().joined(separator: " ").lowercased()
    guard let qualifier = Qualifier(rawValue: written) else {
      throw .unknownQualifier(words.dropLast().joined(separator: " "), column: 1)
    }
    self.init(value, qualifier)
  }
}
