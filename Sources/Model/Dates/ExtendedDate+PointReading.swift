extension ExtendedDate.Point {
  /// Reads one date of EDTF; the slice is part of the whole text, whose columns the problems have.
  init(reading text: ArraySlice<Character>) throws(DateProblem) {
    if text.isEmpty { throw .empty(column: text.startIndex + 1) }
    try Self.refuseTime(text)
    let fields = MarkedField.fields(of: text)
    guard let year = fields.first, !year.body.isEmpty else { throw .unreadable(text) }
    if let extra = fields.dropFirst(3).first?.whole {
      throw .unreadable("-" + String(extra), suggestion: nil, column: extra.startIndex)
    }
    for field in fields {
      if field.whole.isEmpty {
        throw .unreadable("-", suggestion: nil, column: field.whole.startIndex)
      }
      if field.body.isEmpty { throw .unreadable(field.whole) }
      if let mark = field.body.firstIndex(where: { ExtendedDate.Qualifier(rawValue: $0) != nil }) {
        throw .misplacedMark(String(field.body[mark]), column: mark + 1)
      }
    }
    self = try Self.unmarked(year.body, fields.dropFirst().map(\.body))
    for (field, part) in zip(fields, ExtendedDate.Part.allCases) {
      marks.put(before: field.before, after: field.after, part)
    }
  }

  /// Reads one date that may have a time of day after it.
  init(readingAlone text: ArraySlice<Character>) throws(DateProblem) {
    guard let mark = text.firstIndex(of: "T"), let time = TimeOfDay(reading: text[mark...]) else {
      self = try Self(reading: text)
      return
    }
    self = try Self(reading: text[..<mark])
    guard case .day = precision, marks.isEmpty else {
      throw .timeOfDay(String(text[mark...]), column: mark + 1)
    }
    self.time = time
  }

  /// A `T` or a blank after a digit, and a digit after it; with a blank, a colon must follow.
  private static func refuseTime(_ text: ArraySlice<Character>) throws(DateProblem) {
    guard let mark = text.firstIndex(where: { $0 == "T" || $0 == " " }), mark > text.startIndex,
      text[mark - 1].isDigit, let next = text[(mark + 1)...].first, next.isDigit,
      text[mark] == "T" || text[mark...].contains(":")
    else { return }
    throw .timeOfDay(String(text[mark...]), column: mark + 1)
  }

  private static func unmarked(
    _ yearField: ArraySlice<Character>, _ rest: [ArraySlice<Character>]
  ) throws(DateProblem) -> Self {
    if let problem = SpareYear.problem(in: yearField) { throw problem }
    if yearField.first == "Y" {
      guard rest.isEmpty else { throw .unreadable(rest[0]) }
      return Self(year: try longYear(yearField), precision: .year)
    }
    let isNegative = yearField.first == "-"
    let digits = isNegative ? yearField.dropFirst() : yearField
    if digits.isEmpty { throw .unreadable(yearField) }
    if digits.hasX || rest.contains(where: \.hasX) {
      return try masked(digits, isNegative: isNegative, rest)
    }
    let year = try shortYear(digits)
    if isNegative, year == 0 { throw .unreadable(yearField) }
    let signed = isNegative ? -year : year
    return Self(year: signed, precision: try precision(rest, in: signed))
  }

  private static func shortYear(_ field: ArraySlice<Character>) throws(DateProblem) -> Int {
    guard field.allSatisfy(\.isDigit), field.count <= 4, let year = Int(String(field)) else {
      throw .unreadable(field)
    }
    if field.count < 4 { throw .yearNotFourDigits(String(field), column: field.startIndex + 1) }
    return year
  }

  /// What follows a year of digits alone: nothing, a month or season, a month and a day.
  private static func precision(
    _ fields: [ArraySlice<Character>], in year: Int
  ) throws(DateProblem) -> ExtendedDate.Precision {
    guard let monthField = fields.first else { return .year }
    let dayField = fields.dropFirst().first
    let number = try monthField.twoDigits()
    if dayField == nil, let season = Season(rawValue: number) { return .season(season) }
    guard let month = Month(rawValue: number) else {
      throw .noSuchMonth(String(monthField), column: monthField.startIndex + 1)
    }
    guard let dayField else { return .month(month) }
    let day = try dayField.twoDigits()
    try month.refuse(day, written: dayField, in: year)
    return .day(month, day)
  }

  /// A date with an `X` in it: one of the forms of level 1, or any other.
  private static func masked(
    _ yearField: ArraySlice<Character>, isNegative: Bool, _ rest: [ArraySlice<Character>]
  ) throws(DateProblem) -> Self {
    for (field, width) in zip([yearField] + rest, [4, 2, 2]) {
      guard field.hasX else {
        _ = width == 4 ? try shortYear(field) : try field.twoDigits()
        continue
      }
      guard field.count == width else { throw .misplacedX(field) }
    }
    let (monthField, dayField) = (rest.first, rest.dropFirst().first)
    let isDayOpen = dayField?.elementsEqual("XX") ?? false
    if !yearField.hasX, let monthField {
      let year = (isNegative ? -1 : 1) * (try shortYear(yearField))
      if isNegative, year == 0 {
        throw .unreadable("-" + String(yearField), suggestion: nil, column: yearField.startIndex)
      }
      if monthField.elementsEqual("XX") {
        if dayField == nil { return Self(year: year, precision: .unknownMonth) }
        if isDayOpen { return Self(year: year, precision: .unknownMonthAndDay) }
      } else if isDayOpen, !monthField.hasX {
        guard let month = Month(rawValue: try monthField.twoDigits()) else {
          throw .noSuchMonth(String(monthField), column: monthField.startIndex + 1)
        }
        return Self(year: year, precision: .unknownDay(month))
      }
    } else if rest.isEmpty, !isNegative, let open = openYear(yearField) {
      return open
    }
    let mask = try DigitMask(
      year: yearField, isNegative: isNegative, month: monthField, day: dayField)
    return Self(year: mask.first.year, precision: .masked(mask))
  }

  /// `201X` or `20XX`.
  private static func openYear(_ field: ArraySlice<Character>) -> Self? {
    let digits = field.prefix(while: \.isDigit)
    guard digits.count >= 2, field[digits.endIndex...].allSatisfy({ $0 == "X" }),
      let known = Int(String(digits))
    else { return nil }
    return digits.count == 3
      ? Self(year: known * 10, precision: .decade) : Self(year: known * 100, precision: .century)
  }
}

