import Casebook
import Foundation
import Library
import Model
import Query
import Testing

/// The casebook as it could be read at a date, held against a plain reading of its files.
@Suite struct AsOfTests {
  static let days = [
    "2015-12-30", "2015-12-31", "2016-12-31", "2020-01-01",
  ]

  /// The bundled casebook as files and as a library; opened once, for it takes a while.
  private struct Khorasan {
    static let cache = FileManager.default.temporaryDirectory
      .appendingPathComponent("adduce-\(UUID())").path
    static let opened = Result { try Khorasan() }

    let contents: CasebookContents
    let store: Collections

    init() throws {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let casebook = CasebookFolder(path: root.appendingPathComponent("Data/khorasan").path)
      contents = CasebookReader.read(casebook).0
      store = Collections([try SQLiteStore.open(casebook, cache: Self.cache)])
      try FileManager.default.removeItem(atPath: Self.cache)
    }
  }

  /// What is left of the casebook by a day, told without any of the code that is tested.
  private struct Oracle {
    let sources: Set<RecordID>
    private(set) var statements: [RecordID: [Statement]] = [:]
    private(set) var ids: [RecordKind: Set<RecordID>] = [:]

    init(_ contents: CasebookContents, by day: DayNumber) {
      var sources: Set<RecordID> = []
      for case .source(let source) in contents.records where source.isHeld {
        if let date = source.date, date.widened.last <= day { sources.insert(source.id) }
      }
      self.sources = sources
      var told: Set<RecordID> = []
      for record in contents.records {
        for statement in record.statements {
          var known = statement
          known.citations.removeAll { !sources.contains($0.passage.source) }
          guard !known.citations.isEmpty else { continue }
          statements[record.id, default: []].append(known)
          told.formUnion([record.id] + statement.references)
          if case .relation(let relation) = record {
            told.formUnion([relation.from, relation.to].compactMap(\.record))
          }
        }
      }
      let records = Dictionary(contents.records.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      for id in told {
        var next: RecordID? = id
        while let here = next {
          told.insert(here)
          if case .place(let place)? = records[here] { next = place.within } else { next = nil }
        }
      }
      for record in contents.records {
        var isKnown = told.contains(record.id)
        if case .source(let source) = record {
          isKnown =
            sources.contains(source.id)
            || source.citations.contains { sources.contains($0.passage.source) }
        }
        if isKnown { ids[record.kind, default: []].insert(record.id) }
      }
    }
  }

  private func rows(
    _ library: Collections, _ kind: RecordKind, by day: DayNumber
  ) throws -> [ListRow] {
    let request = Request.rows(RowRequest(kind, count: 10_000))
    guard case .rows(let window) = try library.answerNow(.known(by: day, request)) else {
      throw StoreProblem.cancelled
    }
    #expect(window.total == window.rows.count)
    return window.rows
  }

  private func ids(_ rows: [ListRow]) -> [RecordID] {
    rows.compactMap { if case .record(let id) = $0.target { id } else { nil } }
  }

  private func day(_ text: String) throws -> DayNumber {
    try #require(try ExtendedDate(reading: text).certainEnd)
  }

  @Test(arguments: days) func listsHoldWhatASourceToldByThenAndNothingElse(text: String) throws {
    let (khorasan, day) = (try Khorasan.opened.get(), try day(text))
    let oracle = Oracle(khorasan.contents, by: day)
    for kind in [RecordKind.group, .person, .place, .event, .relation, .theme, .source] {
      let listed = ids(try rows(khorasan.store, kind, by: day))
      #expect(Set(listed) == oracle.ids[kind] ?? [], "\(kind.plural)")
      #expect(listed.count == Set(listed).count)
    }
    let statements = Set(oracle.statements.values.joined().map(\.id))
    #expect(Set(ids(try rows(khorasan.store, .statement, by: day))) == statements)
    for row in try rows(khorasan.store, .passage, by: day) {
      guard case .passage(let passage) = row.target else { continue }
      #expect(oracle.sources.contains(passage.source))
    }
    let months = try khorasan.store.answerNow(
      .known(by: day, .months(RowRequest(.event, count: 0))))
    guard case .months(let months) = months else { throw StoreProblem.cancelled }
    #expect(months.total == oracle.ids[.event]?.count ?? 0)
  }

