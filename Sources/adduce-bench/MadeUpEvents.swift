import Foundation
import Model
import SearchIndex

/// Events that never happened, of groups, places and people that do not exist: the same from the same
/// seed, one after another in the order of their earliest possible day, the undated last.
///
/// Notes have 25 to 40 words of a made-up vocabulary of 200,000, of which the k-th is met about 1/k as
/// often as the first. Most events have a day; others a month, a year, or some days; one in a hundred
/// has no date.
struct MadeUpEvents: Sequence, IteratorProtocol {
  struct Event {
    let note: String
    let group: String
    let place: String
    /// Where the place is; nil for one event in ten.
    let location: Location?
    let kind: String
    let days: ClosedRange<Int32>?
    /// The days as a date is written (EDTF); empty where there are none.
    let date: String
    let killed: ClosedRange<Int32>?
    let wounded: ClosedRange<Int32>?
  }

  static let years = 1970...2019
  static let vocabularySize = 200_000
  static let kinds = [
    "bombing", "ambush", "raid", "siege", "killing", "abduction", "talks", "pledge",
  ]

  /// The words, the most common first.
  let vocabulary: [String]
  let groups: [String]
  let places: [String]
  let people: [String]

  private let count: Int
  private var random: MadeUpNumbers
  private var month = 0
  /// Events of the month that are still to come, last first.
  private var waiting: [(days: ClosedRange<Int32>, date: String)] = []
  private var made = 0
  private var dated = 0

  init(count: Int, seed: UInt64 = 1) {
    self.count = count
    random = MadeUpNumbers(state: seed)
    var names = MadeUpNames(random: MadeUpNumbers(state: 7))
    vocabulary = names.words(Self.vocabularySize)
    groups = names.groups(200)
    places = names.places(3000)
    people = names.people(2000)
  }

  /// Made-up words of the commonness that notes have.
  private mutating func word() -> String { vocabulary[random.zipf(vocabulary.count)] }

  mutating func next() -> Event? {
    guard made < count else { return nil }
    made += 1
    let months = Self.years.count * 12
    while waiting.isEmpty, month < months {
      month += 1
      fillMonth(month - 1, until: Int(Double(count) * 0.99 * Double(month) / Double(months)))
    }
    let when = waiting.popLast()
    return event(when?.days, when?.date ?? "")
  }

  private mutating func fillMonth(_ month: Int, until total: Int) {
    let year = Self.years.lowerBound + month / 12
    func day(_ number: Int) -> Int32 {
      DayNumber(year: year, month: month % 12 + 1, day: number)?.rawValue ?? 0
    }
    let last =
      (DayNumber(year: year + (month % 12 == 11 ? 1 : 0), month: (month + 1) % 12 + 1, day: 1)?
        .rawValue ?? 0) - 1
    let newYear = DayNumber(year: year, month: 1, day: 1)?.rawValue ?? 0
    let text = DayNumber(rawValue: day(1)).description.dropLast(3)
    while dated < total {
      dated += 1
      let first = day(1) + Int32(random.below(Int(last - day(1)) + 1))
      switch random.below(100) {
      case 0..<10: waiting.append((day(1)...last, String(text)))
      case 10..<14 where month % 12 == 0:
        waiting.append((newYear...(newYear + 364), String(text.prefix(4))))
      case 14..<19:
        let end = first + Int32(1 + random.below(random.below(20) == 0 ? 900 : 20))
        let (from, to) = (DayNumber(rawValue: first), DayNumber(rawValue: end))
        waiting.append((first...end, "\(from)/\(to)"))
      default: waiting.append((first...first, DayNumber(rawValue: first).description))
      }
    }
    waiting.sort {
      ($0.days.lowerBound, $0.days.upperBound) > ($1.days.lowerBound, $1.days.upperBound)
    }
  }

  private mutating func event(_ days: ClosedRange<Int32>?, _ date: String) -> Event {
    let group = groups[random.zipf(groups.count)]
    let number = random.zipf(places.count)
    let place = places[number]
    let kind = Self.kinds[random.zipf(Self.kinds.count)]
    let length = 25 + random.below(16)
    var words = [group, kind, "in", place]
    if random.below(3) == 0 { words += ["led", "by", people[random.zipf(people.count)]] }
    var note = words.joined(separator: " ")
    for _ in 0..<Swift.max(0, length - words.count - 4) {
      note += random.below(9) == 0 ? ", " : " "
      note += word()
    }
    note += "."
    return Event(
      note: note, group: group, place: place,
      location: made % 10 == 0 ? nil : Self.location(of: number), kind: kind, days: days,
      date: date,
      killed: casualties(), wounded: casualties())
  }

