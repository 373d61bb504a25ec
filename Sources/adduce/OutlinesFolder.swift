import Explorer
import Foundation
import Model

/// The outlines that come with the program, `Data/geo`; read when a map is shown for the first time.
enum OutlinesFolder {
  private static let names = "names.txt"

  /// Brings them, or says why the map is without.
  static var loading: Action {
    do throws(OutlinesFault) {
      return .outlines(try read())
    } catch {
      return .told("the map is drawn without borders: \(error.words)")
    }
  }

  private struct OutlinesFault: Error {
    var words: String
  }

  private static func read() throws(OutlinesFault) -> MapOutlines {
    let folder = Opening.shipped("geo") {
      FileManager.default.fileExists(atPath: $0 + "/" + names)
    }
    guard let folder else {
      throw OutlinesFault(words: "there is no folder Data/geo here or beside the program")
    }
    var outlines = MapOutlines()
    for scale in MapOutlines.Scale.allCases {
      try add("\(folder)/\(scale.rawValue).txt", scale, to: &outlines)
    }
    try add("\(folder)/\(names)", .world, to: &outlines)
    return outlines
  }

  private static func add(
    _ path: String, _ scale: MapOutlines.Scale, to outlines: inout MapOutlines
  ) throws(OutlinesFault) {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(bytes: data, encoding: .utf8)
    else { throw OutlinesFault(words: "\(path) cannot be read") }
    do throws(OutlinesProblem) {
      try outlines.add(text, lines: scale)
    } catch {
      throw OutlinesFault(words: "\(path), line \(error.line): \(error.message)")
    }
  }
}
