import Model

/// Days in the fields of rows.
enum DatedField {
  /// The ten letters of a day that a field begins with, `2016-08-08`, where it is one of the calendar and what
  /// follows is nothing or a time of day; nil for all else.
  static func day(_ field: some Collection<UInt8>) -> String? {
    guard field.count >= 10 else { return nil }
    if let after = field.dropFirst(10).first {
      guard after == UInt8(ascii: " ") || after == UInt8(ascii: "T") else { return nil }
    }
    let text = String(decoding: field.prefix(10), as: UTF8.self)
    guard let date = try? ExtendedDate(reading: text), date.isSingleDay else { return nil }
    return text
  }

  /// Year, month and day as EDTF has them; the year is one of 1 to 9999.
  static func written(year: Int, month: Int, day: Int) -> String {
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    // Numbers of two digits, which all but errors are, without a text of each.
    guard 0...99 ~= month, 0...99 ~= day else {
      return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
    }
    return String(unsafeUninitializedCapacity: 10) { bytes in
      func put(_ number: Int, at place: Int) {
        bytes[place] = UInt8(ascii: "0") + UInt8(number / 10)
        bytes[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
      }
      put(year / 100, at: 0)
      put(year % 100, at: 2)
      bytes[4] = UInt8(ascii: "-")
      put(month, at: 5)
      bytes[7] = UInt8(ascii: "-")
      put(day, at: 8)
      return 10
    }
  }
}
