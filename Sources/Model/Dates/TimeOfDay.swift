/// A time after a day, as EDTF level 0 has it: `T23:20:30`, `T23:20:30Z`, `T23:20:30+04:30`.
///
/// It is kept as it is written and bounds nothing: the day is the one written, in its own zone.
struct TimeOfDay: Hashable, Sendable {
  let written: String

  /// Nil where the text is no time of this form; hours go to 23, and a second 60 follows :59 only.
  init?(reading text: ArraySlice<Character>) {
    let fields = text.dropFirst().prefix(8).split(
      separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap(Self.twoDigits)
    guard text.first == "T", text.count >= 9, fields.count == 3, numbers.count == 3,
      numbers[0] <= 23, numbers[1] <= 59, numbers[2] <= (numbers[1] == 59 ? 60 : 59),
      Self.isZone(text.dropFirst(9))
    else { return nil }
    written = String(text)
  }

  /// `23:20:30 UTC`, `23:20:30 UTC+04:30`, `23:20:30`.
  var words: String {
    let zone = written.dropFirst(9)
    return written.dropFirst().prefix(8)
      + (zone.isEmpty ? "" : zone == "Z" ? " UTC" : " UTC\(zone)")
  }

  /// Nothing, `Z`, `+04` or `+04:30`.
  private static func isZone(_ text: ArraySlice<Character>) -> Bool {
    if text.isEmpty || text.elementsEqual("Z") { return true }
    guard let sign = text.first, sign == "+" || sign == "-" else { return false }
    let fields = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap(twoDigits)
    guard numbers.count == fields.count, let hours = numbers.first, hours <= 23 else {
      return false
    }
    return numbers.count == 1 || (numbers.count == 2 && numbers[1] <= 59)
  }

  private static func twoDigits(_ field: ArraySlice<Character>) -> Int? {
    guard field.count == 2, field.allSatisfy(\.isDigit) else { return nil }
    return Int(String(field))
  }
}
