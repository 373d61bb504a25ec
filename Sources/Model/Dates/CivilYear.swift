/// A year of the proleptic Gregorian calendar, counted as astronomers do: 0 is 1 BC, -1 is 2 BC.
struct CivilYear: Hashable, Sendable {
  var number: Int

  init(_ number: Int) { self.number = number }

  var isLeap: Bool {
    number.isMultiple(of: 4) && (!number.isMultiple(of: 100) || number.isMultiple(of: 400))
  }

  /// `2016`, `AD 44`, `45 BC`, `year 17000`.
  var words: String {
    switch number {
    case ...0: "\(1 - number) BC"
    case 1..<1000: "AD \(number)"
    case 1000..<10_000: "\(number)"
    default: "year \(number)"
    }
  }
}
