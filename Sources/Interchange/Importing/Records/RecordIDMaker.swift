import Model
import Text

/// Ids for the records of a file: well formed, and each given out once.
struct RecordIDMaker {
  private var taken: Set<RecordID>
  /// How often a text was asked for, so that a thousand entries of one key cost no search each.
  private var repeats: [String: Int] = [:]

  /// Ids that no record may have, such as that of the file itself.
  init(reserved: Set<RecordID> = []) { taken = reserved }

  /// The id that an entry gives itself where it is well formed, or else a slug of it; of several
  /// entries with one, the second has `-2` at its end. Of an entry that gives none, or one without a
  /// letter or digit, a slug of the parts.
  mutating func id(own: String?, or parts: [String?] = []) -> RecordID {
    let slugs = [own.map(Self.slug), Self.slug(parts.compactMap(\.self).joined(separator: " "))]
    return unused(slugs.compactMap(\.self).first { !$0.isEmpty } ?? "entry")
  }

  private mutating func unused(_ wanted: String) -> RecordID {
    while true {
      repeats[wanted, default: 0] += 1
      let number = repeats[wanted] ?? 1
      let id = RecordID(number == 1 ? wanted : "\(wanted)-\(number)")
      if taken.insert(id).inserted { return id }
    }
  }

  /// A text as it is where it is well formed; else its letters and digits as `a-z 0-9`, others as one
  /// hyphen, and no more than 60 characters. Empty where nothing of it can be so written.
  static func slug(_ text: String) -> String {
    if text.utf8.count <= 120, RecordID(text).isWellFormed { return text }
    var slug = ""
    for byte in Folding.fold(String(text.unicodeScalars.prefix(400))).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        slug.unicodeScalars.append(Unicode.Scalar(byte))
      case 0x80...: continue
      default: if !slug.isEmpty, slug.last != "-" { slug.append("-") }
      }
      if slug.utf8.count == 60 { break }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug
  }
}
