/// Whether a number format shows a day, a time of day, a span of time, or a number.
struct SheetNumberFormat: Equatable {
  var hasDay = false
  var hasTime = false
  /// Hours, minutes or seconds that count on beyond a day: `[h]:mm`.
  var isSpan = false

  /// The formats that every workbook has without writing them down (ECMA-376 Part 1, 18.8.30), those of
  /// East Asian languages among them.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: hasDay = true
    case 18...21, 32...35, 45, 47, 55, 56: hasTime = true
    case 22: (hasDay, hasTime) = (true, true)
    case 46: (hasTime, isSpan) = (true, true)
    default: return
    }
  }

  /// Reads a format's code, its first section (18.8.31): what stands in quotes, in brackets and behind a
  /// backslash is no part of it, and `m` is a month unless hours or seconds stand beside it.
  init(code: String) {
    var hasMonthOrMinute = false
    var rest = Substring(code.lowercased())
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          (hasTime, isSpan) = (true, true)
        }
      case "a" where rest.hasPrefix("m/pm") || rest.hasPrefix("/p"):
        rest = rest.dropFirst(rest.hasPrefix("/p") ? 2 : 4)
        hasTime = true
      case "y", "d": hasDay = true
      case "h", "s": hasTime = true
      case "m": hasMonthOrMinute = true
      case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
      default: continue
      }
    }
    if hasMonthOrMinute, !hasTime { hasDay = true }
  }

  /// A number as this format means it: `2018-01-02`, `2018-01-02T13:30:00`, `13:30:00`; nil where it
  /// shows numbers, or the number is no day.
  func text(_ number: Double, since1904: Bool) -> String? {
    guard hasDay || hasTime, number.isFinite, (0..<1e7).contains(number) else { return nil }
    let seconds = Int((number * 86_400).rounded())
    let (days, time) = (seconds / 86_400, seconds % 86_400)
    if !hasDay, isSpan || days == 0 { return Self.clock(isSpan ? seconds : time) }
    guard let day = SheetDay(serial: days, since1904: since1904) else { return nil }
    return time == 0 ? day.text : "\(day.text)T\(Self.clock(time))"
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
