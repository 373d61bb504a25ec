import Casebook
import Model

/// Where the places and the events of a casebook stand on a map.
extension Catalogue {
  /// Where a place stands: at its own location; else at that of the nearest place in which it lies, which is near it
  /// where that is a town, and no more than what that is where it is larger.
  func location(of place: RecordID) -> (location: Location, at: RecordID)? {
    for (steps, here) in surroundings(of: place).enumerated() {
      guard var location = contents.locations[here] else { continue }
      if steps > 0, location.precision == .point { location.precision = .near }
      return (location, here)
    }
    return nil
  }

  /// Where an event stands: at the first of its places that stands anywhere.
  func location(of event: Event) -> (location: Location, at: RecordID)? {
    for statement in event.statements.of(.place) {
      guard case .reference(.record(let place)) = statement.value else { continue }
      if let found = location(of: place) { return found }
    }
    return nil
  }
}
