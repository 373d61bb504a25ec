import Foundation

/// The release that a downloaded file's name tells: `ged211.csv` is 21.1, `GEDEvent_v23_0_5.csv` 23.0.5,
/// `globalterrorismdb_0522dist.xlsx` 2022-05.
enum ReleaseName {
  /// The release; nil where the name tells none.
  static func of(_ file: String) -> String? {
    let name = (file.split(separator: "/").last.map(String.init) ?? file).lowercased()
    if let match = name.firstMatch(of: #/(?:^|[^0-9])([0-9]{1,4}(?:[._][0-9]{1,2}){1,3})(?![0-9])/#)
    {
      return String(match.1).replacing("_", with: ".")
    }
    // Two digits of the year and one of the release: `ged251`.
    if let match = name.firstMatch(of: #/(?:ged|actor)[a-z_-]*([0-9]{2})([0-9])(?![0-9])/#) {
      return "\(match.1).\(match.2)"
    }
    // Month and year of a release of GTD: `globalterrorismdb_0522dist`.
    if let match = name.firstMatch(of: #/globalterrorismdb_([0-9]{2})([0-9]{2})dist/#) {
      return "20\(match.2)-\(match.1)"
    }
    return nil
  }

  /// The day on which a file was last changed, as 2026-11-21.
  static func day(of file: String) -> String {
    let changed = try? FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
    return ((changed as? Date) ?? Date()).formatted(.iso8601.year().month().day())
  }
}
