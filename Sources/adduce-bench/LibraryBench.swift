import Explorer
import Foundation
import Interchange
import Library
import Model
import Query

/// A dataset's library of made-up events, written and asked as the explorer asks: with the rows of the
/// list, their records and their snippets.
enum LibraryBench {
  /// Writes the library in a folder unless one is there, and prints how long the first window of every
  /// kind of query takes, with its exact count, and then its months.
  static func run(count: Int, folder: String) throws {
    if !FileManager.default.fileExists(atPath: folder + "/index.adx") {
      let start = ContinuousClock.now
      try write(count: count, to: folder)
      print("library of \(count) events written in \(ContinuousClock.now - start)")
      print("largest memory while writing    \(Memory.megabytes(Memory.most))")
    }
    Memory.reset()
    try Bench.measure("open the library", runs: 50) { _ = try SQLiteStore.open(dataset: folder) }
    let store = try SQLiteStore.open(dataset: folder)
    let mix = MillionQuery.mix(of: MadeUpEvents(count: count), each: 200)
    for (kind, queries) in Dictionary(grouping: mix, by: \.kind).sorted(by: { $0.key < $1.key }) {
      let requests = try queries.map {
        RowRequest(.event, expression: try QueryReader.read($0.typed), count: 50)
      }
      // Each is asked once for its rows, since a store remembers what its last queries found, and then
      // for its months, as the explorer does.
      var (rows, months) = (Bench.Timing("rows: \(kind)"), Bench.Timing("its months"))
      for request in requests {
        try rows.take { _ = try store.answerNow(.rows(request)) }
        try months.take { _ = try store.answerNow(.months(request)) }
      }
      rows.print()
      months.print()
    }
    for (name, first) in [("Home", 0), ("the middle", count / 2), ("End", count - 50)] {
      let request = RowRequest(.event, first: first, count: 50)
      try Bench.measure("rows at \(name)") { _ = try store.answerNow(.rows(request)) }
    }
    let day = Request.Anchor.day(DayNumber(year: 1995, month: 6, day: 1) ?? .distantPast)
    try Bench.measure("go to a date") {
      _ = try store.answerNow(.position(day, in: RowRequest(.event, count: 0)))
    }
    try Bench.measure("search of every kind, a common word", runs: 20) {
      _ = try store.answerNow(.search(try QueryReader.read(mix[1600].typed), limit: 12))
    }
    print("largest memory while searching  \(Memory.megabytes(Memory.most))")
  }

  private static func write(count: Int, to folder: String) throws {
    let writing = try DatasetWriting(
      folder: folder, title: "Made-up events",
      description: "Events that never happened, of groups and places that do not exist.")
    try writing.write(
      MadeUpEvents(count: count).enumerated().lazy.map { number, event in
        DatasetEvent(
          id: "made-up-\(number)", title: "\(event.kind.capitalized) in \(event.place)",
          kind: event.kind, date: try? ExtendedDate(reading: event.date),
          groups: [DatasetParty(event.group)],
          places: [DatasetPlace(event.place, "place")],
          killed: event.killed.map(CasualtyFigure.init(bounds:)),
          wounded: event.wounded.map(CasualtyFigure.init(bounds:)), note: event.note)
      })
  }
}

extension CasualtyFigure {
  fileprivate init(bounds: ClosedRange<Int32>) {
    let isOpen = bounds.upperBound == .max
    self.init(Int(bounds.lowerBound), isOpen ? .atLeast : .exact)
  }
}

extension MillionQuery {
  /// In the query language.
  var typed: String {
    var parts = words
    if let prefix { parts.append(prefix + "*") }
    if !phrase.isEmpty { parts.append("\"\(phrase.joined(separator: " "))\"") }
    if let from, let to {
      parts.append("date:\(DayNumber(rawValue: from))..\(DayNumber(rawValue: to))")
    }
    if let group { parts.append("group:=\"\(group)\"") }
    if let place { parts.append("place:=\"\(place)\"") }
    if let killedAbove { parts.append("killed:>\(killedAbove)") }
    // A last word would be a prefix; parentheses around all change nothing else.
    return parts.joined(separator: " ") + (words.isEmpty ? "" : " -\"\(MillionQuery.nowhere)\"")
  }

  /// A word that no made-up event has.
  private static let nowhere = "zzzzzzzz"
}
