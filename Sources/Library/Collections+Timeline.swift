import Model
import Query
import SearchIndex

/// A timeline over several collections.
extension Collections {
  func timeline(_ request: TimelineRequest) throws(StoreProblem) -> Timeline {
    var request = request
    request.expression = try resolved(request.expression)
    let names = try names(for: request)
    let keys = names.map(\.key)
    let hits = try hits(request.events)
    var parts: [TimelinePart] = []
    for (store, hits) in zip(stores, hits) {
      parts.append(try store.read { try $0.part(of: request, keys: keys, among: hits.hits) })
    }
    let merged = MergedHits(parts.map(\.wide), byDay: true)
    var timeline = Timeline(request, names, parts, wide: merged.count)
    timeline.spans = try spans(merged.places(of: timeline, request), request)
    return timeline
  }

  /// The kinds or groups with most of what is measured in all collections; each is called what the first collection
  /// that knows it calls it.
  private func names(
    for request: TimelineRequest
  ) throws(StoreProblem) -> [(key: String, name: String)] {
    guard let stacking = request.stacking else { return [] }
    var sums: [[String: FigureSum]] = []
    for store in stores {
      do {
        sums.append(try store.read { try $0.sums(of: stacking, in: request) })
      } catch .noSuchRecord {
        sums.append([:])
      }
    }
    var names = Timeline.most(of: sums, by: request.measure).map { (key: $0, name: $0) }
    for (store, sums) in zip(stores, sums) {
      let unnamed = names.filter { $0.key == $0.name && sums[$0.key] != nil }.map(\.key)
      for found in try store.read({ try $0.names(of: unnamed, stacking) }) {
        for index in names.indices where names[index].key == found.key {
          names[index].name = found.name
        }
      }
    }
    return names
  }

  private func spans(
    _ places: [MergedHits.Place], _ request: TimelineRequest
  ) throws(StoreProblem) -> [Timeline.Span] {
    var spans: [Timeline.Span] = []
    for place in places {
      spans += try stores[place.part].read { try $0.spans([place.document], request) }
    }
    return spans
  }
}
