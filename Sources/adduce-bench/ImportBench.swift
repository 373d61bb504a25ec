import Foundation
import Interchange
import Library

/// A table of events imported, beside the `sqlite3` shell that imports the same table and builds an FTS5 index
/// over the same columns of text; turn by turn, so that both meet the same machine.
enum ImportBench {
  static func run(path: String, turns: Int = 5) throws {
    let work = NSTemporaryDirectory() + "adduce-import-\(getpid())"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: work) }
    // Unpacked, for the shell reads plain files.
    let table = work + "/table.csv"
    let header = try unpack(path, to: table)
    var (ours, theirs): ([Double], [Double]) = ([], [])
    for turn in 0..<turns {
      let data = "\(work)/data-\(turn)"
      Memory.reset()
      let start = ContinuousClock.now
      let report = try DatasetImport(into: DatasetFolder(data: data)).run(table) { _ in true }
      ours.append(seconds(since: start))
      let database = "\(work)/peer-\(turn).sqlite"
      let peer = try shell(database, table, header)
      if let peer { theirs.append(peer) }
      print(
        String(
          format: "adduce %.2f s, %d rows, at most %@; sqlite3 %@", ours[turn],
          report.dataset.manifest.rows, Memory.megabytes(Memory.most),
          peer.map { String(format: "%.2f s", $0) } ?? "is not installed"))
      try? FileManager.default.removeItem(atPath: data)
      try? FileManager.default.removeItem(atPath: database)
    }
    let ratio = theirs.isEmpty ? nil : middle(ours) / middle(theirs)
    print(
      String(format: "medians: adduce %.2f s", middle(ours))
        + (ratio.map { String(format: ", %.2f of sqlite3's %.2f s", $0, middle(theirs)) } ?? ""))
  }

  private static func middle(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let took = (ContinuousClock.now - start).components
    return Double(took.seconds) + Double(took.attoseconds) / 1e18
  }

  private static func unpack(_ path: String, to table: String) throws -> [String] {
    let file = try PackedFile(path: path)
    guard FileManager.default.createFile(atPath: table, contents: nil),
      let output = FileHandle(forWritingAtPath: table)
    else { return [] }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    while case let count = try file.read(into: buffer), count > 0 {
      output.write(Data(buffer[..<count]))
    }
    try output.close()
    var header = FileRow()
    _ = try CSVReader(path: table).next(&header)
    return header.fields
  }

  /// The columns that hold the words which adduce indexes.
  private static let texts = [
    "country", "type_of_violence", "conflict_name", "side_a", "side_b", "where_coordinates",
    "where_description", "adm_1", "adm_2", "source_article",
  ]

  private static func shell(
    _ database: String, _ table: String, _ header: [String]
  ) throws -> Double? {
    let columns = header.filter(texts.contains).joined(separator: ", ")
    let script = """
      .mode csv
      .import '\(table)' event
      CREATE VIRTUAL TABLE words USING fts5(\(columns));
      INSERT INTO words(rowid, \(columns)) SELECT rowid, \(columns) FROM event;
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = [database]
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    let start = ContinuousClock.now
    do { try process.run() } catch { return nil }
    input.fileHandleForWriting.write(Data(script.utf8))
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? seconds(since: start) : nil
  }
}
