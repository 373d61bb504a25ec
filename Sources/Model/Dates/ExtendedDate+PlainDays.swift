extension ExtendedDate {
  /// Reads a whole day without marks, or an interval of two, which most dates of rows are, at a
  /// fraction of what any other date costs. Nil for all else, however sound.
  init?(plainDays text: String) {
    var text = text
    let form = text.withUTF8 { bytes -> Form? in
      switch bytes.count {
      case 10: return Point(plainDay: bytes[...]).map { .point($0) }
      case 21 where bytes[10] == UInt8(ascii: "/"):
        guard let first = Point(plainDay: bytes[..<10]), let last = Point(plainDay: bytes[11...]),
          first.firstDay <= last.firstDay
        else { return nil }
        return .interval(.date(first), .date(last))
      default: return nil
      }
    }
    guard let form else { return nil }
    self.form = form
  }
}

extension ExtendedDate.Point {
  /// Ten bytes, `2016-08-08`.
  fileprivate init?(plainDay bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    func number(_ range: Range<Int>) -> Int? {
      var number = 0
      for index in range {
        let digit = bytes[bytes.startIndex + index] &- UInt8(ascii: "0")
        if digit > 9 { return nil }
        number = 10 * number + Int(digit)
      }
      return number
    }
    let hyphen = UInt8(ascii: "-")
    guard bytes[bytes.startIndex + 4] == hyphen, bytes[bytes.startIndex + 7] == hyphen,
      let year = number(0..<4), let month = number(5..<7).flatMap(Month.init),
      let day = number(8..<10), day >= 1, day <= month.lastDay(in: year)
    else { return nil }
    self.init(year: year, precision: .day(month, day))
  }
}
