/// A month of the civil calendar; the raw value is its number, from 1.
enum Month: Int, CaseIterable, Hashable, Sendable {
  case january = 1
  case february, march, april, may, june
  case july, august, september, october, november, december

  /// The English name: `August`.
  var name: String {
    switch self {
    case .january: "January"
    case .february: "February"
    case .march: "March"
    case .april: "April"
    case .may: "May"
    case .june: "June"
    case .july: "July"
    case .august: "August"
    case .september: "September"
    case .october: "October"
    case .november: "November"
    case .december: "December"
    }
  }

  /// The month of an English name or its first three letters, in any case; also `Sept`, and a full
  /// stop after it.
  init?(typed: String) {
    var word = typed.lowercased()
    if word.hasSuffix(".") { word.removeLast() }
    if word == "sept" { word = "sep" }
    let match = Self.allCases.first {
      let name = $0.name.lowercased()
      return word == name || word == name.prefix(3)
    }
    guard let match else { return nil }
    self = match
  }

  /// How many days it has, which is the number of its last day: 28 to 31.
  func lastDay(in year: Int) -> Int {
    switch self {
    case .february: CivilYear(year).isLeap ? 29 : 28
    case .april, .june, .september, .november: 30
    default: 31
    }
  }
}
