/// A number of a cell in plain digits: no exponent, and none of the noise of binary fractions.
///
/// A sheet holds numbers as programs wrote them, with up to 17 digits: `0.10000000000000001`,
/// `1.97001010001E+11`. People see at most 15 of them, to which all but whole numbers are rounded.
enum SheetDecimal {
  /// Nil for what is no number, or has hundreds of digits.
  static func text(_ written: ArraySlice<UInt8>) -> [UInt8]? {
    guard var parts = parts(written) else { return nil }
    let isWhole = !written.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    if !isWhole { round(&parts) }
    while parts.digits.count > 1, parts.digits.last == 0, parts.digits.count > parts.point {
      parts.digits.removeLast()
    }
    guard abs(parts.point) <= 400, parts.digits.count <= 400 else { return nil }
    return plain(parts)
  }

  /// The digits from the first that is not 0, and how many of them stand before the point.
  private struct Parts {
    var isNegative = false
    var digits: [UInt8] = []
    var point = 0
  }

  private static func parts(_ written: ArraySlice<UInt8>) -> Parts? {
    var parts = Parts()
    var rest = written
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      parts.isNegative = rest.removeFirst() == UInt8(ascii: "-")
    }
    var (hasPoint, hasDigit) = (false, false)
    while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
      rest.removeFirst()
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        hasDigit = true
        if digit != 0 || !parts.digits.isEmpty {
          parts.digits.append(digit)
          if !hasPoint { parts.point += 1 }
        } else if hasPoint {
          parts.point -= 1
        }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        return nil
      }
    }
    guard hasDigit, let power = power(rest) else { return nil }
    parts.point += power
    if parts.digits.isEmpty { parts = Parts(digits: [0], point: 1) }
    return parts
  }

  /// `E+11` as 11, nothing as 0.
  private static func power(_ text: ArraySlice<UInt8>) -> Int? {
    if text.isEmpty { return 0 }
    guard let number = Int(String(decoding: text.dropFirst(), as: UTF8.self)),
      abs(number) < 1_000_000
    else { return nil }
    return number
  }

  private static func round(_ parts: inout Parts) {
    guard parts.digits.count > 15 else { return }
    let isUp = parts.digits[15] >= 5
    parts.digits.removeSubrange(15...)
    guard isUp else { return }
    var place = 14
    while place >= 0, parts.digits[place] == 9 {
      parts.digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      parts.digits[place] += 1
    } else {
      parts.digits = [1]
      parts.point += 1
    }
  }

  private static func plain(_ parts: Parts) -> [UInt8] {
    let zero = UInt8(ascii: "0")
    let digits = parts.digits.map { $0 + zero }
    var text: [UInt8] = parts.isNegative && digits != [zero] ? [UInt8(ascii: "-")] : []
    if parts.point <= 0 {
      text += [zero, UInt8(ascii: ".")] + [UInt8](repeating: zero, count: -parts.point) + digits
    } else if parts.point >= digits.count {
      text += digits + [UInt8](repeating: zero, count: parts.point - digits.count)
    } else {
      text += digits[..<parts.point] + [UInt8(ascii: ".")] + digits[parts.point...]
    }
    return text
  }
}
