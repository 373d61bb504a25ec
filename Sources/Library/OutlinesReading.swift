import Foundation
public import Model

/// Why a folder of outlines cannot be read.
public struct OutlinesFault: Error {
  /// As a clause without a full stop.
  public var words: String
}

extension MapOutlines {
  /// The file with names; a folder that has it is one of outlines.
  public static let namesFile = "names.txt"

  /// Reads the lines and names of a folder such as `Data/geo`.
  ///
  /// - Throws: `OutlinesFault`, which names the file and the line.
  public init(folder: String) throws(OutlinesFault) {
    self.init()
    for scale in Scale.allCases { try add(file: "\(folder)/\(scale.rawValue).txt", scale) }
    try add(file: "\(folder)/\(Self.namesFile)", .world)
  }

  private mutating func add(file path: String, _ scale: Scale) throws(OutlinesFault) {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(bytes: data, encoding: .utf8)
    else { throw OutlinesFault(words: "\(path) cannot be read") }
    do throws(OutlinesProblem) {
      try add(text, lines: scale)
    } catch {
      throw OutlinesFault(words: "\(path), line \(error.line): \(error.message)")
    }
  }
}
