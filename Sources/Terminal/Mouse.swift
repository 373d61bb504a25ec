import Canvas

/// The mouse as xterm reports it, in the form of its mode 1006: `ESC [ < button ; column ; row M`, with `m`
/// where a button came up (XTerm Control Sequences, "Extended coordinates").
enum Mouse {
  /// Buttons and, while one is down, motion; by decimal numbers.
  static let on = "\u{1B}[?1002h\u{1B}[?1006h"
  static let off = "\u{1B}[?1006l\u{1B}[?1002l"

  /// What a sequence says, that is the scalars behind ESC, with its length; nil where it is no such
  /// sequence. The event is nil for what adduce has no use for, such as the right button.
  static func read(_ scalars: [UInt32]) -> (event: MouseEvent?, consumed: Int)? {
    guard scalars.starts(with: [0x5B, 0x3C]) else { return nil }
    var numbers = [0]
    var hasDigit = false
    for (index, scalar) in scalars.enumerated().dropFirst(2) {
      switch scalar {
      case 0x30...0x39 where numbers[numbers.count - 1] < 100_000:
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(scalar) - 0x30
        hasDigit = true
      case 0x3B where hasDigit && numbers.count < 3:
        numbers.append(0)
        hasDigit = false
      case 0x4D, 0x6D:
        guard numbers.count == 3, hasDigit else { return nil }
        return (event(numbers, isUp: scalar == 0x6D), index + 1)
      default: return nil
      }
    }
    return nil
  }

  private static func event(_ numbers: [Int], isUp: Bool) -> MouseEvent? {
    let kind: MouseEvent.Kind
    // Shift, Meta and Control are bits 2, 3 and 4; motion is bit 5.
    switch (numbers[0] & ~0b11100, isUp) {
    case (0, false): kind = .pressed
    case (0, true), (32, true): kind = .released
    case (32, false): kind = .dragged
    case (64, false): kind = .wheelUp
    case (65, false): kind = .wheelDown
    default: return nil
    }
    guard numbers[1] > 0, numbers[2] > 0 else { return nil }
    return MouseEvent(kind, row: numbers[2] - 1, column: numbers[1] - 1)
  }
}
