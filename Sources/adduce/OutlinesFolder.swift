import Explorer
import Foundation
import Library
import Model

/// The outlines that come with the program, `Data/geo`; read when a map is shown for the first time.
enum OutlinesFolder {
  /// Brings them, or says why the map is without.
  static var loading: Action {
    let folder = Opening.shipped("geo") {
      FileManager.default.fileExists(atPath: $0 + "/" + MapOutlines.namesFile)
    }
    guard let folder else {
      return without("there is no folder Data/geo here or beside the program")
    }
    do throws(OutlinesFault) {
      return .outlines(try MapOutlines(folder: folder))
    } catch {
      return without(error.words)
    }
  }

  private static func without(_ reason: String) -> Action {
    .told("the map is drawn without borders: \(reason)")
  }
}
