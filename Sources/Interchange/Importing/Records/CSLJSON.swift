import Model

/// Reads CSL-JSON: an array of items (Citation Style Language 1.0.2, schema `csl-data.json`), as Zotero
/// and pandoc write it.
public enum CSLJSON {
  /// Whether the first bytes of a file are those of an array of objects with a `type` of CSL.
  public static func recognises(_ start: [UInt8]) -> Bool {
    let text = RecordText.decode(Array(start.prefix(65536)))
    guard let first = text.first(where: { !$0.isWhitespace }), first == "[" || first == "{" else {
      return false
    }
    guard !text.contains("\"schema\"") || !text.contains("\"properties\"") else { return false }
    return text.matches(of: /"type"\s*:\s*"([a-z_\-]+)"/).contains { match in
      types[String(match.1)] != nil
    }
  }

  /// The works of a file. What cannot be taken of one costs no other.
  public static func read(_ bytes: [UInt8], file: String) -> ImportedRecords {
    let items = JSONItems(RecordText.utf8(bytes))
    var reading = BibliographyReading(file: file)
    for item in items.items {
      guard item.isClosed else {
        reading.refuse(
          item.line, "the item has no end", remedy: "Close every brace and bracket of the item.")
        continue
      }
      guard let object = items.object(item) else {
        reading.refuse(
          item.line, "the item is no JSON object",
          remedy: "Write each item as an object, with its names and texts in double quotes.")
        continue
      }
      reading.take(entry(object, line: item.line), dateField: "issued")
    }
    return reading.imported
  }

  private static func entry(_ item: [String: Any], line: Int) -> BibliographyEntry {
    var entry = BibliographyEntry(line: line)
    entry.key = JSONField.text(item["id"])
    let type = JSONField.text(item["type"]) ?? "document"
    entry.type = types[type] ?? type
    entry.title = JSONField.text(item["title"])
    entry.authors = names(item["author"])
    entry.publisher = JSONField.text(item["publisher"])
    let series = seriesFields.filter { JSONField.text(item[$0]) != nil }
    entry.series = series.first.flatMap { JSONField.text(item[$0]) }
    entry.volume = JSONField.text(item["volume"])
    entry.number = JSONField.text(item["issue"]) ?? JSONField.text(item["number"])
    entry.pages = JSONField.text(item["page"])
    entry.date = CSLDate.reading(item["issued"])
    entry.url = JSONField.text(item["URL"])
    entry.doi = JSONField.text(item["DOI"])
    entry.language = JSONField.text(item["language"])
    var used = fields.union(series.prefix(1))
    if JSONField.text(item["issue"]) == nil { used.insert("number") }
    for name in item.keys.sorted() where !used.contains(name) { add(item[name], name, to: &entry) }
    return entry
  }

  /// Fields that have a place of their own in a source.
  private static let fields: Set<String> = [
    "id", "type", "title", "author", "publisher", "volume", "issue", "page", "issued", "URL", "DOI",
    "language",
  ]
  private static let seriesFields = ["container-title", "collection-title"]

  /// Anything else: names, dates, texts.
  private static func add(_ value: Any?, _ name: String, to entry: inout BibliographyEntry) {
    let people = names(value)
    if !people.isEmpty {
      entry.add(name, people.joined(separator: ", "))
    } else if value is [String: Any] {
      let date = CSLDate.reading(value)
      entry.add(name, date.date?.description ?? date.words)
    } else {
      entry.add(name, JSONField.texts(value).joined(separator: ", "))
    }
  }

  /// CSL 1.0.2, name variables: `literal`, or the parts in the order of print.
  private static func names(_ value: Any?) -> [String] {
    (value as? [Any] ?? []).compactMap { $0 as? [String: Any] }.compactMap { name in
      if let literal = JSONField.text(name["literal"]) { return literal }
      let order = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"]
      let printed = PrintedName.join(order.map { JSONField.text(name[$0]) })
      return printed.isEmpty ? nil : printed
    }
  }

  /// CSL 1.0.2, appendix III (item types), as the casebook's words for sources; a type that has no such
  /// word keeps one of its own.
  static let types: [String: String] = [
    "article": "article", "article-journal": "article", "article-magazine": "magazine",
    "article-newspaper": "newspaper", "bill": "bill", "book": "book", "broadcast": "broadcast",
    "chapter": "book", "classic": "book", "collection": "collection", "dataset": "dataset",
    "document": "document", "entry": "entry", "entry-dictionary": "entry",
    "entry-encyclopedia": "entry", "event": "event", "figure": "figure", "graphic": "figure",
    "hearing": "hearing", "interview": "interview", "legal_case": "legal case",
    "legislation": "legislation", "manuscript": "manuscript", "map": "map",
    "motion_picture": "video", "musical_score": "musical score", "pamphlet": "pamphlet",
    "paper-conference": "article", "patent": "patent", "performance": "performance",
    "periodical": "magazine", "personal_communication": "letter", "post": "website",
    "post-weblog": "website", "regulation": "regulation", "report": "report", "review": "article",
    "review-book": "article", "software": "software", "song": "audio", "speech": "speech",
    "standard": "standard", "thesis": "thesis", "treaty": "treaty", "webpage": "website",
  ]
}

/// A date of CSL-JSON (CSL 1.0.2, date variables): parts, a season, a text, and whether it is approximate.
enum CSLDate {
  static func reading(_ value: Any?) -> BibliographicDate.Reading {
    if let text = JSONField.text(value) { return BibliographicDate.reading(text) }
    guard let fields = value as? [String: Any] else { return BibliographicDate.Reading() }
    let circa = isTrue(fields["circa"])
    if let parts = fields["date-parts"] as? [Any], !parts.isEmpty {
      if let date = date(parts, season: JSONField.text(fields["season"]), circa: circa) {
        return BibliographicDate.Reading(date: date)
      }
      let shown = parts.map { JSONField.texts($0).joined(separator: "-") }.joined(separator: "/")
      return BibliographicDate.Reading(words: shown, isUnreadable: !shown.isEmpty)
    }
    let text = ["edtf", "raw", "literal"].compactMap { JSONField.text(fields[$0]) }.first
    var reading = BibliographicDate.reading(text ?? "")
    if circa, let date = reading.date, !date.isApproximate,
      let approximate = try? ExtendedDate(reading: "\(date)~")
    {
      reading.date = approximate
    }
    return reading
  }

  /// One date, or the first and the last day of an interval.
  private static func date(_ parts: [Any], season: String?, circa: Bool) -> ExtendedDate? {
    let dates = parts.prefix(2).map { part -> ExtendedDate? in
      let all = part as? [Any] ?? []
      let numbers = all.compactMap { JSONField.number($0) }
      guard let year = numbers.first, numbers.count == all.count, all.count <= 3 else { return nil }
      var month = numbers.count > 1 ? numbers[1] : nil
      if month == nil, let season {
        month =
          Int(season).flatMap { (1...4).contains($0) ? $0 + 20 : nil }
          ?? BibliographicDate.month(named: season)
      }
      return BibliographicDate.edtf(
        year: year, month: month, day: numbers.count > 2 ? numbers[2] : nil, circa: circa)
    }
    guard parts.count <= 2, let start = dates.first ?? nil else { return nil }
    guard dates.count == 2 else { return start }
    return dates[1].flatMap { BibliographicDate.interval(start, $0) }
  }

  private static func isTrue(_ value: Any?) -> Bool {
    JSONField.text(value).map { !["0", "false", "no"].contains($0.lowercased()) } ?? false
  }
}
