import Interchange
import Model

/// The groups and places that rows name, each once and by a number, with how many events concern it.
struct DatasetParties {
  struct Found {
    let id: RecordID
    var name: String
    /// What a place is: `town`, `country`.
    var type = ""
    /// The number of the place in which a place lies.
    var within: Int?
    var events = 0
    /// Other names by which rows call it.
    var aliases: [String] = []
  }

  /// The key of the format, which the ids of groups without their own begin with.
  let key: String
  private(set) var groups: [Found] = []
  private(set) var places: [Found] = []
  private var groupNumbers: [RecordID: Int] = [:]
  private var placeNumbers: [RecordID: Int] = [:]
  private var idsOfNames: [String: RecordID] = [:]
  private var pathsOfPlaces: [[DatasetPlace]: [Int]] = [:]

  init(key: String) { self.key = key }

  /// Those who take part in an event, each once.
  mutating func numbers(of parties: [DatasetParty]) -> [Int] {
    var numbers: [Int] = []
    for party in parties {
      let number = number(of: party)
      guard !numbers.contains(number) else { continue }
      numbers.append(number)
      if groups[number].name != party.name, !groups[number].aliases.contains(party.name) {
        groups[number].aliases.append(party.name)
      }
    }
    return numbers
  }

  private mutating func number(of party: DatasetParty) -> Int {
    let id: RecordID
    if let known = party.id ?? idsOfNames[party.name] {
      id = known
    } else {
      id = DatasetIDs.group(party, key)
      idsOfNames[party.name] = id
    }
    if let known = groupNumbers[id] { return known }
    groupNumbers[id] = groups.count
    groups.append(Found(id: id, name: party.name))
    return groups.count - 1
  }

  /// The places an event lies in, from the smallest to the largest.
  mutating func numbers(of path: [DatasetPlace]) -> [Int] {
    if let known = pathsOfPlaces[path] { return known }
    // From the largest, so that what a place lies in has its number.
    var numbers: [Int] = []
    for place in path.reversed() {
      numbers.append(number(of: place, within: numbers.last))
    }
    numbers.reverse()
    pathsOfPlaces[path] = numbers
    return numbers
  }

  private mutating func number(of place: DatasetPlace, within: Int?) -> Int {
    let id = DatasetIDs.place(place, within: within.map { places[$0].id })
    if let known = placeNumbers[id] { return known }
    placeNumbers[id] = places.count
    places.append(Found(id: id, name: place.name, type: place.type, within: within))
    return places.count - 1
  }

  /// Counts an event for its groups and places.
  mutating func count(_ setting: EventSetting) {
    for number in setting.groups { groups[number].events += 1 }
    for number in setting.places { places[number].events += 1 }
  }

  /// The country, where rows name only one.
  var onlyCountry: DatasetWriting.Country? {
    let countries = places.filter { $0.type == "country" }
    guard countries.count == 1, let found = countries.first else { return nil }
    return DatasetWriting.Country(name: found.name, rawValue: found.id.rawValue)
  }
}
