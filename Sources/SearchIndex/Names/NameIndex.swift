import Text

/// Finds records by any of their names; small, and held in memory.
///
/// A name is compared by its folded words, in one piece, and as typed; every hit says which name was
/// found and by which rule. A search looks at every name.
public struct NameIndex: Sendable {
  private var names: [IndexedName] = []

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
    names.append(IndexedName(id: id, alias: alias))
  }

  /// The records that a typed name finds, best tier first, each once with its best rule.
  public func hits(for text: String) -> [NameHit] {
    let typed = TypedName(text)
    guard !typed.words.isEmpty else { return [] }
    var best: [String: NameHit] = [:]
    var order: [String] = []
    for name in names {
      guard let rule = name.rule(for: typed) else { continue }
      if let known = best[name.id] {
        if known.rule <= rule { continue }
      } else {
        order.append(name.id)
      }
      best[name.id] = NameHit(id: name.id, alias: name.alias, rule: rule)
    }
    let hits = order.compactMap { best[$0] }
    return NameRule.allCases.flatMap { rule in hits.filter { $0.rule == rule } }
  }

  /// What a filter by name means: the hits of the best tier that has any, an exact name and another
  /// spelling of it being as good.
  public func best(for text: String) -> [NameHit] {
    let hits = hits(for: text)
    return hits.filter { $0.rule == hits.first?.rule || $0.rule <= .folded }
  }
}
