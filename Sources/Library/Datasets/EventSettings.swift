import Interchange
import Model
import Text

/// The settings that were met of late, and what else comes again from row to row.
struct EventSettings {
  private struct Figures: Hashable {
    let killed: CasualtyFigure?
    let wounded: CasualtyFigure?
  }

  /// How many are remembered before all are forgotten: rows of a table hold to few, or have each its own.
  private static let limit = 4096

  /// By a hash of all that tells one from another.
  private var known: [UInt64: (key: [UInt8], setting: EventSetting)] = [:]
  private var key = SettingKey()
  private var figures: [Figures: String] = [:]
  private var last: (date: ExtendedDate, days: EventDays)?
  /// The kinds of events, by the key that the index has for each.
  private(set) var kinds: [String: String] = [:]

  /// What an event shares with others; its groups and places are counted.
  mutating func setting(of event: DatasetEvent, _ parties: inout DatasetParties) -> EventSetting {
    key.take(event)
    let hash = key.hash
    let setting: EventSetting
    if let met = known[hash], met.key == key.bytes {
      setting = met.setting
    } else {
      setting = EventSetting(event, kind: key(ofKind: event.kind), &parties)
      if known.count == Self.limit { known.removeAll(keepingCapacity: true) }
      known[hash] = (key.bytes, setting)
    }
    parties.count(setting)
    return setting
  }

  private mutating func key(ofKind kind: String) -> String {
    if let known = kinds[kind] { return known }
    let key = Folding.fold(kind)
    kinds[kind] = key
    return key
  }

  /// The days of a date; rows come in the order of days, so that it is often that of the row before.
  mutating func days(of date: ExtendedDate) -> EventDays {
    if let last, last.date == date { return last.days }
    let days = EventDays(date)
    last = (date, days)
    return days
  }

  /// The figures as a list shows them: `3 killed, >2 wounded`.
  mutating func casualties(of event: DatasetEvent) -> String {
    let key = Figures(killed: event.killed, wounded: event.wounded)
    if let known = figures[key] { return known }
    let parts = [
      event.killed.map { "\($0.short) killed" }, event.wounded.map { "\($0.short) wounded" },
    ]
    let text = parts.compactMap(\.self).joined(separator: ", ")
    if figures.count == Self.limit { figures.removeAll(keepingCapacity: true) }
    figures[key] = text
    return text
  }
}

/// A date as table and index have it.
struct EventDays {
  let written: String
  let possible: ClosedRange<Int32>
  /// Where the date is approximate.
  let wide: ClosedRange<Int32>?

  init(_ date: ExtendedDate) {
    written = date.description
    let (span, widened) = (date.span, date.widened)
    possible = span.bounds
    wide = widened == span ? nil : widened.bounds
  }
}

/// What tells one setting from another, as bytes: strings beyond ASCII are slow to hash.
private struct SettingKey {
  private(set) var bytes: [UInt8] = []

  mutating func take(_ event: DatasetEvent) {
    bytes.removeAll(keepingCapacity: true)
    add(event.title)
    add(event.kind)
    for group in event.groups {
      add(group.name)
      if let id = group.id { add(id.rawValue) }
      bytes.append(1)
    }
    bytes.append(2)
    for place in event.places {
      add(place.name)
      add(place.type)
    }
  }

  private mutating func add(_ text: String) {
    bytes += text.utf8
    // A byte that no text has.
    bytes.append(0xFF)
  }

  var hash: UInt64 { bytes.withUnsafeBytes { ByteHash.of($0) } }
}
