import Foundation
import SearchIndex
import Text

/// A query of the mix, as a value that other programs can be given too.
struct MillionQuery: Codable {
  /// What it is an example of; the table has a row for each.
  let kind: String
  var words: [String] = []
  var prefix: String?
  var phrase: [String] = []
  /// Possible days that overlap these.
  var from: Int32?
  var to: Int32?
  var group: String?
  var place: String?
  var killedAbove: Int32?

  init(_ kind: String, words: [String] = []) {
    self.kind = kind
    self.words = words
  }

  /// What the index finds: exact, but for phrases that only the notes know.
  func hits(_ index: IndexFile) -> PhraseHits {
    var sets = words.map { index.documents(word: $0) }
    if let prefix { sets.append(index.documents(prefix: prefix)) }
    if let group { sets.append(index.documents("group", key: group)) }
    if let place { sets.append(index.documents("place", key: place)) }
    if let from, let to { sets.append(index.documents(overlapping: from...to, in: "event")) }
    var isExact = true
    if !phrase.isEmpty {
      let found = index.hits(phrase: phrase)
      isExact = found.isExact
      sets.append(found.documents)
    }
    guard let killedAbove else {
      return PhraseHits(documents: .intersection(sets), isExact: isExact)
    }
    let range = (killedAbove + 1)...Int32.max
    let killed =
      sets.isEmpty
      ? index.documents("killed", overlapping: range, in: "event")
      : index.documents("killed", overlapping: range, in: "event", among: .intersection(sets))
    return PhraseHits(documents: killed, isExact: isExact)
  }

  /// So many queries of every kind, the same every time.
  static func mix(of events: MadeUpEvents, each count: Int) -> [MillionQuery] {
    var random = MadeUpNumbers(state: 99)
    let words = events.vocabulary
    var queries: [MillionQuery] = []
    func add(_ kind: String, _ make: (inout MadeUpNumbers, inout MillionQuery) -> Void) {
      for _ in 0..<count {
        var query = MillionQuery(kind)
        make(&random, &query)
        queries.append(query)
      }
    }
    func common(_ random: inout MadeUpNumbers) -> String { words[random.below(60)] }
    func middling(_ random: inout MadeUpNumbers) -> String { words[300 + random.below(5000)] }
    func rare(_ random: inout MadeUpNumbers) -> String { words[50_000 + random.below(150_000)] }
    func span(_ random: inout MadeUpNumbers, _ length: Int, _ query: inout MillionQuery) {
      let first = Int32(random.below(50 * 365 - length))
      (query.from, query.to) = (first, first + Int32(length - 1))
    }
    add("rare word") { $1.words = [rare(&$0)] }
    add("middling word") { $1.words = [middling(&$0)] }
    add("common word") { $1.words = [common(&$0)] }
    add("two common words") { $1.words = [common(&$0), common(&$0)] }
    add("common and rare word") { $1.words = [common(&$0), rare(&$0)] }
    for length in 1...6 {
      add("prefix of \(length)") { random, query in
        var word = ""
        while word.utf8.count < length {
          word = words[random.below(2) == 0 ? random.zipf(words.count) : random.below(words.count)]
        }
        query.prefix = String(word.prefix(length))
      }
    }
    let notes = events.prefix(20_000).map { Folding.words($0.note) }
    for length in [2, 3] {
      add("phrase of \(length)") { random, query in
        let note = notes[random.below(notes.count)]
        let first = random.below(note.count - length + 1)
        query.phrase = Array(note[first..<(first + length)])
      }
    }
    add("phrase of two common words") { $1.phrase = [common(&$0), common(&$0)] }
    add("days of a month") { span(&$0, 30, &$1) }
    add("days of ten years") { span(&$0, 3650, &$1) }
    add("common word, a year") {
      $1.words = [common(&$0)]
      span(&$0, 365, &$1)
    }
    add("group") { $1.group = events.groups[$0.zipf(events.groups.count)] }
    add("place and common word") {
      $1.place = events.places[$0.zipf(events.places.count)]
      $1.words = [common(&$0)]
    }
    add("killed above") { $1.killedAbove = Int32($0.below(100)) }
    add("prefix of 3, group, year, killed") { random, query in
      query.prefix = String(middling(&random).prefix(3))
      query.group = events.groups[random.zipf(20)]
      query.killedAbove = Int32(random.below(20))
      span(&random, 365, &query)
    }
    return queries
  }
}
