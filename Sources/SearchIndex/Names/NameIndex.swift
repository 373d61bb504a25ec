import Text

/// Why a name was found; the order is that of the tiers, best first.
public enum NameRule: Int, Comparable, CaseIterable, Sendable {
  /// As typed, to the letter.
  case exact
  /// The same words, whatever the case, marks and hyphens.
  case folded
  /// The same words in another order.
  case reordered
  /// Every typed word begins a word of the name.
  case prefix

  /// By the order of their parts, as written.
  public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// A record found by one of its names.
public struct NameHit: Equatable, Sendable {
  /// Unique in its casebook.
  public let id: String
  /// The name as the record has it.
  public let name: String
  /// Why it was found.
  public let rule: NameRule
}

/// Finds records by any of their names; small, and held in memory.
public struct NameIndex: Sendable {
  private struct Entry: Sendable {
    let id: String
    let name: String
    let words: [String]
    let joined: String
  }

  private var entries: [Entry] = []

  /// An index of no names.
  public init() {}

  /// Adds a name of a record; a record may have any number.
  public mutating func add(_ name: String, of id: String) {
    let words = Folding.words(name)
    entries.append(Entry(id: id, name: name, words: words, joined: words.joined()))
  }

  /// The records that a typed name finds, best first, each once with its best rule.
  public func hits(for text: String) -> [NameHit] {
    let words = Folding.words(text)
    guard !words.isEmpty else { return [] }
    let joined = words.joined()
    let sorted = words.sorted()
    var best: [String: NameHit] = [:]
    var order: [String] = []
    for entry in entries {
      guard let rule = Self.rule(entry, text, words, joined, sorted) else { continue }
      if best[entry.id] == nil { order.append(entry.id) }
      if let known = best[entry.id], known.rule <= rule { continue }
      best[entry.id] = NameHit(id: entry.id, name: entry.name, rule: rule)
    }
    return NameRule.allCases.flatMap { rule in
      order.compactMap { best[$0] }.filter { $0.rule == rule }
    }
  }

  /// The hits of the best tier that has any: what a filter by name means.
  public func best(for text: String) -> [NameHit] {
    let hits = hits(for: text)
    return hits.filter { $0.rule == hits.first?.rule || $0.rule <= .folded }
  }

  private static func rule(
    _ entry: Entry, _ text: String, _ words: [String], _ joined: String, _ sorted: [String]
  ) -> NameRule? {
    if entry.name == text || entry.id == text { return .exact }
    if entry.words == words || entry.joined == joined { return .folded }
    if entry.words.count == words.count, entry.words.sorted() == sorted { return .reordered }
    let begins = words.allSatisfy { word in entry.words.contains { $0.hasPrefix(word) } }
    return begins || entry.joined.hasPrefix(joined) ? .prefix : nil
  }
}
