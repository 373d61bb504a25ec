/// Finds records by any of their names; held in memory.
///
/// What each rule means is `NameMatch`; the index finds the same without comparing every name. Every
/// hit says which name was found and by which rule.
public struct NameIndex: Sendable {
  private var table = NameTable()
  private var ids: [String] = []
  private var numbers: [String: Int32] = [:]
  /// The record of each name, and the first name of each record.
  private var records: [Int32] = []
  private var firstNames: [Int32] = []

  /// Without any names.
  public init() {}

  /// The names of records: each an id and what it is called.
  public init(_ records: some Sequence<(id: String, aliases: [String])>) {
    for record in records {
      for alias in record.aliases { add(alias, of: record.id) }
    }
  }

  /// Adds a name of a record; a record may have any number. Within a tier hits come in the order in
  /// which records were added.
  public mutating func add(_ alias: String, of id: String) {
    let name = Int32(table.count)
    let record = numbers[id] ?? Int32(ids.count)
    if record == ids.count {
      numbers[id] = record
      ids.append(id)
      firstNames.append(name)
    }
    records.append(record)
    table.append(alias)
  }

  /// The records that a typed name finds, best tier first, each once with its best rule.
  ///
  /// `=name` finds what is so called to the letter, and nothing else.
  public func hits(for text: String) -> [NameHit] {
    var found = BestNames(records: records, count: ids.count)
    if text.first == "=" {
      let name = String(text.dropFirst())
      if let record = numbers[name] { found.note(Int(firstNames[Int(record)]), .exact) }
      for (number, alias) in table.aliases.enumerated() where alias == name {
        found.note(number, .exact)
      }
      return hits(found)
    }
    let typed = NameForms(text)
    guard !typed.words.isEmpty else { return [] }
    if let record = numbers[text] { found.note(Int(firstNames[Int(record)]), .exact) }
    let settled = noteBeginnings(of: typed, in: &found)
    func note(_ names: [Int], _ rule: NameRule) {
      for name in names where settled.isEmpty || !settled.contains(name) { found.note(name, rule) }
    }
    note(table.romanised(typed), .romanised)
    for (name, mayReorder) in table.withWords(of: typed) {
      let isReordered =
        mayReorder && NameMatch.isReordered(typed, NameForms(table.aliases[name]))
      note([name], isReordered ? .reordered : .partial)
    }
    note(table.abbreviated(typed), .abbreviation)
    note(table.near(typed), .near)
    return hits(found)
  }

  /// Notes the names that begin as typed, in one piece. Gives those that are the same and
  /// abbreviations, for which no other rule counts.
  private func noteBeginnings(of typed: NameForms, in found: inout BestNames) -> Set<Int> {
    var settled: Set<Int> = []
    for name in table.begun(by: typed) {
      if table.letters.length(name) > typed.joined.count {
        found.note(name, .partial)
      } else if let rule = NameMatch.sameLetters(typed, NameForms(table.aliases[name])) {
        found.note(name, rule)
        if rule == .abbreviation { settled.insert(name) }
      }
    }
    return settled
  }

  private func hits(_ found: BestNames) -> [NameHit] {
    found.inOrder.map { name, rule in
      NameHit(id: ids[Int(records[name])], alias: table.aliases[name], rule: rule)
    }
  }

  /// What a filter by name means: the hits of the best tier that has any, an exact name and another
  /// spelling of it being as good.
  public func best(for text: String) -> [NameHit] {
    let hits = hits(for: text)
    return hits.filter { $0.rule == hits.first?.rule || $0.rule <= .folded }
  }
}

/// The best rule by which each record was found so far, and the first name it found.
private struct BestNames {
  private let records: [Int32]
  private var rules: [UInt8]
  private var names: [Int32]

  /// - Parameters:
  ///   - records: The record of each name.
  ///   - count: How many records there are.
  init(records: [Int32], count: Int) {
    self.records = records
    rules = Array(repeating: .max, count: count)
    names = Array(repeating: 0, count: count)
  }

  mutating func note(_ name: Int, _ rule: NameRule) {
    let record = Int(records[name])
    let known = rules[record]
    let raw = UInt8(rule.rawValue)
    guard raw < known || raw == known && name < Int(names[record]) else { return }
    rules[record] = raw
    names[record] = Int32(name)
  }

  /// Best rule first, then in the order of the records.
  var inOrder: [(name: Int, rule: NameRule)] {
    var tiers = NameRule.allCases.map { _ in [Int32]() }
    for record in rules.indices where rules[record] != .max {
      tiers[Int(rules[record])].append(names[record])
    }
    return zip(NameRule.allCases, tiers).flatMap { rule, names in
      names.map { (Int($0), rule) }
    }
  }
}
