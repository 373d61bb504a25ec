import Foundation
import Model
import SearchIndex

/// A million events, built and searched: the table that the index's budget is held against.
///
/// What is measured of each query: finding and the first 50 events; then, in addition, how many there
/// are; then, in addition, how many in each month (of 600).
enum MillionBench {
  private static let events = "event"

  /// Builds an index of so many events in a folder, or in a temporary one that is removed, and prints
  /// the table.
  @discardableResult
  static func run(count: Int, folder: String?) throws -> Measured {
    let work = folder ?? NSTemporaryDirectory() + "adduce-million-\(getpid())"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    defer { if folder == nil { try? FileManager.default.removeItem(atPath: work) } }
    let path = work + "/million.adx"
    let made = MadeUpEvents(count: count)
    let (generating, bytes) = seconds {
      made.reduce(0) { $0 + $1.note.utf8.count }
    }
    Memory.reset()
    let before = Memory.most
    let (building, _) = try seconds { try build(made, at: path, folder: work) }
    print("\(count) events, \(Memory.megabytes(bytes)) of notes, made in \(tenths(generating)) s")
    print("building, making them included  \(tenths(building)) s")
    print(
      "largest memory while building   \(Memory.megabytes(Memory.most)) (\(Memory.megabytes(before)) before)"
    )
    let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    print("index                           \(Memory.megabytes(size))")
    let notes = try Notes(made, count: count, path: work + "/notes")
    let queries = MillionQuery.mix(of: made, each: 200)
    Memory.reset()
    let resting = Memory.most
    let opening = try (0..<100).map { _ in try seconds { _ = try IndexFile(mapping: path) }.0 }
    print("opening                         \(Times(opening).text) ms (median, p99)")
    let index = try IndexFile(mapping: path)
    let first = search(index, queries, notes)
    try index.check()
    print(
      "largest memory while searching  \(Memory.megabytes(Memory.most)) (\(Memory.megabytes(resting)) before)"
    )
    return Measured(built: building, bytes: size, first: first)
  }

  /// Writes in a folder what `peers.py` needs: the events and the queries as JSON, and what `run` took.
  static func peers(count: Int, folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let made = MadeUpEvents(count: count)
    let path = folder + "/events.jsonl"
    guard let file = fopen(path, "w") else { throw IndexProblem.system(path: path, code: errno) }
    for (number, event) in made.enumerated() { fputs(event.json(number: number) + "\n", file) }
    fclose(file)
    try write(MillionQuery.mix(of: made, each: 200), to: folder + "/queries.json")
    try write(run(count: count, folder: folder), to: folder + "/adduce.json")
  }

  private static func write(_ value: some Encodable, to path: String) throws {
    try JSONEncoder().encode(value).write(to: URL(fileURLWithPath: path))
  }

  /// What the ratios to other engines are taken of: seconds of building, the index's bytes, and for
  /// each kind of query the median and the 99th percentile of the first window, in milliseconds.
  struct Measured: Encodable {
    let built: Double
    let bytes: Int
    let first: [String: [Double]]
  }

  private static func build(_ made: MadeUpEvents, at path: String, folder: String) throws {
    var builder = IndexBuilder(spillingTo: folder)
    builder.begin(section: events)
    for event in made { builder.add(event.indexed) }
    try builder.write(to: path)
  }

  /// Prints the table and gives its first columns.
  private static func search(
    _ index: IndexFile, _ queries: [MillionQuery], _ notes: Notes
  ) -> [String: [Double]] {
    var kinds: [String] = []
    var rows: [String: [[Double]]] = [:]
    for query in queries {
      if rows[query.kind] == nil { kinds.append(query.kind) }
      rows[query.kind, default: []].append(measure(query, index, notes))
    }
    func padded(_ text: String) -> String {
      text.padding(toLength: 34, withPad: " ", startingAt: 0)
    }
    print("\nms: median, p99".padding(toLength: 35, withPad: " ", startingAt: 0), terminator: "")
    print("  first 50          count           by month        hits")
    var all: [[Double]] = []
    for kind in kinds {
      let times = rows[kind] ?? []
      all += times
      let parts = (0..<3).map { part in Times(times.map { $0[part] }).text }
      print(padded(kind) + parts.joined(), Int(times.map { $0[3] }.sorted()[times.count / 2]))
    }
    print(padded("all") + (0..<3).map { part in Times(all.map { $0[part] }).text }.joined())
    return rows.mapValues { times in
      let first = Times(times.map { $0[0] })
      return [first.median, first.last]
    }
  }

  /// Seconds to the first window, the count, the histogram; and the count itself.
  private static func measure(_ query: MillionQuery, _ index: IndexFile, _ notes: Notes) -> [Double]
  {
    var hits = PhraseHits.none
    let matcher = PhraseMatcher(query.phrase)
    func isIn(_ document: UInt32) -> Bool {
      hits.isExact || matcher.isIn(notes[document])
    }
    let (first, _) = seconds {
      hits = query.hits(index)
      return hits.isExact
        ? hits.documents.window(from: 0, count: 50) : hits.documents.first(50, where: isIn)
    }
    var found = hits.documents
    let (count, number) = seconds {
      if !hits.isExact { found = found.filtered(where: isIn) }
      return found.count
    }
    let (histogram, _) = seconds { index.months(of: found, in: events) }
    return [first, count, histogram, Double(number)]
  }

  // MARK: Measures

  private static func seconds<Result>(_ work: () throws -> Result) rethrows -> (Double, Result) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    let took = (clock.now - start).components
    return (Double(took.seconds) + Double(took.attoseconds) / 1e18, result)
  }

  private static func tenths(_ seconds: Double) -> String { String(format: "%.1f", seconds) }

  private struct Times {
    let sorted: [Double]
    init(_ seconds: [Double]) { sorted = seconds.map { $0 * 1000 }.sorted() }
    var median: Double { sorted[sorted.count / 2] }
    var last: Double { sorted[sorted.count * 99 / 100] }
    var text: String { String(format: "%8.3f %7.3f", median, last) }
  }

  /// The notes in a file, where phrases are looked for: not in memory, which is measured.
  private struct Notes {
    private let descriptor: Int32
    private var ends: [UInt32] = [0]

    init(_ events: MadeUpEvents, count: Int, path: String) throws {
      guard let file = fopen(path, "w") else { throw IndexProblem.system(path: path, code: errno) }
      ends.reserveCapacity(count + 1)
      for event in events {
        fputs(event.note, file)
        ends.append(ends[ends.count - 1] + UInt32(event.note.utf8.count))
      }
      fclose(file)
      descriptor = open(path, O_RDONLY)
    }

    subscript(document: UInt32) -> String {
      let range = Int(ends[Int(document)])..<Int(ends[Int(document) + 1])
      return String(unsafeUninitializedCapacity: range.count) {
        max(0, pread(descriptor, $0.baseAddress, range.count, off_t(range.lowerBound)))
      }
    }
  }
}