  /// Where a place is does not hang on what was written by a day.
  @Test(arguments: days) func eventsStandOnTheMapWhereverTheyWereSaidToBeByThen(text: String) throws
  {
    let (khorasan, day) = (try Khorasan.opened.get(), try day(text))
    let oracle = Oracle(khorasan.contents, by: day)
    var within: [RecordID: RecordID] = [:]
    for case .place(let place) in khorasan.contents.records { within[place.id] = place.within }
    func isPlaced(_ statement: Statement) -> Bool {
      guard case .reference(.record(let place)) = statement.value else { return false }
      let surroundings = sequence(first: place) { within[$0] }
      return surroundings.contains { khorasan.contents.locations[$0] != nil }
    }
    let events = oracle.ids[.event] ?? []
    let placed = events.count { (oracle.statements[$0] ?? []).of(.place).contains(where: isPlaced) }
    let request = Request.map(MapRequest(RowRequest(.event, count: 0)))
    guard case .map(let marks) = try khorasan.store.answerNow(.known(by: day, request)) else {
      throw StoreProblem.cancelled
    }
    #expect(marks.placed == placed && marks.unplaced == events.count - placed)
    #expect(marks.extent != nil || placed == 0)
    #expect(text != Self.days.last || placed > 0)
  }

  @Test(arguments: days) func aPageShowsWhatWasSaidByThenAndNoPassageOfALaterSource(
    text: String
  ) throws {
    let (khorasan, day) = (try Khorasan.opened.get(), try day(text))
    let oracle = Oracle(khorasan.contents, by: day)
    func isKnown(_ citations: [Citation]) -> Bool {
      citations.allSatisfy { oracle.sources.contains($0.passage.source) }
    }
    for (kind, ids) in oracle.ids {
      for id in ids {
        let reply = try khorasan.store.answerNow(.known(by: day, .dossier(id)))
        guard case .dossier(let dossier) = reply else { throw StoreProblem.cancelled }
        #expect(dossier.record.kind == kind)
        // Statements may have words for a record that is not known; all else is as it was.
        let expected = oracle.statements[id] ?? []
        #expect(dossier.record.statements.map(\.id) == expected.map(\.id), "\(id)")
        #expect(dossier.record.statements.map(\.citations) == expected.map(\.citations), "\(id)")
        #expect(dossier.mentions.allSatisfy { isKnown($0.statement.citations) }, "\(id)")
        #expect(dossier.relations.flatMap(\.statements).allSatisfy { isKnown($0.citations) })
        #expect(
          dossier.record.aliases.flatMap(\.sources).allSatisfy(oracle.sources.contains), "\(id)")
        #expect(dossier.record.aliases.allSatisfy { !$0.sources.isEmpty })
        if case .source(let source) = dossier.record { #expect(isKnown(source.citations)) }
        for reference in dossier.record.statements.flatMap(\.references) {
          #expect(dossier.names[reference] != nil, "\(id) points to \(reference)")
        }
      }
    }
  }

  @Test(arguments: days) func whatRestsWhatDiffersAndWhatIsWeakIsReckonedAnew(
    text: String
  ) throws {
    let (khorasan, day) = (try Khorasan.opened.get(), try day(text))
    let oracle = Oracle(khorasan.contents, by: day)
    guard case .rivals(let list) = try khorasan.store.answerNow(.known(by: day, .rivals(nil)))
    else { throw StoreProblem.cancelled }
    let expected = oracle.statements.values.flatMap { RivalValues.among($0) }
    #expect(Set(list.questions) == Set(expected) && list.questions.count == expected.count)
    for kind in WeakSupport.allCases {
      let request = Request.support(SupportRequest(kind, count: 10_000))
      guard case .support(let weak) = try khorasan.store.answerNow(.known(by: day, request))
      else { throw StoreProblem.cancelled }
      let facts = Set(oracle.statements.values.joined().filter(kind.holds).map(\.id))
      #expect(Set(weak.facts.map(\.statement.id)) == facts)
      #expect(weak.total == facts.count && weak.facts.count == facts.count)
    }
    for case .source(let source) in khorasan.contents.records where source.isHeld {
      let request = Request.known(by: day, .reading(source.id))
      guard oracle.sources.contains(source.id) else {
        #expect(throws: StoreProblem.self) { try khorasan.store.answerNow(request) }
        continue
      }
      guard case .reading(let reading) = try khorasan.store.answerNow(request) else {
        throw StoreProblem.cancelled
      }
      #expect(reading.passages.count > 10)
      let resting = Request.resting(.work(source.id))
      guard case .resting(let facts) = try khorasan.store.answerNow(.known(by: day, resting))
      else { throw StoreProblem.cancelled }
      for fact in facts.alone + facts.shared {
        #expect(fact.statement.citations.allSatisfy { oracle.sources.contains($0.passage.source) })
      }
      for (passage, count) in zip(reading.passages, reading.facts) where count > 0 {
        let request = Request.known(by: day, .facts(passage.id))
        guard case .facts(let facts) = try khorasan.store.answerNow(request) else { continue }
        #expect(facts.count == count)
        let citing = oracle.statements.values.joined().filter { statement in
          statement.citations.contains { $0.passage == passage.id }
        }
        #expect(Set(facts.map(\.statement.id)) == Set(citing.map(\.id)))
      }
    }
  }