/// A part of a date as it is written, without the hyphens, and the marks at its sides.
private struct MarkedField {
  var before: ExtendedDate.Qualifier?
  var body: ArraySlice<Character>
  var after: ExtendedDate.Qualifier?

  /// With the marks.
  let whole: ArraySlice<Character>

  init(_ text: ArraySlice<Character>) {
    whole = text
    body = text
    before = body.first.flatMap(ExtendedDate.Qualifier.init)
    if before != nil { body = body.dropFirst() }
    after = body.last.flatMap(ExtendedDate.Qualifier.init)
    if after != nil { body = body.dropLast() }
  }

  /// What the hyphens of a date part; one at the start of a year is its sign.
  static func fields(of text: ArraySlice<Character>) -> [MarkedField] {
    var start = text.startIndex
    if let first = text.first, ExtendedDate.Qualifier(rawValue: first) != nil { start += 1 }
    if text[start...].first == "Y" { start += 1 }
    if text[start...].first == "-" { start += 1 }
    let yearEnd = text[start...].firstIndex(of: "-") ?? text.endIndex
    let rest = text[yearEnd...].dropFirst()
    let fields =
      yearEnd == text.endIndex ? [] : rest.split(separator: "-", omittingEmptySubsequences: false)
    return ([text[..<yearEnd]] + fields).map(MarkedField.init)
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

  /// The number of a field of two digits.
  fileprivate func twoDigits() throws(DateProblem) -> Int {
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
