import Casebook
import Foundation
import Library
import Model
import Query
import TestSupport
import Testing

/// Lists of records with a part in some events, held against the events of each record looked through one by one.
@Suite struct EventPartsTests {
  private static let kinds: [RecordKind] = [.group, .person, .place, .source]

  private func window(_ store: some EvidenceStore, _ request: RowRequest) throws -> ListWindow {
    guard let store = store as? Collections,
      case .rows(let window) = try store.answerNow(.rows(request))
    else { throw StoreProblem.cancelled }
    return window
  }

  private func id(_ row: ListRow) -> RecordID {
    if case .record(let id) = row.target { id } else { "" }
  }

  /// Holds the lists narrowed to some events against the lists of the events of each record.
  private func check(_ library: Collections, _ events: QueryExpression, by day: DayNumber? = nil)
    throws
  {
    func ask(_ request: RowRequest) throws -> ListWindow {
      let rows = Request.rows(request)
      guard case .rows(let window) = try library.answerNow(day.map { .known(by: $0, rows) } ?? rows)
      else { throw StoreProblem.cancelled }
      return window
    }
    for kind in Self.kinds {
      let narrowed = try ask(RowRequest(kind, expression: .inEvents(events), count: 100_000))
      var left: [ListRow] = []
      for var row in try ask(RowRequest(kind, count: 100_000)).rows {
        let own = RowRequest(.event, expression: events, scope: id(row), count: 0)
        row.eventsLeft = try ask(own).total
        if row.eventsLeft != 0 { left.append(row) }
      }
      #expect(narrowed.rows == left, "\(kind.plural) in \(events)")
      #expect(narrowed.total == left.count)
      #expect(left.allSatisfy { ($0.eventsLeft ?? 0) <= $0.events })
      guard !left.isEmpty else { continue }
      // A window around a record holds it, and is a part of the whole.
      for record in Set([left[0], left[left.count / 2], left[left.count - 1]].map(id)) {
        let around = try ask(
          RowRequest(kind, expression: .inEvents(events), first: 2, count: 4, around: record))
        #expect(around.sought == .init(record, at: left.firstIndex { id($0) == record }))
        #expect(around.rows == Array(left.dropFirst(around.first).prefix(4)))
        #expect(around.rows.map(id).contains(record))
      }
      let none = try ask(
        RowRequest(kind, expression: .inEvents(events), first: 1, count: 3, around: "nobody"))
      #expect(none.sought == .init("nobody", at: nil) && none.first == 1)
    }
  }

  /// Filters put together by chance, of what passes some events and what passes none.
  private func filters(_ queries: [String], _ count: Int) throws -> [QueryExpression] {
    var generator = SeededGenerator(for: "filters")
    return try (0..<count).map { _ in
      let parts = try queries.shuffled(using: &generator)
        .prefix(Int.random(in: 1...3, using: &generator)).map { try QueryReader.read($0) }
      return parts.count == 1 ? parts[0] : .all(parts)
    }
  }

