import Model

/// One work of a bibliography, before it is a `Source`: what CSL-JSON, BibTeX and RIS have in common.
struct BibliographyEntry {
  /// The physical line on which it begins, from 1.
  var line: Int
  /// The entry's own id or key.
  var key: String?
  var type = "article"
  var title: String?
  var authors: [String] = []
  var publisher: String?
  var series: String?
  var volume: String?
  var number: String?
  var pages: String?
  var date = BibliographicDate.Reading()
  var url: String?
  var doi: String?
  var language: String?
  /// Everything else that the entry says, with its label, in order.
  var rest: [(label: String, value: String)] = []

  init(line: Int) { self.line = line }

  /// Adds something that no field of a `Source` is for; blanks are passed over.
  mutating func add(_ label: String, _ value: String?) {
    let value = RecordText.oneLine(value ?? "")
    if !value.isEmpty { rest.append((label, value)) }
  }

  /// Whether it says nothing by which a work could be known.
  var isEmpty: Bool {
    title == nil && authors.isEmpty && publisher == nil && series == nil && url == nil && doi == nil
  }

  /// The work, with an id that no other of the file has.
  func source(_ ids: inout RecordIDMaker) -> Source {
    let titleWords = title?.split(separator: " ").prefix(4).joined(separator: " ")
    let maker = authors.first?.split(separator: " ").last.map(String.init) ?? publisher ?? series
    let id = ids.id(own: key, or: [maker, date.date?.description, titleWords])
    return Source(
      id: id, title: title, authors: authors, publisher: publisher, series: series, issue: issue,
      date: date.date, dateNote: date.words.map { "the entry has “\($0)”" },
      url: url ?? doi.map { "https://doi.org/" + $0 }, type: type, language: language,
      note: note(id))
  }

  /// `Volume 6, Issue 6, pp. 11-14`.
  private var issue: String? {
    let plain = pages.map { pages in
      pages.contains { "-–,".contains($0) } ? "pp. \(pages)" : "p. \(pages)"
    }
    let parts = [volume.map { "Volume \($0)" }, number.map { "Issue \($0)" }, plain]
    let text = parts.compactMap(\.self).joined(separator: ", ")
    return text.isEmpty ? nil : text
  }

  private func note(_ id: RecordID) -> String? {
    var all = rest
    if url != nil, let doi { all.append(("DOI", doi)) }
    if let key, key != id.rawValue { all.append(("id in the file", key)) }
    return all.isEmpty ? nil : all.map { "\($0.label): \($0.value)" }.joined(separator: "; ")
  }
}

/// The entries of a bibliography made records, one after another.
struct BibliographyReading {
  let file: String
  private(set) var imported = ImportedRecords()
  private var ids = RecordIDMaker()

  init(file: String) { self.file = file }

  /// Takes an entry, and says what of it could not be taken.
  mutating func take(_ entry: BibliographyEntry, dateField: String) {
    imported.entries += 1
    if entry.date.isUnreadable {
      report(
        entry.line, field: dateField, value: entry.date.words, "is no date that can be read",
        remedy: "Write a day as 2016-08-08, a month as 2016-08 or a year as 2016.")
    }
    guard !entry.isEmpty else {
      report(
        entry.line, value: entry.key, "has no title, author, publisher or address",
        remedy: "Give the work at least a title.")
      return
    }
    imported.records.append(.source(entry.source(&ids)))
  }

  /// An entry that cannot be read at all.
  mutating func refuse(_ line: Int, value: String? = nil, _ reason: String, remedy: String) {
    imported.entries += 1
    report(line, value: value, reason, remedy: remedy)
  }

  /// An entry that a parser could not read.
  mutating func add(_ problem: ImportProblem) {
    imported.entries += 1
    imported.problems.append(problem)
  }

  /// Something that cannot be taken.
  mutating func report(
    _ line: Int, field: String? = nil, value: String? = nil, _ reason: String, remedy: String
  ) {
    imported.problems.append(
      ImportProblem(
        file: file, line: line, field: field, value: value.map(RecordText.excerpt),
        reason: reason, remedy: remedy))
  }
}

/// A person's name in a bibliography, as it is printed.
enum PrintedName {
  /// The parts that there are, parted by blanks.
  static func join(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
