import Model

/// Days in the fields of rows.
enum DatedField {
  /// The ten letters of a day that a field begins with, `2016-08-08`, where it is one of the calendar and what
  /// follows is nothing or a time of day; nil for all else.
  static func day(_ field: ArraySlice<UInt8>) -> String? {
    guard field.count >= 10 else { return nil }
    if field.count > 10 {
      let after = field[field.startIndex + 10]
      guard after == UInt8(ascii: " ") || after == UInt8(ascii: "T") else { return nil }
    }
    let text = String(decoding: field.prefix(10), as: UTF8.self)
    guard let date = try? ExtendedDate(reading: text), date.isSingleDay else { return nil }
    return text
  }
}
