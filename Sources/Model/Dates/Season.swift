/// A season as EDTF level 1 numbers it (ISO 8601-2:2019, 4.8): 21 spring to 24 winter.
///
/// The standard leaves open which months are meant. Here they are the meteorological seasons of the
/// northern hemisphere: spring is March to May, summer June to August, autumn September to November,
/// and the winter of a year begins in it: 2014-24 is December 2014 to February 2015.
enum Season: Int, CaseIterable, Hashable, Sendable {
  case spring = 21
  case summer, autumn, winter

  /// The season of an English name in any case; `fall` is autumn.
  init?(typed: String) {
    let word = typed.lowercased()
    let match = Self.allCases.first { word == $0.name || (word == "fall" && $0 == .autumn) }
    guard let match else { return nil }
    self = match
  }

  var name: String {
    switch self {
    case .spring: "spring"
    case .summer: "summer"
    case .autumn: "autumn"
    case .winter: "winter"
    }
  }

  var firstMonth: Month {
    switch self {
    case .spring: .march
    case .summer: .june
    case .autumn: .september
    case .winter: .december
    }
  }

  var lastMonth: Month {
    switch self {
    case .spring: .may
    case .summer: .august
    case .autumn: .november
    case .winter: .february
    }
  }

  /// The year in which the season of `year` ends.
  func lastYear(of year: Int) -> Int { self == .winter ? year + 1 : year }

  /// `summer 2014`, `winter 2014–15`.
  func words(of year: Int) -> String {
    guard self == .winter else { return "\(name) \(CivilYear(year).words)" }
    guard (1000..<9999).contains(year) else { return "winter from \(CivilYear(year).words)" }
    let next = (year + 1).magnitude
    return "winter \(year)–\(next % 100 == 0 ? "\(next)" : (next % 100).padded(to: 2))"
  }
}
