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
  /// The lowest and the highest estimate, where a source gives them beside its best one and they differ
  /// from it. Written `7 (2-12)`.
  public var estimates: Estimates?

  /// A source's lowest and highest estimate, as it gives them: the best one can lie outside, and
  /// in some hundred rows of UCDP GED the lowest is above the highest.
  public struct Estimates: Hashable, Sendable {
    /// Persons; 0 or more.
    public var low: Int
    /// Persons; 0 or more.
    public var high: Int

    /// Takes the parts as they are.
    public init(low: Int, high: Int) {
      self.low = low
      self.high = high
    }
  }

  /// Takes the parts as they are.
  public init(_ value: Int, _ qualifier: Qualifier = .exact) {
    self.value = value
    self.qualifier = qualifier
  }

  /// A best estimate with a low and a high one; it alone where all agree.
  public init(best: Int, low: Int, high: Int) {
    value = best
    qualifier = .exact
    if low != best || high != best { estimates = Estimates(low: low, high: high) }
  }

  /// The fewest that the wording allows; nil where it gives no lower bound.
  public var low: Int? {
    if let estimates { return estimates.low }
    return switch qualifier {
    case .exact, .atLeast: value
    case .moreThan: value + 1
    case .about, .nearly, .upTo: nil
    }
  }

  /// The most that the wording allows; nil where it gives no upper bound.
  public var high: Int? {
    if let estimates { return estimates.high }
    return switch qualifier {
    case .exact, .upTo: value
    case .nearly: max(0, value - 1)
    case .about, .atLeast, .moreThan: nil
    }
  }

  /// As a casebook writes it: `more than 70`, `7 (2-12)`.
  public var description: String {
    let figure = qualifier == .exact ? "\(value)" : "\(qualifier.rawValue) \(value)"
    return figure + (estimates.map { " (\($0.low)-\($0.high))" } ?? "")
  }

  /// Short, for a column: `>70`, `≥70`, `≤70`, `~70`, `<70`, `7 (2–12)`.
  public var short: String {
    if let estimates { return "\(value) (\(estimates.low)–\(estimates.high))" }
    return switch qualifier {
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
  case notEstimates(String, column: Int)

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    switch self {
    case .unknownQualifier(let text, _): "“\(text)” is no qualifier of a figure"
    case .notANumber(let text, _): "“\(text)” is no whole number of persons"
    case .notEstimates(let text, _): "“\(text)” are no low and high estimates around the number"
    }
  }

  /// What would do, as a full sentence.
  public var remedy: String {
    switch self {
    case .unknownQualifier:
      "Write nothing, about, nearly, at least, more than or up to before the number."
    case .notANumber:
      "Write the number in digits, such as 70 or 1,300."
    case .notEstimates:
      "Write the best, the lowest and the highest number in digits, such as 7 (2-12)."
    }
  }

  /// Where the offending text begins, from 1, in characters.
  public var column: Int {
    switch self {
    case .unknownQualifier(_, let column), .notANumber(_, let column),
      .notEstimates(_, let column):
      column
    }
  }
}

extension CasualtyFigure {
  /// Reads `70`, `1,300`, `more than 70`, `at least 12`, `7 (2-12)`.
  ///
  /// - Throws: `FigureProblem` with the column of the first word that is neither qualifier nor digits.
  public init(reading text: String) throws(FigureProblem) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    if words.count == 2, let estimates = words.last, estimates.first == "(" {
      let column = text.distance(from: text.startIndex, to: estimates.startIndex) + 1
      let bounds = estimates.dropFirst().dropLast().split(
        separator: "-", omittingEmptySubsequences: false
      ).map { Int($0) }
      guard estimates.last == ")", bounds.count == 2, let low = bounds[0], let high = bounds[1],
        let best = Int(words[0]), low >= 0, high >= 0, best >= 0
      else { throw .notEstimates(String(estimates), column: column) }
      self.init(best: best, low: low, high: high)
      return
    }
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
