import Interchange
import Model
import SearchIndex
import Text

/// What many rows have in common, made ready for the table and the index once: title, kind, groups and places.
final class EventSetting {
  /// The texts, as the table has them: parted by line feeds.
  let wording: [UInt8]
  /// Texts and keys, for the index.
  let parts = DocumentParts()
  /// The numbers of groups and places in `DatasetParties`.
  let groups: [Int]
  let places: [Int]

  init(_ event: DatasetEvent, kind: String, _ parties: inout DatasetParties) {
    var texts = [event.title, event.kind]
    for text in event.groups.map(\.name) + event.places.map(\.name) where !texts.contains(text) {
      texts.append(text)
    }
    wording = Array(texts.joined(separator: "\n").utf8)
    for text in texts { parts.add(text: text) }
    parts.add("kind", key: RecordKind.event.rawValue)
    parts.add("kind", key: kind)
    groups = parties.numbers(of: event.groups)
    places = parties.numbers(of: event.places)
    for group in groups { parts.add("group", key: parties.groups[group].id.rawValue) }
    for place in places { parts.add("place", key: parties.places[place].id.rawValue) }
  }
}