  /// What is searched for is found only where it was said by then, also in names and notes.
  @Test func aSearchFindsNothingByWhatWasSaidLater() throws {
    let (khorasan, day) = (try Khorasan.opened.get(), try day("2016"))
    let oracle = Oracle(khorasan.contents, by: day)
    let known = oracle.ids.values.reduce(into: Set<RecordID>()) { $0.formUnion($1) }
    let later = khorasan.contents.records.flatMap(\.statements).filter { statement in
      statement.citations.allSatisfy { !oracle.sources.contains($0.passage.source) }
    }
    #expect(later.count > 500)
    for statement in later where statement.id.rawValue.utf8.count % 7 == 0 {
      guard case .text(let value) = statement.value else { continue }
      let request = Request.search(.phrase(value), limit: 50)
      guard case .hits(let hits) = try khorasan.store.answerNow(.known(by: day, request)) else {
        throw StoreProblem.cancelled
      }
      for row in hits.flatMap(\.rows) {
        switch row.target {
        case .passage(let passage): #expect(oracle.sources.contains(passage.source))
        case .record(let id):
          #expect(id != statement.id)
          #expect(row.kind == .statement || known.contains(id))
          let isSaidElsewhere = oracle.statements[id]?.contains { $0.value == statement.value }
          if id == statement.subject, value.split(separator: " ").count > 4 {
            #expect(isSaidElsewhere == true, "\(id) is found by “\(value)”")
          }
        case .text: break
        }
      }
    }
  }

  /// `asof:` in a query means the same records.
  @Test(arguments: days) func aQueryAsOfADayFindsTheSameRecords(text: String) throws {
    let (khorasan, day) = (try Khorasan.opened.get(), try day(text))
    for kind in RecordKind.allCases {
      let asOf = RowRequest(
        kind, expression: try QueryReader.read("asof:\(text)"), count: 10_000)
      guard case .rows(let window) = try khorasan.store.answerNow(.rows(asOf)) else { continue }
      let listed = try rows(khorasan.store, kind, by: day)
      #expect(Set(window.rows.map(\.target)) == Set(listed.map(\.target)), "\(kind.plural)")
    }
  }

  /// Once every source is known nothing is different, order and numbers of rows included.
  @Test func atTheEndItIsTheCasebook() throws {
    let khorasan = try Khorasan.opened.get()
    for kind in RecordKind.allCases {
      guard
        case .rows(let all) = try khorasan.store.answerNow(.rows(RowRequest(kind, count: 10_000)))
      else { continue }
      #expect(try rows(khorasan.store, kind, by: try day("2030")) == all.rows, "\(kind.plural)")
    }
    guard case .overview(let all) = try khorasan.store.answerNow(.overview),
      case .overview(let known) = try khorasan.store.answerNow(
        .known(by: try day("2030"), .overview))
    else { throw StoreProblem.cancelled }
    #expect(all == known && all.written.count == 5)
  }

  /// A source that may have been written later is not known, and one of an open date never is.
  @Test func onlyACertainDateCounts() throws {
    for (date, isKnown) in [
      ("2020-05-02", true), ("2020-05~", false), ("2020-05?", true), ("2020-05/..", false),
      ("2020-05/2020-06-01", false), ("", false),
    ] {
      let fixture = try LibraryFixture()
      let path = fixture.casebook.path + "/sources/held.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let line = date.isEmpty ? "" : "date: \(date), "
      try text.replacingOccurrences(of: "date: 2020-05-02, ", with: line)
        .write(toFile: path, atomically: true, encoding: .utf8)
      let library = Collections([try fixture.open()])
      let events = try rows(library, .event, by: try day("2020-05-31"))
      #expect(events.isEmpty == !isKnown, "“\(date)”")
      guard case .overview(let overview) = try library.answerNow(.overview) else { continue }
      #expect((overview.written == [nil]) == ["", "2020-05/.."].contains(date))
    }
  }

  /// Nothing of what was made for a day is left on the disk.
  @Test func theCacheHoldsTheWholeLibraryAlone() throws {
    let fixture = try LibraryFixture()
    let store = try fixture.open()
    let before = try FileManager.default.subpathsOfDirectory(atPath: store.path)
    _ = try store.answerNow(.known(by: try day("2020-05"), .overview))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: store.path) == before)
  }
}
