import Model

/// The entities of a file and what refers to what: which become records, which links tell of whom.
struct FTMGraph {
  let entities: [FTMEntity]
  private let places: [String: Int]
  /// The ids of the entities that become records, by their place in the file.
  private(set) var ids: [Int: RecordID] = [:]
  /// The links that are statements of an entity, by its place.
  private(set) var links: [Int: [Int]] = [:]
  /// The mentions of an entity, by its place.
  private(set) var mentions: [Int: [Int]] = [:]
  /// The documents that tell of an entity, by its place.
  private(set) var documents: [Int: [RecordID]] = [:]
  /// Links of more ends than anybody has written by hand, which would be told of once for each.
  private(set) var wide: [FTMEntity] = []
  /// Entities without a record that something tells of.
  private var told: Set<Int> = []
  /// All that the file says of entities without a record, where something refers to them.
  private var descriptions: [Int: String] = [:]
  private static let mostPairs = 10_000

  init(_ entities: [FTMEntity], places: [String: Int], _ maker: inout RecordIDMaker) {
    self.entities = entities
    self.places = places
    for (place, entity) in entities.enumerated() where entity.schema.record != nil {
      ids[place] = maker.id(own: entity.id, or: [entity.name, entity.schema.name])
    }
    for (place, entity) in entities.enumerated() where ids[place] == nil { attach(place, entity) }
    markReferred()
  }

  /// Those without a record that nothing tells of, in the file's order.
  var untold: [FTMEntity] {
    entities.indices.filter { ids[$0] == nil && !told.contains($0) }.map { entities[$0] }
  }

  /// Notes what a link tells of.
  private mutating func attach(_ place: Int, _ entity: FTMEntity) {
    switch entity.schema.name {
    case "Documentation":
      let found = recorded(entity["document"])
      for target in named(entity["entity"]) {
        documents[target, default: []] += found
        links[target, default: []].append(place)
        told.insert(place)
      }
    case "Mention":
      for target in named(entity["resolved"]) {
        mentions[target, default: []].append(place)
        told.insert(place)
      }
    default:
      guard let link = entity.schema.link else { return }
      let ends = (entity[link.from].count, link.to.map { entity[$0].count } ?? 1)
      guard ends.0 * max(1, ends.1) <= Self.mostPairs, ends.1 <= Self.mostPairs else {
        told.insert(place)
        return wide.append(entity)
      }
      if relation(entity, link) != nil {
        told.insert(place)
        return
      }
      // With nobody of the file at its first end, it is told of the second.
      let starts = named(entity[link.from])
      for end in starts.isEmpty ? named(entity[link.to ?? ""]) : starts {
        links[end, default: []].append(place)
        told.insert(place)
      }
    }
  }

  /// The places of those of some ids that become groups, persons or events, each once.
  private func named(_ values: [String]) -> [Int] {
    var seen: Set<Int> = []
    return values.compactMap { places[$0] }.filter {
      ids[$0] != nil && entities[$0].schema.record != .source && seen.insert($0).inserted
    }
  }

  /// What a record or a link that is told of refers to is told of there.
  private mutating func markReferred() {
    for (place, entity) in entities.enumerated() where ids[place] != nil || told.contains(place) {
      let isLink = ids[place] == nil && entity.schema.link != nil
      guard ids[place] != nil || isLink else { continue }
      for (property, values) in entity.properties where FTMProperty.entities.contains(property) {
        for value in values {
          guard let other = places[value], ids[other] == nil,
            descriptions[other] == nil
          else { continue }
          descriptions[other] = description(entities[other])
          if entities[other].schema.link == nil { told.insert(other) }
        }
      }
    }
  }

  /// The relation that a link is: by its schema, or by what its role says, where both ends are groups or
  /// persons of the file.
  func relation(_ entity: FTMEntity, _ link: FTMLink) -> Relation.Kind? {
    guard let to = link.to, entity[link.from].count * entity[to].count <= Self.mostPairs else {
      return nil
    }
    let areParties = [entity[link.from], entity[to]].allSatisfy { values in
      !values.isEmpty
        && values.allSatisfy { value in
          places[value].map { [.group, .person].contains(entities[$0].schema.record) } ?? false
        }
    }
    guard areParties else { return nil }
    guard entity.schema.name == "UnknownLink" else { return link.kind }
    return entity["role"].lazy.compactMap { FTMLink.kind(role: $0) }.first
  }

  /// The ids of those that become records.
  func recorded(_ values: [String]) -> [RecordID] {
    values.compactMap { places[$0] }.compactMap { ids[$0] }
  }

  func isRecord(_ value: String) -> Bool { places[value].map { ids[$0] != nil } ?? false }

  /// Whether one of some ids is that of the entity at a place.
  func isOne(of values: [String], _ place: Int) -> Bool { values.contains { places[$0] == place } }

  /// What an id of the file is called.
  func name(_ value: String) -> String { places[value].flatMap { entities[$0].name } ?? value }

  /// A record of the file, or all that the file says of an entity that is none.
  func reference(_ value: String) -> Reference {
    guard let place = places[value] else { return .words(value) }
    if let id = ids[place] { return .record(id) }
    return .words(descriptions[place] ?? name(value))
  }

  private func description(_ entity: FTMEntity) -> String {
    let rest = FTMWords.all(of: entity, leaving: ["name", "full"]) { name($0) }
    let about = [entity.schema.label, rest, "id in the file: \(entity.id)"]
    let words = about.filter { !$0.isEmpty }.joined(separator: "; ")
    return "\(entity.name ?? entity.id) (\(words))"
  }
}
