import GRDB
import Interchange
import Model
import SearchIndex
import Text

/// Writes the groups and places that a dataset's rows name, those with most events first.
struct DatasetNames {
  let parties: DatasetParties

  /// Writes the records of a kind, numbered from `first`; what the index is told of them comes back.
  func write(
    _ kind: RecordKind, from first: Int, _ database: Database
  ) throws -> [IndexedDocument] {
    let found = (kind == .group ? parties.groups : parties.places).sorted {
      ($1.value.events, Folding.fold($0.value.name), $0.key)
        < ($0.value.events, Folding.fold($1.value.name), $1.key)
    }
    for (offset, (id, party)) in found.enumerated() {
      let document = first + offset
      let around = party.within.flatMap { parties.places[$0]?.name } ?? ""
      try run(
        database, "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id.rawValue, kind.rawValue, document, party.name, party.type,
          party.type.prefix(1).uppercased() + party.type.dropFirst(), party.within?.rawValue, nil,
          nil,
        ])
      for (position, alias) in party.aliases.enumerated() {
        try run(
          database, "INSERT INTO alias VALUES (?, ?, ?, ?, ?)",
          [id.rawValue, position, alias, Alias.Kind.name.rawValue, ""])
      }
      try run(
        database, "INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          document, kind.rawValue, id.rawValue, party.name, nil, around, party.type, "",
          party.events, 0,
        ])
      let texts = [party.name] + party.aliases
      try run(
        database, "INSERT INTO wording VALUES (?, ?)", [document, texts.joined(separator: "\n")])
    }
    return found.map { id, party in
      var keys = [id.rawValue]
      var within = party.within
      while let place = within {
        keys.append(place.rawValue)
        within = parties.places[place]?.within
      }
      let kinds = [kind.rawValue] + (party.type.isEmpty ? [] : [party.type])
      return IndexedDocument(
        texts: [party.name] + party.aliases,
        fields: [Field(kind.rawValue): keys, "kind": kinds])
    }
  }

  private func run(
    _ database: Database, _ sql: String, _ values: [(any DatabaseValueConvertible)?]
  ) throws {
    try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }
}
