extension ExtendedDate.Point {
  /// The most digits a year may have.
  static let longestYear = 9

  /// Reads one date of EDTF; the slice is part of the whole text, whose columns the problems have.
  init(reading text: ArraySlice<Character>) throws(DateProblem) {
    guard let last = text.last else { throw .empty(column: text.startIndex + 1) }
    try Self.refuseLevelTwo(text)
    try Self.refuseTime(text)
    let qualifier = ExtendedDate.Qualifier(rawValue: last)
    let rest = qualifier == nil ? text : text.dropLast()
    let isNegative = rest.first == "-"
    let body = isNegative ? rest.dropFirst() : rest
    if rest.first == "Y" {
      self.init(year: try Self.longYear(rest), precision: .year, qualifier: qualifier)
      return
    }
    let fields = body.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = fields.first, !first.isEmpty else { throw .unreadable(text) }
    if fields.count == 1, first.hasX {
      self.init(try Self.openYear(first, whole: rest), qualifier)
      return
    }
    let year = try Self.shortYear(first)
    if isNegative, year == 0 { throw .unreadable(rest) }
    let signed = isNegative ? -year : year
    let precision = try Self.precision(fields.dropFirst(), in: signed)
    self.init(year: signed, precision: precision, qualifier: qualifier)
  }

  private init(
    _ open: (year: Int, precision: ExtendedDate.Precision), _ qualifier: ExtendedDate.Qualifier?
  ) {
    self.init(year: open.year, precision: open.precision, qualifier: qualifier)
  }

  private static func refuseLevelTwo(_ text: ArraySlice<Character>) throws(DateProblem) {
    let isMark = { (index: Int) in
      "[]{}".contains(text[index])
        || (ExtendedDate.Qualifier(rawValue: text[index]) != nil && index != text.endIndex - 1)
    }
    guard let mark = text.indices.first(where: isMark) else { return }
    throw .beyondLevelOne(String(text[mark]), column: mark + 1)
  }

  /// A `T` or a blank after a digit, and a digit after it; with a blank, a colon must follow.
  private static func refuseTime(_ text: ArraySlice<Character>) throws(DateProblem) {
    guard let mark = text.firstIndex(where: { $0 == "T" || $0 == " " }), mark > text.startIndex,
      text[mark - 1].isDigit, let next = text[(mark + 1)...].first, next.isDigit,
      text[mark] == "T" || text[mark...].contains(":")
    else { return }
    throw .timeOfDay(String(text[mark...]), column: mark + 1)
  }

  /// `Y17000`, `Y-17000`: five digits or more, the first not 0.
  private static func longYear(_ text: ArraySlice<Character>) throws(DateProblem) -> Int {
    let isNegative = text.dropFirst().first == "-"
    let digits = text.dropFirst(isNegative ? 2 : 1)
    if let other = digits.firstIndex(where: { !$0.isDigit }) {
      guard other > digits.startIndex, "ES".contains(text[other]) else { throw .unreadable(text) }
      throw .beyondLevelOne(String(text[other...]), column: other + 1)
    }
    guard digits.count > 4, digits.first != "0" else { throw .unreadable(text) }
    guard digits.count <= longestYear, let year = Int(String(digits)) else {
      throw .yearTooLong(String(text), digits: longestYear, column: text.startIndex + 1)
    }
    return isNegative ? -year : year
  }

  private static func shortYear(_ field: ArraySlice<Character>) throws(DateProblem) -> Int {
    if field.hasX { throw .misplacedX(field) }
    guard field.allSatisfy(\.isDigit), field.count <= 4, let year = Int(String(field)) else {
      throw .unreadable(field)
    }
    if field.count < 4 { throw .yearNotFourDigits(String(field), column: field.startIndex + 1) }
    return year
  }

  /// `201X` or `20XX`, without a sign.
  private static func openYear(
    _ field: ArraySlice<Character>, whole: ArraySlice<Character>
  ) throws(DateProblem) -> (year: Int, precision: ExtendedDate.Precision) {
    let digits = field.prefix(while: \.isDigit)
    guard whole.count == 4, field.count == 4, digits.count >= 2,
      field[digits.endIndex...].allSatisfy({ $0 == "X" }), let known = Int(String(digits))
    else { throw .misplacedX(whole) }
    return digits.count == 3 ? (known * 10, .decade) : (known * 100, .century)
  }

  /// What follows the year: nothing, a month or season, a month and a day.
  private static func precision(
    _ fields: ArraySlice<ArraySlice<Character>>, in year: Int
  ) throws(DateProblem) -> ExtendedDate.Precision {
    guard let monthField = fields.first else { return .year }
    let dayField = fields.dropFirst().first
    if monthField.elementsEqual("XX") {
      guard let dayField else { return .unknownMonth }
      try refuseMore(than: 2, fields)
      if dayField.elementsEqual("XX") { return .unknownMonthAndDay }
      throw try dayField.twoDigits() == nil ? .misplacedX(dayField) : .misplacedX(monthField)
    }
    guard let number = try monthField.twoDigits() else { throw .misplacedX(monthField) }
    if dayField == nil, let season = Season(rawValue: number) { return .season(season) }
    guard let month = Month(rawValue: number) else {
      throw .noSuchMonth(String(monthField), column: monthField.startIndex + 1)
    }
    guard let dayField else { return .month(month) }
    try refuseMore(than: 2, fields)
    if dayField.elementsEqual("XX") { return .unknownDay(month) }
    guard let day = try dayField.twoDigits() else { throw .misplacedX(dayField) }
    try month.refuse(day, written: dayField, in: year)
    return .day(month, day)
  }

  private static func refuseMore(
    than count: Int, _ fields: ArraySlice<ArraySlice<Character>>
  ) throws(DateProblem) {
    guard let extra = fields.dropFirst(count).first else { return }
    throw .unreadable("-" + String(extra), suggestion: nil, column: extra.startIndex)
  }
}

extension Month {
  /// Passes a day that the month has.
  func refuse(_ day: Int, written: ArraySlice<Character>, in year: Int) throws(DateProblem) {
    let last = lastDay(in: year)
    guard !(1...last).contains(day) else { return }
    let lastDay = DayNumber(year: year, month: rawValue, day: last) ?? .distantFuture
    throw .noSuchDay(String(written), lastDay: lastDay, column: written.startIndex + 1)
  }
}

extension ArraySlice<Character> {
  /// Whether it is made of digits and at least one `X`.
  fileprivate var hasX: Bool { contains("X") && allSatisfy { $0 == "X" || $0.isDigit } }

  /// The number of a field of two digits; nil where an `X` is among them.
  fileprivate func twoDigits() throws(DateProblem) -> Int? {
    if isEmpty { throw .unreadable("-", suggestion: nil, column: startIndex) }
    if hasX { return nil }
    guard count == 2, allSatisfy(\.isDigit), let number = Int(String(self)) else {
      throw .unreadable(self)
    }
    return number
  }
}

extension Character {
  /// Whether it is one of 0 to 9, and no digit of another script.
  var isDigit: Bool { "0" <= self && self <= "9" && isASCII }
}

extension DateProblem {
  static func unreadable(_ text: ArraySlice<Character>) -> DateProblem {
    .unreadable(String(text), suggestion: nil, column: text.startIndex + 1)
  }

  static func misplacedX(_ text: ArraySlice<Character>) -> DateProblem {
    .misplacedX(String(text), column: text.startIndex + 1)
  }
}
