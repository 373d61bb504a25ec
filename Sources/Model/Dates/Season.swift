/// A part of a year as EDTF numbers it (ISO 8601-2:2019, 4.8): 21 spring to 24 winter in level 1; in
/// level 2 also 25 to 28 the same of the northern and 29 to 32 of the southern hemisphere, 33 to 36
/// quarters, 37 to 39 quadrimesters (of four months), 40 and 41 semesters (of six).
///
/// The standard leaves open which months are meant. Here seasons are the meteorological ones, without
/// a hemisphere the northern: spring is March to May, summer June to August, autumn September to
/// November, and the winter of a year begins in it: 2014-24 is December 2014 to February 2015. In the
/// south the same months are autumn, winter, spring and summer, so that the summer of a year ends in
/// the next one.
enum Season: Int, CaseIterable, Hashable, Sendable {
  case spring = 21
  case summer, autumn, winter
  case northernSpring, northernSummer, northernAutumn, northernWinter
  case southernSpring, southernSummer, southernAutumn, southernWinter
  case firstQuarter, secondQuarter, thirdQuarter, fourthQuarter
  case firstThird, secondThird, lastThird
  case firstHalf, secondHalf

  /// The season of an English name in any case; `fall` is autumn. Quarters are `Q1` to `Q4`.
  init?(typed: String) {
    let names = [
      "spring": Self.spring, "summer": .summer, "autumn": .autumn, "fall": .autumn,
      "winter": .winter, "q1": .firstQuarter, "q2": .secondQuarter, "q3": .thirdQuarter,
      "q4": .fourthQuarter,
    ]
    guard let match = names[typed.lowercased()] else { return nil }
    self = match
  }

  var name: String {
    switch self {
    case .spring: "spring"
    case .summer: "summer"
    case .autumn: "autumn"
    case .winter: "winter"
    case .northernSpring: "northern spring"
    case .northernSummer: "northern summer"
    case .northernAutumn: "northern autumn"
    case .northernWinter: "northern winter"
    case .southernSpring: "southern spring"
    case .southernSummer: "southern summer"
    case .southernAutumn: "southern autumn"
    case .southernWinter: "southern winter"
    case .firstQuarter: "first quarter of"
    case .secondQuarter: "second quarter of"
    case .thirdQuarter: "third quarter of"
    case .fourthQuarter: "fourth quarter of"
    case .firstThird: "first four months of"
    case .secondThird: "second four months of"
    case .lastThird: "last four months of"
    case .firstHalf: "first half of"
    case .secondHalf: "second half of"
    }
  }

  var firstMonth: Month {
    switch self {
    case .spring, .northernSpring, .southernAutumn: .march
    case .summer, .northernSummer, .southernWinter: .june
    case .autumn, .northernAutumn, .southernSpring: .september
    case .winter, .northernWinter, .southernSummer: .december
    case .firstQuarter, .firstThird, .firstHalf: .january
    case .secondQuarter: .april
    case .thirdQuarter, .secondHalf: .july
    case .fourthQuarter: .october
    case .secondThird: .may
    case .lastThird: .september
    }
  }

  /// How many months it has: 3, 4 or 6.
  var length: Int {
    switch self {
    case .firstThird, .secondThird, .lastThird: 4
    case .firstHalf, .secondHalf: 6
    default: 3
    }
  }

  /// The month so many months after its first, and the year of it.
  func month(after months: Int, of year: Int) -> (Month, year: Int) {
    let index = firstMonth.rawValue - 1 + months
    return (Month(rawValue: index % 12 + 1) ?? firstMonth, year + index / 12)
  }

  var lastMonth: Month { month(after: length - 1, of: 0).0 }

  /// The year in which the season of `year` ends.
  func lastYear(of year: Int) -> Int { month(after: length - 1, of: year).year }

  /// `summer 2014`, `winter 2014–15`, `first quarter of 2014`.
  func words(of year: Int) -> String {
    guard lastYear(of: year) != year else { return "\(name) \(CivilYear(year).words)" }
    guard (1000..<9999).contains(year) else { return "\(name) from \(CivilYear(year).words)" }
    let next = (year + 1).magnitude
    return "\(name) \(year)–\(next % 100 == 0 ? "\(next)" : (next % 100).padded(to: 2))"
  }
}
