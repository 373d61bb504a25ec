import Model

/// The names of an entity of FollowTheMoney (schemata Thing and LegalEntity, properties of type `name`).
enum FTMNames {
  /// Properties that hold names, with what they are.
  static let kinds: [(property: String, kind: Alias.Kind)] = [
    ("name", .name), ("abbreviation", .abbreviation), ("alias", .name), ("previousName", .former),
    ("weakAlias", .spelling),
  ]

  /// What need not be stated, for the aliases or the citations say it. A weak alias, which is no more
  /// than a hint for searches, is stated too, so that it can be told from a spelling.
  static let elsewhere: Set<String> = [
    "name", "abbreviation", "alias", "previousName", "sourceUrl", "publisher",
  ]

  /// Each name once, as the first property that has it calls it.
  static func aliases(of entity: FTMEntity, in dataset: RecordID) -> [Alias] {
    var seen: Set<String> = []
    return kinds.flatMap { property, kind in
      entity[property].filter { seen.insert($0).inserted }.map {
        Alias(text: $0, kind: kind, sources: [dataset])
      }
    }
  }
}

/// Properties of an entity in words, for a place that has room for one text.
enum FTMWords {
  /// `Authority: UK FCDO; Program: GB-RUS`; ids of others as `name` calls them. Cut where it is longer than
  /// any reader has use for.
  static func all(of entity: FTMEntity, leaving: Set<String>, name: (String) -> String) -> String {
    var text = ""
    let leaving = leaving.union(FTMEntity.ofExporters)
    for (property, values) in entity.properties where !leaving.contains(property) {
      let isOthers = FTMProperty.entities.contains(property)
      let words = (isOthers ? values.map(name) : values).joined(separator: ", ")
      text += (text.isEmpty ? "" : "; ") + "\(CamelCase.label(property)): \(words)"
      if text.utf8.count > longest { return text.prefix(longest) + "… (line \(entity.line))" }
    }
    return text
  }

  private static let longest = 8000
}
