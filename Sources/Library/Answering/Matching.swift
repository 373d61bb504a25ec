import GRDB
import Model
import Query
import SearchIndex
import Text

/// From a query to the documents it finds.
extension Answering {
  /// What dates a hit must have: none but in the span, or any that may be in it.
  enum Certainty {
    case certain, possible

    var opposite: Certainty { self == .certain ? .possible : .certain }
  }

  /// The documents of a section that a query finds; with `.certain` only those whose dates lie in
  /// the spans asked for whatever they are.
  func documents(
    _ expression: QueryExpression, in kind: RecordKind, _ certainty: Certainty = .possible
  ) throws -> Bitmap {
    try found.documents(of: expression, in: kind, certainty) {
      let section = try listed(kind)
      return try documents(expression, in: kind, certainty, among: section)
    }
  }

  /// The documents of a section, without those that stand for a record of an earlier collection.
  func listed(_ kind: RecordKind) throws -> Bitmap {
    var section = Bitmap(index.documents(in: kind.rawValue))
    if let readable {
      section = section.and(
        Bitmap.union(readable.map { index.documents("source", key: $0.rawValue) }))
    }
    guard let hidden = try shared.hidden(kind) else { return section }
    return section.minus(hidden)
  }

  /// What a name typed for a field means here: the best rule by which it finds any, and whom.
  func meaning(
    _ field: QueryExpression.Field, _ value: String
  ) throws -> (rule: NameRule, ids: [String])? {
    if value.hasPrefix("=") {
      let ids = try names(of: field).exact(String(value.dropFirst())).map(\.id)
      return ids.isEmpty ? nil : (.exact, ids)
    }
    if !index.documents(Field(field.rawValue), key: value).isEmpty { return (.exact, [value]) }
    let hits = try names(of: field).best(for: value)
    return hits.first.map { ($0.rule, hits.map(\.id)) }
  }

  /// The same among some documents of the section: the fewer they are, the sooner it is done.
  func documents(
    _ expression: QueryExpression, in kind: RecordKind, _ certainty: Certainty,
    among section: Bitmap
  ) throws -> Bitmap {
    switch expression {
    case .everything: return section
    case .word(let text, let isPrefix): return word(text, isPrefix: isPrefix, in: section)
    case .phrase(let text): return try phrase(text, in: section)
    case .name(let text): return section.and(try documents(called: text))
    case .field(let field, let value): return section.and(try documents(field, value))
    case .records(let field, let ids, _):
      let key = Field(field.rawValue)
      return section.and(Bitmap.union(ids.map { index.documents(key, key: $0) }))
    case .these(let ids, _): return section.and(try numbers.documents(of: ids, in: database))
    case .inEvents(let events):
      let ids = try counts(of: kind, in: events).keys.map { RecordID($0) }
      return section.and(try numbers.documents(of: ids, in: database))
    case .undated: return section.and(index.undated)
    case .dates(let dates): return section.and(documents(dates, in: kind, certainty))
    case .figures(let figures): return documents(figures, in: kind, among: section)
    case .area(let box): return documents(in: box, kind, among: section)
    case .known(let dates): return section.and(try documents(knownBy: dates.range.last))
    case .not(let inner):
      // What certainly is not is all but what possibly is.
      return section.minus(try documents(inner, in: kind, certainty.opposite, among: section))
    case .all(let parts):
      // What is looked at document by document comes last, when few are left.
      let sorted = parts.filter { !$0.looksAtEach } + parts.filter(\.looksAtEach)
      return try sorted.reduce(section) {
        $0.isEmpty ? $0 : try documents($1, in: kind, certainty, among: $0)
      }
    case .any(let parts):
      return Bitmap.union(
        try parts.map { try documents($0, in: kind, certainty, among: section) })
    }
  }

  private func word(_ text: String, isPrefix: Bool, in section: Bitmap) -> Bitmap {
    let words = Folding.words(text)
    return words.enumerated().reduce(section) { found, word in
      let isLast = word.offset == words.count - 1
      return found.and(
        isLast && isPrefix
          ? index.documents(prefix: word.element) : index.documents(word: word.element))
    }
  }

  /// Documents with all words of a phrase, looked at in their wording.
  private func phrase(_ text: String, in section: Bitmap) throws -> Bitmap {
    let words = Folding.words(text)
    let hits = index.hits(phrase: words)
    let candidates = section.and(hits.documents)
    if hits.isExact { return candidates }
    let (wordings, matcher) = (try Wordings(database), PhraseMatcher(words))
    return Bitmap(
      try candidates.numbers.filter { try wordings.hasPart(of: $0) { matcher.isIn(utf8: $0) } })
  }

