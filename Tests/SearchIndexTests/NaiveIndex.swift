import TestSupport
import Model
import Text

@testable import SearchIndex

/// What an index should answer, found by looking at every document.
struct NaiveIndex {
  let sections: [(name: String, documents: [IndexedDocument])]
  let documents: [IndexedDocument]
  private let words: [Set<String>]

  init(_ sections: [(String, [IndexedDocument])]) {
    self.sections = sections
    documents = sections.flatMap { $0.1 }
    words = documents.map { Set($0.texts.flatMap { Folding.terms($0) }.map(\.text)) }
  }

  /// Every word of every document, in the order of their bytes.
  var vocabulary: [String] {
    Set(words.joined()).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func range(_ section: String) -> Range<UInt32> {
    var first: UInt32 = 0
    for (name, documents) in sections {
      let end = first + UInt32(documents.count)
      if name == section { return first..<end }
      first = end
    }
    return 0..<0
  }

  func found(
    in section: String? = nil, where isHit: (IndexedDocument) -> Bool
  ) -> [UInt32] {
    (section.map(range) ?? 0..<UInt32(documents.count)).filter { isHit(documents[Int($0)]) }
  }

  func found(word: String) -> [UInt32] {
    words.indices.filter { words[$0].contains(word) }.map(UInt32.init)
  }

  func found(phrase: [String], lastIsPrefix: Bool) -> [UInt32] {
    documents.indices.filter { index in
      documents[index].texts.contains {
        Phrases.contains(phrase, in: $0, lastIsPrefix: lastIsPrefix)
      }
    }.map(UInt32.init)
  }

  /// How many of some documents of a section lie in each month, in each year, in several, and are undated.
  func months(of numbers: [UInt32], in section: String) -> MonthCounts {
    func sums(_ keys: [CalendarMonth]) -> [MonthCounts.Bin] {
      Set(keys).sorted().map { key in .init(key, count: keys.count { $0 == key }) }
    }
    var counts = MonthCounts()
    var (months, years): ([CalendarMonth], [CalendarMonth]) = ([], [])
    for number in numbers where range(section).contains(number) {
      guard let days = documents[Int(number)].days else {
        counts.undated += 1
        continue
      }
      let first = DayNumber(rawValue: days.lowerBound)
      let last = DayNumber(rawValue: days.upperBound)
      if first == .distantPast || last == .distantFuture || first.year != last.year {
        counts.wider += 1
      } else if first.month == last.month {
        months.append(CalendarMonth(rawValue: Int32(12 * first.year + first.month - 1)))
      } else {
        years.append(CalendarMonth(rawValue: Int32(12 * first.year)))
      }
    }
    (counts.months, counts.years) = (sums(months), sums(years))
    return counts
  }

  func found(prefix: String) -> [UInt32] {
    let bytes = Array(prefix.utf8)
    return words.indices.filter { words[$0].contains { $0.utf8.starts(with: bytes) } }
      .map(UInt32.init)
  }
}

extension SeededGenerator {
  static let names = [
    "kabul", "quetta", "kunduz", "kunar", "attack", "bomb", "bombing", "al-Shabaab", "Ḥizb Allāh",
    "Groß", "ß", "طالبان", "كابل", "2016", "4", "Jamaat-ul-Ahrar", "喀布尔", "Ⅷ", "🚀", "Da'esh",
  ]

  mutating func span() -> ClosedRange<Int32> {
    let first = Int32(below(300)) - 150
    switch below(12) {
    case 0: return .min...first
    case 1: return first ... .max
    case 2: return .min ... .max
    case 3, 4: return first...(first + Int32(below(90)))
    case 5: return first...(first + 1)
    default: return first...first
    }
  }

  mutating func document(words: Int) -> IndexedDocument {
    var document = IndexedDocument(texts: [])
    for _ in 0..<below(3) {
      let text = (0..<below(words + 1)).map { _ in Self.names[below(Self.names.count)] }
      document.texts.append(text.joined(separator: below(5) == 0 ? ", " : " "))
    }
    for field in ["place", "group", "pl"] where below(3) > 0 {
      document.fields[Field(field)] = (0..<below(4)).map { _ in
        ["quetta", "kunduz", "kunduz-province", "", "ü", "a\u{0}b"][below(6)]
      }
    }
    if below(6) > 0 { document.days = span() }
    if below(2) == 0 { document.sure = span() }
    for column in ["killed", "wounded"] where below(4) == 0 {
      document.counts[Column(column)] = span()
    }
    return document
  }

  /// Sections of every sort: none dated, in day order, in no order, empty.
  mutating func sections(_ count: Int, words: Int) -> [(String, [IndexedDocument])] {
    var groups = (0..<(count / 10)).map { _ in document(words: words) }
    for index in groups.indices { groups[index].days = nil }
    var events = (0..<count).map { _ in document(words: words) }
    events.sort { ($0.days?.lowerBound ?? .max) < ($1.days?.lowerBound ?? .max) }
    events = events.filter { $0.days != nil } + events.filter { $0.days == nil }
    let passages = (0..<(count / 2)).map { _ in document(words: words) }
    return [("group", groups), ("person", []), ("event", events), ("passage", passages)]
  }
}
