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
    let found = inOrder(kind == .group ? parties.groups : parties.places)
    for (offset, party) in found.enumerated() {
      try write(party, kind, first + offset, database)
    }
    return found.map { party in
      let keys = [party.id.rawValue] + around(party).map(\.id.rawValue)
      let kinds = [kind.rawValue] + (party.type.isEmpty ? [] : [party.type])
      return IndexedDocument(
        texts: [party.name] + party.aliases,
        fields: [Field(kind.rawValue): keys, "kind": kinds])
    }
  }

  /// Those with most events first, of as many by name.
  private func inOrder(_ found: [DatasetParties.Found]) -> [DatasetParties.Found] {
    found.map { ($0, Folding.fold($0.name)) }.sorted {
      ($1.0.events, $0.1, $0.0.id) < ($0.0.events, $1.1, $1.0.id)
    }.map(\.0)
  }

  /// The places in which a place lies, from the smallest to the largest.
  private func around(_ party: DatasetParties.Found) -> [DatasetParties.Found] {
    Array(
      sequence(first: party) { $0.within.map { parties.places[$0] } }.dropFirst())
  }

  private func write(
    _ party: DatasetParties.Found, _ kind: RecordKind, _ document: Int, _ database: Database
  ) throws {
    let around = party.within.map { parties.places[$0] }
    try run(
      database, "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        party.id.rawValue, kind.rawValue, document, party.name, party.type,
        party.type.prefix(1).uppercased() + party.type.dropFirst(), around?.id.rawValue, nil, nil,
      ])
    for (position, alias) in party.aliases.enumerated() {
      try run(
        database, "INSERT INTO alias VALUES (?, ?, ?, ?, ?)",
        [party.id.rawValue, position, alias, Alias.Kind.name.rawValue, ""])
    }
    let texts = [party.name] + party.aliases
    try run(
      database, Schema.insertListing,
      [
        document, kind.rawValue, party.id.rawValue, party.name, nil, around?.name ?? "",
        party.type, "", party.events, 0, texts.joined(separator: "\n"),
      ])
  }

  private func run(
    _ database: Database, _ sql: String, _ values: [(any DatabaseValueConvertible)?]
  ) throws {
    try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
  }
}
