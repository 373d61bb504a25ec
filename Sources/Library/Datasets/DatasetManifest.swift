public import Foundation
import Interchange

/// What is known of an imported file; kept beside its library as `manifest.json`.
public struct DatasetManifest: Codable, Hashable, Sendable {
  /// What kinds of things a file holds.
  public enum Content: String, Codable, Sendable {
    /// A table of events, a row each.
    case events
    /// Groups, people, works and their links.
    case records
  }

  /// What `in:` calls it, and its folder's name.
  public var name: String
  /// What people call it.
  public var title: String
  /// What it holds.
  public var content: Content
  /// The key of its format: `ged`, `gtd`, `acled`, `ftm`.
  public var format: String
  /// The release: `25.1`; for a file that does not say, the day of its last change.
  public var version: String
  /// Who is to be credited.
  public var attribution: String
  /// The path of the file that was imported.
  public var file: String
  /// SHA-256 of that file, in hexadecimal.
  public var checksum: String
  /// Bytes of the table in it, unpacked.
  public var size: Int
  /// How its bytes stand for characters.
  public var encoding: String
  /// What separates its fields; empty for a file that is no table.
  public var separator: String
  /// How many rows were taken.
  public var rows: Int
  /// How many could not be.
  public var refused: Int
  /// When it was imported.
  public var imported: Date
  /// The version of the library's tables; another one is built anew from the rows that are kept.
  var schema: Int

  var fileEncoding: FileEncoding { FileEncoding(rawValue: encoding) ?? .utf8 }
  var separatorByte: UInt8 { separator.utf8.first ?? UInt8(ascii: ",") }

  static func read(_ path: String) -> DatasetManifest? {
    FileManager.default.contents(atPath: path).flatMap {
      try? decoder.decode(DatasetManifest.self, from: $0)
    }
  }

  func write(to path: String) throws {
    try Self.encoder.encode(self).write(to: URL(fileURLWithPath: path))
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return decoder
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}
