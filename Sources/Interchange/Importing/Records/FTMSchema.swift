import Model

/// A schema of FollowTheMoney, as far as what becomes of its entities.
struct FTMSchema: Hashable {
  /// As the file writes it: `PublicBody`.
  let name: String

  init(_ name: String) { self.name = name }

  /// For people: `Public body`.
  var label: String { CamelCase.label(name) }

  /// What sort of record its entities become; nil for links and for things that adduce has no records
  /// of, which are told of where they are referred to.
  var record: RecordKind? {
    switch name {
    case "Person": .person
    case "Organization", "Company", "PublicBody", "LegalEntity": .group
    case "Event", "Trip": .event
    case "Document", "Article", "Audio", "Email", "Folder", "HyperText", "Image", "Message",
      "Package", "Pages", "PlainText", "Table", "Video", "Workbook":
      .source
    default: nil
    }
  }

  /// The casebook's word for a source.
  var sourceType: String {
    switch name {
    case "Article": "article"
    case "Audio": "audio"
    case "Video": "video"
    case "Email", "Message": "letter"
    case "HyperText": "website"
    default: name == "Document" ? "document" : label.lowercased()
    }
  }

  /// The two ends of a link, from the edge of its schema, or from the property that has the entity in
  /// question; nil for what is no link.
  var link: FTMLink? { FTMLink.all[name] }
}

/// How a link of FollowTheMoney is to be read: the properties at its ends, and its words.
struct FTMLink {
  var from: String
  /// Nil where the link tells something of one entity alone: a sanction, a passport.
  var to: String?
  /// How the first reads towards the second.
  var words: String
  /// The relation that it is, where adduce has one.
  var kind: Relation.Kind?

  init(_ from: String, _ to: String?, _ words: String, _ kind: Relation.Kind? = nil) {
    (self.from, self.to, self.words, self.kind) = (from, to, words, kind)
  }

  /// By schema; the ends are those of `edge` in the schemata, or the property that must be there.
  static let all: [String: FTMLink] = [
    "Associate": FTMLink("person", "associate", "Associated with"),
    "ContractAward": FTMLink("supplier", "contract", "Awarded"),
    "Control": FTMLink("controller", "controlled", "Controls"),
    "CourtCaseParty": FTMLink("party", "case", "Involved in"),
    "Debt": FTMLink("debtor", "creditor", "Owes"),
    "Directorship": FTMLink("director", "organization", "Leads", .leadership),
    "EconomicActivity": FTMLink("holder", nil, "Economic activity"),
    "Employment": FTMLink("employee", "employer", "Works for"),
    "Family": FTMLink("person", "relative", "Related to"),
    "Identification": FTMLink("holder", nil, "Identification"),
    "Membership": FTMLink("member", "organization", "Member of", .membership),
    "Note": FTMLink("entity", nil, "Note"),
    "Occupancy": FTMLink("holder", "post", "Holds"),
    "Ownership": FTMLink("owner", "asset", "Owns"),
    "Passport": FTMLink("holder", nil, "Passport"),
    "Payment": FTMLink("payer", "beneficiary", "Paid"),
    "ProjectParticipant": FTMLink("participant", "project", "Participates in"),
    "Representation": FTMLink("agent", "client", "Represents"),
    "Risk": FTMLink("entity", nil, "Risk"),
    "Sanction": FTMLink("entity", nil, "Sanction"),
    "Similar": FTMLink("candidate", "match", "Similar to"),
    "Succession": FTMLink("predecessor", "successor", "Succeeded by"),
    "TaxRoll": FTMLink("taxee", nil, "Tax roll"),
    "UnknownLink": FTMLink("subject", "object", "Linked to"),
  ]

  /// The relation that the words of a link's `role` name: `ally`, `splinter of`.
  static func kind(role: String) -> Relation.Kind? {
    let word = RecordIDMaker.slug(role)
    if let kind = Relation.Kind(rawValue: word) { return kind }
    return Relation.Kind.allCases.first { RecordIDMaker.slug($0.forward) == word } ?? other[word]
  }

  private static let other: [String: Relation.Kind] = [
    "ally": .alliance, "allied": .alliance, "rival": .rivalry, "splinter-of": .splinter,
    "faction": .factionOf, "leader": .leadership, "leader-of": .leadership, "member": .membership,
    "supporter": .support, "supporter-of": .support,
  ]
}
