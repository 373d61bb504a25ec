public import Model
import Text

/// The ids of what rows name: always the same for the same words, so that they hold from one release of a
/// dataset to the next.
public enum DatasetIDs {
  /// An event: `ged-59553`.
  public static func event(_ key: String, _ id: String) -> RecordID {
    let plain = RecordID(id)
    return RecordID(key + "-" + (plain.isWellFormed ? id : slug(id)))
  }

  /// A group: the id that the dataset gives, or one made of its name. A provider's groups are its own, for
  /// two that have one name need not be one; those of somebody's own table are those of their casebook.
  ///
  /// - Parameter key: the dataset's format.
  public static func group(_ party: DatasetParty, _ key: String) -> RecordID {
    party.id ?? RecordID((key == PlainEvents.key ? "" : key + "-group-") + slug(party.name))
  }

  /// A place within those around it: two towns of one name in two provinces are two places.
  public static func place(_ path: some Collection<DatasetPlace>) -> RecordID {
    RecordID(path.map { slug($0.name) }.joined(separator: "-"))
  }

  /// A place within the one around it, as `place(_:)` has it for their path.
  public static func place(_ place: DatasetPlace, within around: RecordID?) -> RecordID {
    RecordID(slug(place.name) + (around.map { "-" + $0.rawValue } ?? ""))
  }

  /// A cited work: publisher and day, and a hash of all that is said of it.
  public static func work(_ work: CitedWork) -> RecordID {
    let date = work.date?.description
    var parts = [work.publisher.map(slug), date.map(slug)].compactMap(\.self)
    if parts.isEmpty { parts.append("work") }
    let hash = [work.publisher, date, work.title].map { $0 ?? "" }.joined(separator: "\u{0}").utf8
      .reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return RecordID(parts.joined(separator: "-") + "-" + String(hash >> 16, radix: 36))
  }

  /// A publisher, as the key by which all its works are found.
  public static func publisher(_ name: String) -> RecordID { RecordID("by-" + slug(name)) }

  /// Lower-case letters, digits and hyphens; of a name in another script, its letters' numbers.
  public static func slug(_ text: String) -> String {
    let slug = Folding.words(text).joined(separator: "-")
    if !slug.isEmpty, RecordID(slug).isWellFormed { return slug }
    let letters = slug.unicodeScalars.map { scalar -> String in
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "-")
      return isPlain || ("0"..."9").contains(scalar)
        ? String(scalar) : "u" + String(scalar.value, radix: 16)
    }
    return letters.isEmpty ? "unnamed" : letters.joined()
  }
}
