import Model

/// Properties of FollowTheMoney by their type.
enum FTMProperty {
  /// Of type `date` in any schema.
  static let dates: Set<String> = [
    "authoredAt", "awardNoticeDate", "awardingDate", "balanceDate", "birthDate", "buildDate",
    "clarificationDeadline", "closeDate", "closingDate", "contractDate", "contractNoticeDate",
    "createDate", "createdAt", "creationDate", "date", "deathDate", "declarationDate",
    "deregistrationDate", "dissolutionDate", "electionDate", "endDate", "fileDate",
    "inceptionDate", "incorporationDate", "issueDate", "listingDate", "maturityDate",
    "maxBalanceDate", "modifiedAt", "nameChangeDate", "openingDate", "periodEnd", "periodStart",
    "processedAt", "publicationDate", "publishedAt", "registrationDate", "retrievedAt",
    "startDate", "submissionDeadline", "first_seen", "last_seen", "last_change",
  ]

  /// Of type `entity` in any schema that becomes a record or is told of: their values are ids.
  static let entities: Set<String> = [
    "addressEntity", "ancestors", "associates", "bankAccount", "beneficiary", "candidate", "case",
    "client", "companies", "contract", "controlled", "controller", "creditor", "debtor",
    "director", "document", "employee", "employer", "entity", "holder", "involved", "issuer",
    "match", "member", "mentioned", "object", "operator", "organization", "organizer", "owner",
    "agent", "asset", "parent", "participant", "party", "payer", "person", "post", "predecessor",
    "project", "proof", "recipients", "relative", "associate", "resolved", "riskSource", "sender",
    "subject", "successor", "supplier", "taxee", "transport", "vehicle", "emitters",
    "inReplyToEmail",
  ]

  /// The properties of an interval.
  static let ofIntervals = ["date", "startDate", "endDate"]

  /// A date as FollowTheMoney writes it: ISO 8601 to any precision.
  static func date(_ text: String) -> ExtendedDate? {
    if let date = try? ExtendedDate(reading: text) { return date }
    // A blank before the time of day, and no seconds, are written too.
    guard let day = text.split(whereSeparator: { $0 == "T" || $0 == " " }).first else { return nil }
    return day.utf8.count == 10 ? try? ExtendedDate(reading: String(day)) : nil
  }

  /// From the first to the last day that an interval's properties give; nil where they give none, or
  /// several.
  static func interval(_ entity: FTMEntity) -> ExtendedDate? {
    let (starts, ends) = (entity["startDate"], entity["endDate"])
    let days = entity["date"]
    if starts.isEmpty, ends.isEmpty { return days.count == 1 ? date(days[0]) : nil }
    guard starts.count < 2, ends.count < 2, days.isEmpty else { return nil }
    let start = starts.first.map(plain) ?? ""
    let end = ends.first.map(plain) ?? ""
    if start == end { return date(start) }
    return try? ExtendedDate(reading: "\(start)/\(end)")
  }

  /// Without a time of day, which no interval of EDTF has at its ends.
  private static func plain(_ text: String) -> String {
    String(text.prefix { $0 != "T" && $0 != " " })
  }
}
