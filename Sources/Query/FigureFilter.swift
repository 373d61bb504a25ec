/// How many killed or wounded a query asks for.
///
/// An event is meant where a number that one of its figures allows is asked for: `more than 70` is
/// meant by `killed:>50` and by `killed:80`; `about 70` counts as 70. A figure that no source gives
/// is unknown, which is no number: only `killed:unknown` means it.
public struct FigureFilter: Hashable, Sendable {
  /// What was counted; the raw value is how it is typed before the colon.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    case killed, wounded
  }

  /// What was counted.
  public var measure: Measure
  /// The numbers asked for; nil for unknown.
  public var range: ClosedRange<Int32>?
  /// Whether the ends were given the wrong way round and swapped.
  public var isReversed = false
  /// What was typed after the colon.
  public var typed: String

  /// Reads `>50`, `>=50`, `<50`, `<=50`, `50`, `=50`, `10..20`, `10..`, `..20` or `unknown`; nil where it
  /// is none of these.
  public init?(_ measure: Measure, reading text: String) {
    self.measure = measure
    typed = text
    if text.lowercased() == "unknown" {
      range = nil
      return
    }
    guard let (low, high) = Self.ends(of: text.filter { $0 != " " }) else { return nil }
    isReversed = low > high
    range = min(low, high)...max(low, high)
  }

  private static func ends(of text: String) -> (Int32, Int32)? {
    func number(_ digits: some StringProtocol) -> Int32? {
      digits.allSatisfy { $0.isASCII && $0.isNumber } ? Int32(digits) : nil
    }
    if let dots = text.firstRange(of: "..") {
      let (low, high) = (text[..<dots.lowerBound], text[dots.upperBound...])
      if low.isEmpty && high.isEmpty { return nil }
      guard let first = low.isEmpty ? 0 : number(low),
        let last = high.isEmpty ? .max : number(high)
      else { return nil }
      return (first, last)
    }
    for (sign, make) in Self.comparisons where text.hasPrefix(sign) {
      return number(text.dropFirst(sign.count)).flatMap(make)
    }
    return number(text).map { ($0, $0) }
  }

  /// The longer signs first.
  private static let comparisons: [(String, @Sendable (Int32) -> (Int32, Int32)?)] = [
    (">=", { ($0, .max) }), ("<=", { (0, $0) }),
    (">", { $0 < .max ? ($0 + 1, .max) : nil }), ("<", { $0 > 0 ? (0, $0 - 1) : nil }),
    ("=", { ($0, $0) }),
  ]
}
