import Interchange
import Model

/// The groups and places that rows name, each once, with how many events concern it.
struct DatasetParties {
  struct Found {
    var name: String
    /// What a place is: `town`, `country`.
    var type = ""
    /// The place in which a place lies.
    var within: RecordID?
    var events = 0
    /// Other names by which rows call it.
    var aliases: [String] = []
  }

  private(set) var groups: [RecordID: Found] = [:]
  private(set) var places: [RecordID: Found] = [:]
  private var idsOfNames: [String: RecordID] = [:]
  private var pathsOfPlaces: [[DatasetPlace]: [RecordID]] = [:]

  /// The ids of those who take part in an event.
  mutating func add(groups parties: [DatasetParty]) -> [RecordID] {
    var ids: [RecordID] = []
    for party in parties {
      let id: RecordID
      if let known = party.id ?? idsOfNames[party.name] {
        id = known
      } else {
        id = DatasetIDs.group(party)
        idsOfNames[party.name] = id
      }
      guard !ids.contains(id) else { continue }
      ids.append(id)
      groups[id, default: Found(name: party.name)].events += 1
      if groups[id]?.name != party.name, groups[id]?.aliases.contains(party.name) == false {
        groups[id]?.aliases.append(party.name)
      }
    }
    return ids
  }

  /// The ids of the places an event lies in, from the smallest to the largest.
  mutating func add(places path: [DatasetPlace]) -> [RecordID] {
    if path.isEmpty { return [] }
    let ids: [RecordID]
    if let known = pathsOfPlaces[path] {
      ids = known
    } else {
      ids = path.indices.map { DatasetIDs.place(path[$0...]) }
      pathsOfPlaces[path] = ids
      for (index, id) in ids.enumerated() where places[id] == nil {
        places[id] = Found(
          name: path[index].name, type: path[index].type,
          within: index + 1 < ids.count ? ids[index + 1] : nil)
      }
    }
    for id in ids { places[id]?.events += 1 }
    return ids
  }

  /// The country, where rows name only one.
  var onlyCountry: DatasetWriting.Country? {
    let countries = places.filter { $0.value.type == "country" }
    guard countries.count == 1, let (id, found) = countries.first else { return nil }
    return DatasetWriting.Country(name: found.name, rawValue: id.rawValue)
  }
}