  private static func khorasan() throws -> Collections {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let cache = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())")
      .path
    let casebook = CasebookFolder(path: root.appendingPathComponent("Data/khorasan").path)
    let library = Collections([try SQLiteStore.open(casebook, cache: cache)])
    try FileManager.default.removeItem(atPath: cache)
    return library
  }

  private static let ofKhorasan = [
    "date:2014..2015", "date:2016-08", "date:~2017", "killed:>20", "kind:bombing", "quetta",
    "-place:Afghanistan", "date:undated", "cites:roul-2016", "group:taliban", "nothing at all",
  ]

  @Test func ofTheCasebookTheyAreThoseWithEventsLeft() throws {
    let library = try Self.khorasan()
    for events in try filters(Self.ofKhorasan, 8) { try check(library, events) }
    let day = try #require(try ExtendedDate(reading: "2016").certainEnd)
    for events in try filters(Self.ofKhorasan, 2) {
      try check(library, events, by: day)
    }
  }

  /// The same told from what the statements of each event say, without the index.
  @Test func ofTheCasebookTheyAreThoseThatStatementsName() throws {
    let library = try Self.khorasan()
    var records: [RecordID: Record] = [:]
    func record(_ id: RecordID) throws -> Record {
      if let known = records[id] { return known }
      guard case .dossier(let dossier) = try library.answerNow(.dossier(id)) else {
        throw StoreProblem.noSuchRecord(id.rawValue)
      }
      records[id] = dossier.record
      return dossier.record
    }
    for events in try filters(Self.ofKhorasan, 5) {
      var counts: [RecordID: Int] = [:]
      for row in try window(library, RowRequest(.event, expression: events, count: 10_000)).rows {
        var named: Set<RecordID> = []
        for statement in try record(id(row)).statements {
          named.formUnion(statement.citations.flatMap { [$0.passage.source] + $0.via })
          for reference in statement.references {
            var next: RecordID? = reference
            while let here = next, named.insert(here).inserted {
              if case .place(let place) = try record(here) {
                next = place.within
              } else {
                next = nil
              }
            }
          }
        }
        for id in named { counts[id, default: 0] += 1 }
      }
      for kind in Self.kinds {
        let rows = try window(
          library, RowRequest(kind, expression: .inEvents(events), count: 10_000)
        ).rows
        let found = rows.map { (id($0), $0.eventsLeft ?? 0) }
        let expected = try counts.filter { try record($0.key).kind == kind }
        #expect(
          Dictionary(found, uniquingKeysWith: { one, _ in one }) == expected,
          "\(kind.plural) in \(events)")
      }
    }
  }

  private static let ofRows = [
    "date:2019-04", "date:2020..", "killed:>3", "group:\"red band\"", "norburg", "date:undated",
    "place:westdale", "in:second", "in:table", "attack", "-siege", "nothing at all",
  ]

  /// A dataset of rows that name groups of the casebook's ids, groups of their own, and works.
  private func table(_ fixture: ImportFixture) throws -> SQLiteStore {
    var generator = SeededGenerator(seed: 3)
    let rows = (0..<300).map { number in
      let day = String(
        format: "20%02d-%02d-%02d", 17 + number % 5, 1 + number % 12, 1 + number % 28)
      let works = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
        "Paper,\(day),Report \(Int.random(in: 0...40, using: &generator))"
      }
      let killed = Int.random(in: 0...9, using: &generator)
      return [
        "\(number)", day, day, "\(killed)", "\(killed)", "\(killed)",
        "\"\(works.joined(separator: ";"))\"",
      ]
    }
    let file = try fixture.ged("ged.csv", rows)
    return try SQLiteStore.open(fixture.importing(file, name: "table").dataset)
  }

  private func plainTable(_ fixture: ImportFixture) throws -> SQLiteStore {
    let groups = ["Red Band", "Blue Band; Army", "Army", "", "Red Band; Band of the hills"]
    let rows = (0..<60).map { number in
      "row-\(number),Clash,Clash,\(number % 9 == 0 ? "" : "20\(17 + number % 5)-04"),"
        + "\(groups[number % 5]),\(number % 3 == 0 ? "Norburg" : "Town \(number % 7)"),\(number % 6),,"
    }
    let file = try fixture.file(
      "plain.csv",
      "id,title,kind,date,groups,place,killed,wounded,note\n" + rows.joined(separator: "\n") + "\n")
    return try SQLiteStore.open(fixture.importing(file, name: "plain").dataset)
  }

  @Test func ofADatasetTheyAreThoseWithEventsLeft() throws {
    let fixture = try ImportFixture()
    let library = Collections([try table(fixture)])
    for events in try filters(Self.ofRows, 8) { try check(library, events) }
  }

  /// A record of several collections is listed once, with the events of all of them.
  @Test func ofSeveralTheyAreThoseWithEventsLeftInAny() throws {
    let fixture = try ImportFixture()
    let casebooks = try LibraryFixture()
    let library = Collections([
      try casebooks.open(), try casebooks.openSecond(), try plainTable(fixture),
      try table(fixture),
    ])
    for events in try filters(Self.ofRows, 12) { try check(library, events) }
    // The casebook that stands first has the group, another one all the events.
    let only = try window(
      library,
      RowRequest(.group, expression: .inEvents(try QueryReader.read("in:plain")), count: 99))
    #expect(only.rows.map(id).filter { $0 == "red-band" }.count == 1)
    let day = try #require(try ExtendedDate(reading: "2021").certainEnd)
    try check(library, .everything, by: day)
  }

  @Test func theyAreNarrowedAsAnyListIs() throws {
    let library = try Self.khorasan()
    let events = QueryExpression.inEvents(try QueryReader.read("date:2016"))
    let all = try window(library, RowRequest(.group, expression: events, count: 100)).rows
    let some = Array(all.map(id).prefix(2)) + ["nobody"]
    let marked = QueryExpression.these(some, words: "reviewed")
    let both = try window(
      library, RowRequest(.group, expression: .all([.not(marked), events]), count: 100))
    #expect(both.rows == all.filter { !some.contains(id($0)) } && both.total == all.count - 2)
    #expect(QueryExpression.all([marked, events]).events == (try QueryReader.read("date:2016")))
    #expect(marked.events == nil && events.words.isEmpty && !events.asksForDates)
  }
}
