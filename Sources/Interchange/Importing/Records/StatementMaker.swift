import Model

/// The statements of one record, numbered as `Statement.id` asks for, all with the same citations.
struct StatementMaker {
  let subject: RecordID
  let citations: [Citation]
  private(set) var statements: [Statement] = []
  private var counts: [Property: Int] = [:]

  init(_ subject: RecordID, citing citations: [Citation]) {
    self.subject = subject
    self.citations = citations
  }

  /// States something; with its own citations where they are others than the record's.
  mutating func state(
    _ property: Property, _ label: String, _ value: Statement.Value, asOf: ExtendedDate? = nil,
    note: String? = nil, link: RecordID? = nil, citing own: [Citation]? = nil
  ) {
    counts[property, default: 0] += 1
    statements.append(
      Statement(
        id: RecordID("\(subject)/\(property.rawValue).\(counts[property] ?? 1)"), subject: subject,
        property: property, label: label, value: value, asOf: asOf, note: note, link: link,
        citations: own ?? citations))
  }
}

/// A name in camel case, as FollowTheMoney and BibTeX's relatives write them, for files and for people.
enum CamelCase {
  /// `birthDate` as `birth-date`.
  static func key(_ name: String) -> String {
    let key = RecordIDMaker.slug(words(name).joined(separator: " "))
    return key.isEmpty ? "field" : key
  }

  /// `birthDate` as `Birth date`, `innCode` as `INN code`, `sourceUrl` as `Source URL`.
  static func label(_ name: String) -> String {
    let words = words(name).map { initials.contains($0) ? $0.uppercased() : $0 }
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let initials: Set<String> = [
    "bvd", "icij", "id", "inn", "kpp", "lei", "npi", "ogrn", "okpo", "okved", "url", "usc", "vat",
  ]

  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    var last: Character?
    for character in name {
      let begins = character.isUppercase && last.map { $0.isLowercase || $0.isNumber } ?? true
      if character == "_" || character == "-" || character == " " {
        last = nil
        continue
      }
      if begins || last == nil { words.append("") }
      words[words.count - 1] += character.lowercased()
      last = character
    }
    return words
  }
}
