import Model

/// A date as bibliographies take them: a year, or a year and a month, or a day, and perhaps another to
/// which it runs. What these cannot say (`X`, sets, seasons) they say less exactly, never more.
struct CitableDate: Equatable {
  /// One to three numbers: year, month (1 to 12), day.
  let start: [Int]
  /// The other end of an interval, where it is known.
  let end: [Int]?
  /// Whether it is marked as approximate or uncertain, or cannot be said here as it is.
  let isCirca: Bool

  /// Nil where not even a year is known at which it begins or, that being open, ends, and for years
  /// outside of 1 to 9999, which these formats cannot write alike.
  init?(_ date: ExtendedDate) {
    let text = date.description
    let isSet = text.hasPrefix("[") || text.hasPrefix("{")
    let parts = isSet ? [] : text.split(separator: "/", omittingEmptySubsequences: false)
    let points = parts.map(Self.numbers)
    let marked = date.isApproximate || date.isUncertain
    switch (points.first ?? nil, points.count > 1 ? points[1] : nil) {
    case (let first?, let last):
      start = first
      end = last
      isCirca = marked
    case (nil, let last?) where date.earliest == .distantPast:
      start = last
      end = nil
      isCirca = true
    default:
      let (first, last) = (date.earliest, date.latest)
      guard first != .distantPast || last != .distantFuture else { return nil }
      start = [first == .distantPast ? last.year : first.year]
      let other = [last == .distantFuture ? first.year : last.year]
      end = other == start ? nil : other
      isCirca = true
    }
    guard [start, end ?? start].allSatisfy({ (1...9999).contains($0[0]) }) else { return nil }
  }

  /// The numbers of `2016`, `2016-08` or `2016-08-08`, whatever marks and time stand with them.
  private static func numbers(_ text: Substring) -> [Int]? {
    let plain = text.prefix { $0 != "T" }.filter { !"~?%".contains($0) }
    let fields = plain.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = fields.map { $0.count <= 4 ? Int($0) : nil }
    guard let year = numbers.first ?? nil, numbers.count <= 3, fields[0].count == 4 else {
      return nil
    }
    guard numbers.count > 1, let month = numbers[1], (1...12).contains(month) else {
      return numbers.count == 1 ? [year] : nil
    }
    guard numbers.count > 2 else { return [year, month] }
    return numbers[2].map { [year, month, $0] }
  }

  /// `2016-08-08`, `2016-08` or `2016`, as FollowTheMoney takes dates.
  static func hyphened(_ numbers: [Int]) -> String { padded(numbers).joined(separator: "-") }

  /// `2016/08/08`, `2016/08//`, `2016///`: RIS has a place for each part, known or not.
  static func stroked(_ numbers: [Int]) -> String {
    let text = padded(numbers).joined(separator: "/")
    return text + String(repeating: "/", count: numbers.count == 3 ? 0 : 4 - numbers.count)
  }

  /// The year in four digits, month and day in two.
  private static func padded(_ numbers: [Int]) -> [String] {
    zip(numbers, [4, 2, 2]).map { number, width in
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }
}

/// Where within its journal a work stands, taken out of the words in which the casebook has it:
/// `Volume 16, Issue 2`.
struct IssueParts: Equatable {
  var volume: String?
  var number: String?
  var pages: String?
  /// What is none of these.
  var rest: [String] = []

  init(_ text: String?) {
    for part in (text ?? "").split(separator: ",") {
      let words = part.split(separator: " ")
      let value = words.dropFirst().joined(separator: " ")
      let isNumber = words.count == 2 && value.allSatisfy { $0.isNumber || "-–".contains($0) }
      switch words.first?.lowercased() {
      case "volume" where isNumber, "vol" where isNumber, "vol." where isNumber: volume = value
      case "issue" where isNumber, "number" where isNumber, "no" where isNumber,
        "no." where isNumber:
        number = value
      case "p." where isNumber, "pp." where isNumber, "page" where isNumber,
        "pages" where isNumber:
        pages = value
      case nil: break
      default: rest.append(words.joined(separator: " "))
      }
    }
  }
}

extension Source {
  /// In what it appeared: its series, or for what a paper prints the paper.
  var container: String? {
    series ?? (["newspaper", "magazine", "broadcast"].contains(type) ? publisher : nil)
  }

  /// Its address, where it is one that needs no repair (RFC 3986: no blanks, brackets or controls).
  var address: String? {
    guard let url, url.hasPrefix("http://") || url.hasPrefix("https://"),
      url.unicodeScalars.allSatisfy({
        $0.value > 0x20 && !"<>\"{}|\\^`".unicodeScalars.contains($0)
      })
    else { return nil }
    return url
  }

  /// What the reader must know of it, how its date is known among that.
  var remarks: String? {
    let remarks = [note, dateNote.map { "Date: \($0)" }].compactMap { $0 }
    return remarks.isEmpty ? nil : remarks.joined(separator: ". ")
  }
}
