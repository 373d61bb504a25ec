import Explorer
import Foundation
import Interchange
import Library
import Model
import Query

/// A dataset's library of made-up events, written and asked as the explorer asks: with the rows of the
/// list, their records and their snippets.
enum LibraryBench {
  /// Imports the events into a folder of data (`XDG_DATA_HOME`) unless they are there, and prints how long the first window of every
  /// kind of query takes, with its exact count, and then its months.
  static func run(count: Int, folder: String) throws {
    let dataset = try dataset(count: count, folder: folder)
    Memory.reset()
    try Bench.measure("open the library", runs: 50) { _ = try SQLiteStore.open(dataset) }
    let store = try SQLiteStore.open(dataset)
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
    try timelines(store, mix)
    try Bench.measure("search of every kind, a common word", runs: 20) {
      _ = try store.answerNow(.search(try QueryReader.read(mix[1600].typed), limit: 12))
    }
    try measureMaps(store)
    print("largest memory while searching  \(Memory.megabytes(Memory.most))")
  }

  /// The dataset of made-up events in a folder of data, imported unless it is there.
  static func dataset(count: Int, folder: String) throws -> InstalledDataset {
    let datasets = DatasetFolder(data: folder)
    if datasets.dataset("made-up") == nil { try write(count: count, to: datasets) }
    guard let dataset = datasets.dataset("made-up") else { throw CocoaError(.fileNoSuchFile) }
    return dataset
  }

  /// A timeline as `T` asks for it: screen after screen of bars, through all years.
  private static func timelines(_ store: SQLiteStore, _ mix: [MillionQuery]) throws {
    let queries = [("all events", ""), ("a common word", mix[1600].typed)]
    for (name, typed) in queries {
      let expression = try QueryReader.read(typed)
      for unit in CalendarUnit.allCases {
        let days = MadeUpEvents.years
        let first = unit.number(of: CalendarUnit.year.firstDay(of: days.lowerBound))
        let end = unit.number(of: CalendarUnit.year.firstDay(of: days.upperBound + 1))
        for stacking in [nil, .kind, .group] as [TimelineRequest.Stacking?] {
          for measure in [TimelineRequest.Measure.events, .killed] {
            let words = [stacking?.rawValue, measure == .events ? nil : measure.rawValue]
              .compactMap(\.self).joined(separator: ", ")
            var timing = Bench.Timing("timeline of \(name) by \(unit) \(words)")
            for screen in 0..<60 {
              let start = max(first, first + (end - first - 150) * screen / 59)
              let request = TimelineRequest(
                expression: expression, unit: unit, bars: start..<(start + 150),
                stacking: stacking, measure: measure, wide: 0..<12)
              try timing.take { _ = try store.answerNow(.timeline(request)) }
            }
            timing.print()
          }
        }
      }
    }
  }

  /// A table of made-up events, imported as one that was downloaded.
  private static func write(count: Int, to folder: DatasetFolder) throws {
    let path = NSTemporaryDirectory() + "adduce-made-up-\(getpid()).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { return }
    var text = "id,title,kind,date,groups,place,latitude,longitude,precision,killed,wounded,note\n"
    for (number, event) in MadeUpEvents(count: count).enumerated() {
      let cells =
        [
          "made-up-\(number)", "\(event.kind.capitalized) in \(event.place)", event.kind,
          event.date,
          event.group, event.place,
        ] + place(event.location) + [
          figure(event.killed), figure(event.wounded), event.note,
        ]
      text +=
        cells.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"" }
        .joined(separator: ",") + "\n"
      if text.utf8.count > 1 << 20 {
        file.write(Data(text.utf8))
        text = ""
      }
    }
    file.write(Data(text.utf8))
    try file.close()
    Memory.reset()
    let start = ContinuousClock.now
    var options = DatasetImport.Options()
    options.name = "made-up"
    _ = try DatasetImport(into: folder).run(path, options) { _ in true }
    print("\(count) events imported in \(ContinuousClock.now - start)")
    print("largest memory while importing  \(Memory.megabytes(Memory.most))")
  }

  /// Degrees north and east, and how exact they are; blank where nothing is known.
  private static func place(_ location: Location?) -> [String] {
    guard let location else { return ["", "", ""] }
    return [
      "\(location.coordinates.latitude)", "\(location.coordinates.longitude)",
      location.precision.word,
    ]
  }

  /// The marks of a map, as the explorer asks for them: where all events stand, then what a screen shows of them.
  private static func measureMaps(_ store: SQLiteStore) throws {
    let part = GeoBox(latitudes: 20_000...40_000, longitudes: 60_000...90_000)
    for (name, query) in [
      ("all events", ""), ("a year", "date:1995"), ("killed above 5", "killed:>5"),
    ] {
      let rows = RowRequest(.event, expression: try QueryReader.read(query), count: 0)
      for (what, box) in [("where they stand", nil), ("the earth", GeoBox.earth), ("a part", part)]
      {
        let grid = box.flatMap { GeoGrid($0, columns: 120, rows: 31) }
        try Bench.measure("map, \(name): \(what)") {
          _ = try store.answerNow(.map(MapRequest(rows, in: grid)))
        }
      }
    }
    var picked = Bench.Timing("rows of an area")
    for degree in Int32(0)..<50 {
      let box = GeoBox(
        latitudes: degree * 500...degree * 500 + 800, longitudes: 60_000...62_000)
      try picked.take {
        _ = try store.answerNow(.rows(RowRequest(.event, expression: .area(box), count: 50)))
      }
    }
    picked.print()
  }

  private static func figure(_ bounds: ClosedRange<Int32>?) -> String {
    guard let bounds else { return "" }
    return (bounds.upperBound == .max ? "at least " : "") + "\(bounds.lowerBound)"
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
