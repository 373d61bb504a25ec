import Model
import Yams

/// Where places are: files of the folder `locations`, each a list of points with the gazetteer that they come from. They
/// are no facts of the casebook's sources, and so stand apart from its places.
extension CasebookReader {
  mutating func readLocation(_ node: Node, file: String) {
    let keys: Set<String> = ["place", "latitude", "longitude", "precision", "from"]
    guard let entry = Entry(node, file: file, keys: keys, what: "a location", collector),
      let place = link(entry, "place", kinds: [.place]), entry.required("from") != nil,
      let coordinates = coordinates(entry)
    else { return }
    guard let word = entry.required("precision") else { return }
    guard let precision = PlacePrecision(word: word) else {
      let known = PlacePrecision.allCases.map(\.word).joined(separator: ", ")
      entry.problem(
        at: entry["precision"] ?? node, value: word, "no such precision",
        remedy: "Write one of: \(known).")
      return
    }
    if contents.locations.updateValue(Location(coordinates, precision), forKey: place) != nil {
      entry.problem(
        at: entry["place"] ?? node, value: place.rawValue, "the place has a location already",
        remedy: "Keep one of them.")
    }
  }

  private func coordinates(_ entry: Entry) -> Coordinates? {
    guard let latitude = entry.required("latitude"), let longitude = entry.required("longitude")
    else { return nil }
    if let north = Double(latitude), let east = Double(longitude),
      let coordinates = Coordinates(latitude: north, longitude: east)
    {
      return coordinates
    }
    entry.problem(
      at: entry["latitude"] ?? entry.node, value: "\(latitude), \(longitude)",
      "these are no coordinates",
      remedy: "Write degrees: north from -90 to 90, east from -180 to 180.")
    return nil
  }
}
