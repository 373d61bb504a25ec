import Foundation
import Interchange
import Model
import TestSupport

/// Real files, in the folder that `ADDUCE_TEST_DATA` names; tests that need them are skipped without it.
enum TestFiles {
  static let data = ProcessInfo.processInfo.environment["ADDUCE_TEST_DATA"].map { $0 + "/data" }
  static let why = "ADDUCE_TEST_DATA names no folder with data"

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: "\(data ?? "")/\(path)")))
  }
}

extension ImportedRecords {
  /// The works of a bibliography.
  var sources: [Source] {
    records.compactMap { if case .source(let source) = $0 { source } else { nil } }
  }
  var groups: [Group] {
    records.compactMap { if case .group(let group) = $0 { group } else { nil } }
  }
  var people: [Person] {
    records.compactMap { if case .person(let person) = $0 { person } else { nil } }
  }
  var events: [Event] {
    records.compactMap { if case .event(let event) = $0 { event } else { nil } }
  }
  var relations: [Relation] {
    records.compactMap { if case .relation(let relation) = $0 { relation } else { nil } }
  }

  /// Every id is well formed, and no two records or statements have the same.
  var hasSoundIDs: Bool {
    let ids = records.map(\.id)
    let statements = records.flatMap(\.statements).map(\.id)
    return ids.allSatisfy(\.isWellFormed) && Set(ids).count == ids.count
      && Set(statements).count == statements.count
  }
}

extension Record {
  /// The words of its statements under a label.
  func said(_ label: String) -> [String] {
    statements.filter { $0.label == label }.map { $0.value.words(\.rawValue) }
  }
}

/// Files that are a good one damaged.
enum Damage {
  /// Copies in which some bytes are changed, repeated, left out or cut off.
  static func copies(
    of text: String, count: Int, _ random: inout SeededGenerator, signs: String
  ) -> [[UInt8]] {
    let good = Array(text.utf8)
    let signs = Array(signs.utf8) + [0, 0xFF, 0xC3, 0x0A, 0x0D]
    return (0..<count).map { _ in
      var bytes = good
      for _ in 0...random.below(8) where !bytes.isEmpty {
        let place = random.below(bytes.count)
        switch random.below(5) {
        case 0: bytes[place] = random.pick(signs)
        case 1: bytes.insert(random.pick(signs), at: place)
        case 2: bytes.remove(at: place)
        case 3:
          let end = min(bytes.count, place + random.below(40))
          bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.below(bytes.count))
        default: bytes.removeSubrange(place..<min(bytes.count, place + random.below(30)))
        }
      }
      return bytes
    }
  }
}