  private func documents(
    _ dates: DateFilter, in kind: RecordKind, _ certainty: Certainty
  ) -> Bitmap {
    let section = kind.rawValue
    switch certainty {
    case .certain:
      // Wholly inside, or going on for certain while the range lasts.
      return index.documents(within: dates.range.bounds, in: section)
        .or(index.documents(.sure, overlapping: dates.range.bounds, in: section))
    case .possible:
      return index.documents(overlapping: dates.possible.bounds, in: section)
        .or(index.documents(.wide, overlapping: dates.possible.bounds, in: section))
    }
  }

  private func documents(
    _ figures: FigureFilter, in kind: RecordKind, among section: Bitmap
  ) -> Bitmap {
    let measure = figures.measure.rawValue
    guard let range = figures.range else {
      return section.and(index.documents("unknown", key: measure))
    }
    return index.documents(
      Column(measure), overlapping: range, in: kind.rawValue, among: section)
  }

  /// Documents whose points lie in a box.
  private func documents(
    in box: GeoBox, _ kind: RecordKind, among section: Bitmap
  ) -> Bitmap {
    let north = index.documents(
      .latitude, overlapping: box.latitudes, in: kind.rawValue, among: section)
    return index.documents(
      .longitude, overlapping: box.longitudes, in: kind.rawValue, among: north)
  }

  /// What rests on sources that were certainly written by a day.
  private func documents(knownBy day: DayNumber) throws -> Bitmap {
    Bitmap.union(
      try sources(writtenBy: day).map { index.documents("held", key: $0.rawValue) })
  }

  /// What concerns a group, person or place that is called just so.
  private func documents(called name: String) throws -> Bitmap {
    Bitmap.union(
      try [QueryExpression.Field.group, .person, .place].flatMap { field in
        try names(of: field).exact(name).map { index.documents(Field(field.rawValue), key: $0.id) }
      })
  }

  /// Documents that concern the records a name finds; the words of a vocabulary for other fields.
  private func documents(_ field: QueryExpression.Field, _ value: String) throws -> Bitmap {
    switch field {
    case .group, .person, .place, .source: return try documents(field, named: value)
    case .kind: return try documents(kind: value)
    case .cites:
      // What a dataset's rows cite are their sources, and are not noted twice.
      let key: Field = dataset == nil ? "cites" : "source"
      let exact = index.documents(key, key: value)
      if !exact.isEmpty { return exact }
      return Bitmap.union(
        try names(of: .source).best(for: value).map { index.documents(key, key: $0.id) })
    case .basis:
      let typed = Folding.fold(value)
      return Bitmap.union(
        Basis.allCases.filter { $0.rawValue.hasPrefix(typed) }
          .map { index.documents("basis", key: $0.rawValue) })
    case .collection:
      return Folding.fold(collection).hasPrefix(Folding.fold(value))
        ? Bitmap(index.all) : Bitmap([])
    }
  }

  private func documents(_ field: QueryExpression.Field, named value: String) throws -> Bitmap {
    let key = Field(field.rawValue)
    let names = try names(of: field)
    if value.hasPrefix("=") {
      let hits = names.exact(String(value.dropFirst()))
      return Bitmap.union(hits.map { index.documents(key, key: $0.id) })
    }
    let exact = index.documents(key, key: value)
    if !exact.isEmpty { return exact }
    return Bitmap.union(names.best(for: value).map { index.documents(key, key: $0.id) })
  }

  /// A kind by any spelling: `suicide-bombing`, `Suicide bombing`, or words that begin it.
  private func documents(kind value: String) throws -> Bitmap {
    let names = try names.names(of: .kind) {
      var names = NameIndex()
      let terms = try Row.fetchAll(
        database, sql: "SELECT DISTINCT term, termLabel FROM record WHERE term IS NOT NULL")
      for term in terms {
        let key: String = term["term"]
        names.add(key, of: key)
        names.add(term["termLabel"], of: key)
      }
      for (key, name) in try vocabulary("kind") { names.add(name, of: key) }
      for kind in RecordKind.allCases {
        names.add(kind.rawValue, of: kind.rawValue)
        names.add(kind.plural, of: kind.rawValue)
      }
      return names
    }
    let found = Set(names.best(for: value).map(\.id) + [Folding.fold(value)])
    return Bitmap.union(found.map { index.documents("kind", key: $0) })
  }
}

extension NameIndex {
  /// The records that are called just so, to the letter.
  func exact(_ name: String) -> [NameHit] {
    hits(for: name).filter { $0.rule == .exact && $0.alias == name }
  }
}

extension QueryExpression {
  /// Whether its documents are found by looking at each, rather than in a set.
  fileprivate var looksAtEach: Bool {
    switch self {
    case .figures, .phrase, .area: true
    case .not(let inner): inner.looksAtEach
    default: false
    }
  }
}
