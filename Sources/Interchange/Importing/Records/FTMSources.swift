import Model

/// The works on which the entities of a file rest: addresses on the web and publishers, each once.
struct FTMSources {
  private(set) var records: [Source] = []
  private var places: [[String?]: Int] = [:]

  /// The works that an entity names by `sourceUrl` and `publisher` (schemata Thing and Interval); each
  /// remembers the passage that refers to it. Where there are several publishers, nobody knows whose an
  /// address is.
  mutating func cited(
    by entity: FTMEntity, at passage: PassageID, _ ids: inout RecordIDMaker
  ) -> [RecordID] {
    let (addresses, publishers) = (entity["sourceUrl"], entity["publisher"])
    let own = publishers.count == 1 ? publishers[0] : nil
    var cited = addresses.map { work(address: $0, publisher: own, passage, &ids) }
    if addresses.isEmpty || own == nil {
      cited += publishers.map { work(address: nil, publisher: $0, passage, &ids) }
    }
    return cited
  }

  private mutating func work(
    address: String?, publisher: String?, _ passage: PassageID, _ ids: inout RecordIDMaker
  ) -> RecordID {
    let key = [address, publisher]
    let place = places[key] ?? records.count
    if place == records.count {
      places[key] = place
      let id = ids.id(own: nil, or: [address.map(slug) ?? publisher])
      records.append(Source(id: id, publisher: publisher, url: address, type: "website"))
    }
    if records[place].citations.last?.passage != passage {
      records[place].citations.append(Citation(passage))
    }
    return records[place].id
  }

  /// An address without what all have.
  private func slug(_ address: String) -> String {
    String(address.split(separator: "://", maxSplits: 1).last ?? "")
  }

  /// A document (schema Document and those that extend it) as a source. The words of its body stay in
  /// the file; everything else is in the note.
  static func source(
    _ entity: FTMEntity, id: RecordID, citing passage: PassageID, name: (String) -> String
  ) -> Source {
    let dates = ["date", "authoredAt", "publishedAt"]
    let dated = dates.first { entity[$0].contains { FTMProperty.date($0) != nil } }
    var source = Source(
      id: id, title: entity["title"].first ?? entity.name, authors: entity["author"],
      publisher: entity["publisher"].first,
      date: dated.flatMap { entity[$0].lazy.compactMap { FTMProperty.date($0) }.first },
      url: entity["sourceUrl"].first, type: entity.schema.sourceType,
      language: entity["language"].first, citations: [Citation(passage)])
    let taken: [(String, String?)] = [
      ("title", source.title), ("name", source.title), ("publisher", source.publisher),
      ("sourceUrl", source.url), ("language", source.language), ("author", nil),
      (dated ?? "", dated.flatMap { entity[$0].first }),
    ]
    let body: Set<String> = ["bodyText", "bodyHtml", "translatedText", "indexText", "rawText"]
    var note: [String] = []
    for (property, values) in entity.properties where property != "author" {
      if body.contains(property) {
        let length = values.map(\.count).reduce(0, +)
        note.append("\(CamelCase.label(property)): \(length) characters, in the file")
        continue
      }
      let own = taken.first { $0.0 == property }?.1
      let rest = values.filter { $0 != own }
        .map { FTMProperty.entities.contains(property) ? name($0) : $0 }
      if !rest.isEmpty {
        note.append("\(CamelCase.label(property)): \(rest.joined(separator: ", "))")
      }
    }
    note.append("id in the file: \(entity.id)")
    source.note = note.joined(separator: "; ")
    return source
  }
}
