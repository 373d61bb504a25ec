import Model

/// The names of an actor in a row (UCDP Actor Dataset Codebook, 1. Introduction).
struct UCDPActorNames {
  /// Each name once; the current ones first.
  private(set) var aliases: [Alias] = []

  /// Where `NameChange` is 0 the original names are the current ones. Where it is 1, they are former
  /// names, and the `NewName` columns list the later ones in order, the last of them current:
  /// `TQJBR, ISI, ISIS, IS`.
  init(_ columns: UCDPActorColumns, _ row: FileRow) {
    let current = columns.value(row, "NameData")
    let original = ["NameOrig", "NameOrigFull", "NameOrigFullEng"].map { columns.value(row, $0) }
    add(current, Self.isAbbreviation(current, of: original) ? .abbreviation : .name)
    guard columns.value(row, "NameChange") == "1" else {
      // The short name again, but with another hyphen or blank.
      add(original[0], .spelling)
      for name in original.dropFirst() { add(name, .name) }
      return
    }
    let short = UCDPActorColumns.list(columns.value(row, "NewName"))
    let isList = short.count > 1 && short.last == current
    let full = ["NewNameFullMotherTongue", "NewNameFullEng"].map { column in
      let cell = columns.value(row, column)
      let parts = UCDPActorColumns.list(cell)
      return isList && parts.count == short.count ? parts : [cell]
    }
    for name in full.compactMap(\.last) { add(name, .name) }
    for name in isList ? short : [columns.value(row, "NewName")] { add(name, .former) }
    for name in full.flatMap({ $0.dropLast() }) + original { add(name, .former) }
  }

  private mutating func add(_ text: String, _ kind: Alias.Kind) {
    guard !text.isEmpty, !aliases.contains(where: { $0.text == text }) else { return }
    aliases.append(Alias(text: text, kind: kind))
  }

  /// Whether a name is of capitals, as `TTP`, `RCD-ML` and `SPLM/A` are, and a longer one stands beside it.
  private static func isAbbreviation(_ name: String, of others: [String]) -> Bool {
    let letters = name.filter(\.isLetter)
    return letters.count > 1 && !name.contains(" ")
      && letters.count(where: \.isUppercase) * 2 > letters.count
      && others.contains { $0.count > name.count }
  }
}
