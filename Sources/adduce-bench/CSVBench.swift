import Foundation
import Interchange

/// A file of separated values read into fields.
enum CSVBench {
  /// Reads a file three times; every field's bytes are looked at, so that nothing is left out.
  static func run(path: String) throws {
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    for _ in 0..<3 {
      Memory.reset()
      var (rows, fields, sum) = (0, 0, 0)
      let took = try ContinuousClock().measure {
        let reader = try CSVReader(path: path)
        var row = FileRow()
        while try reader.next(&row) {
          rows += 1
          fields += row.count
          for column in 0..<row.count { sum &+= row.utf8(column).count }
        }
      }.components
      let seconds = Double(took.seconds) + Double(took.attoseconds) / 1e18
      print(
        String(
          format: "%.0f MB in %.2f s: %.0f MB/s, %d rows, %d fields, %d bytes in them, at most %@",
          Double(size) / 1e6, seconds, Double(size) / 1e6 / seconds, rows, fields, sum,
          Memory.megabytes(Memory.most)))
    }
  }
}