  /// A point between 35° south and 60° north for each place, some known no better than by their country.
  private static func location(of place: Int) -> Location? {
    var random = MadeUpNumbers(state: UInt64(place))
    let precisions = PlacePrecision.allCases
    return Coordinates(
      latitude: Double(random.below(95_000)) / 1000 - 35,
      longitude: Double(random.below(170_000)) / 1000 - 20
    ).map { Location($0, precisions[random.zipf(precisions.count)]) }
  }

  /// Absent in one of three; where open above, at least so many.
  private mutating func casualties() -> ClosedRange<Int32>? {
    if random.below(3) == 0 { return nil }
    let least = Int32(random.zipf(300))
    switch random.below(12) {
    case 0: return least ... .max
    case 1: return least...(least + Int32(random.below(20)))
    default: return least...least
    }
  }
}

extension MadeUpEvents.Event {
  /// As the index is told of it.
  var indexed: IndexedDocument {
    var counts: [Column: ClosedRange<Int32>] = [:]
    counts["killed"] = killed
    counts["wounded"] = wounded
    let isDay = days.map { $0.count == 1 } ?? false
    return IndexedDocument(
      texts: [note], fields: ["group": [group], "place": [place], "kind": [kind]], days: days,
      sure: isDay ? days : nil, counts: counts)
  }

  /// A line of JSON; nothing in it needs to be escaped.
  func json(number: Int) -> String {
    let (low, high) = (days.map { "\($0.lowerBound)" }, days.map { "\($0.upperBound)" })
    return """
      {"id":\(number),"note":"\(note)","group":"\(group)","place":"\(place)","kind":"\(kind)",\
      "date":"\(date)","first":\(low ?? "null"),"last":\(high ?? "null"),\
      "killed":\(killed.map { "\($0.lowerBound)" } ?? "null"),\
      "wounded":\(wounded.map { "\($0.lowerBound)" } ?? "null")}
      """
  }
}

/// Numbers that come again from the same seed (SplitMix64).
struct MadeUpNumbers {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int { Int((next() >> 33) % UInt64(bound)) }

  /// A number below `bound`, k about 1/(k+1) as often as 0.
  mutating func zipf(_ bound: Int) -> Int {
    let share = Double(next() >> 11) / Double(1 << 53)
    return min(bound - 1, Int(exp(share * log(Double(bound) + 1))) - 1)
  }
}

/// Names and words made of syllables, no two alike.
struct MadeUpNames {
  var random: MadeUpNumbers

  private static let starts = [
    "ba", "da", "ka", "ma", "sha", "ta", "qu", "za", "ghu", "ra", "lo", "ne", "mi", "so", "ve",
    "pa",
    "tri", "gra", "ste", "con", "per", "in", "at", "ho", "wi", "be", "fo", "cha", "el", "ur",
  ]
  private static let ends = [
    "n", "r", "l", "sh", "d", "m", "t", "k", "z", "ran", "bad", "pur", "gar", "tan", "med", "ing",
    "er", "ed", "ion", "al", "ou", "es", "ly", "ant",
  ]

  private mutating func word(_ syllables: Int) -> String {
    var word = ""
    for _ in 0..<syllables { word += Self.starts[random.below(Self.starts.count)] }
    return word + Self.ends[random.below(Self.ends.count)]
  }

  private mutating func distinct(_ count: Int, _ make: (inout Self) -> String) -> [String] {
    var known: Set<String> = []
    var names: [String] = []
    while names.count < count {
      let name = make(&self)
      if known.insert(name).inserted { names.append(name) }
    }
    return names
  }

  mutating func words(_ count: Int) -> [String] {
    let common = [
      "the", "of", "and", "in", "to", "a", "was", "by", "on", "for", "killed", "attack",
    ]
    var length = 0
    return common
      + distinct(count - common.count) { names in
        // Common words are short, as in texts.
        length += 1
        return names.word(length < 300 ? 1 : length < 6000 ? 2 : 2 + names.random.below(3))
      }
  }

  mutating func groups(_ count: Int) -> [String] {
    distinct(count) { names in
      let kind = ["Front of", "Army of", "Sons of", "Lashkar-e", "Council of"][
        names.random.below(5)]
      let name = names.word(2).capitalized
      return kind.hasSuffix("-e") ? "\(kind)-\(name)" : "\(kind) \(name)"
    }
  }

  mutating func places(_ count: Int) -> [String] { distinct(count) { $0.word(2).capitalized } }

  mutating func people(_ count: Int) -> [String] {
    distinct(count) { "\($0.word(1).capitalized) \($0.word(2).capitalized)" }
  }
}
