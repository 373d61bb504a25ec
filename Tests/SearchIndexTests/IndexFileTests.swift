import Foundation
import SearchIndex
import Testing

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String
  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("adduce-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite struct IndexFileTests {
  private let documents = [
    IndexedDocument(texts: ["Bombing in Quetta"], fields: ["place": ["quetta"]], days: 10...10),
    IndexedDocument(texts: ["Siege of Kunduz"], fields: ["place": ["kunduz"]], days: 10...40),
    IndexedDocument(texts: ["Al-Shabaab in Kabul"], fields: ["place": ["kabul"]], days: 20...20),
    IndexedDocument(texts: ["Undated talk in Quetta"], fields: ["place": ["quetta"]]),
  ]

  private func index(_ folder: TemporaryFolder) throws -> IndexFile {
    var builder = IndexBuilder()
    builder.add([IndexedDocument(texts: ["IS Khorasan, IS-K"])], section: "group")
    builder.add(documents, section: "event")
    try builder.write(to: folder.path + "/index.adx")
    return try IndexFile(mapping: folder.path + "/index.adx")
  }

  @Test func findsWordsPrefixesAndKeys() throws {
    let folder = try TemporaryFolder()
    let index = try index(folder)
    #expect(index.documents(in: "group") == 0..<1)
    #expect(index.documents(in: "event") == 1..<5)
    #expect(index.documents(in: "none").isEmpty)
    #expect(index.documents(word: "quetta").numbers == [1, 4])
    #expect(index.documents(prefix: "ku").numbers == [2])
    #expect(index.documents(prefix: "k").numbers == [0, 2, 3])
    #expect(index.documents(word: "alshabaab").numbers == [3])
    #expect(index.documents("place", key: "quetta").numbers == [1, 4])
    #expect(index.documents("place", key: "quett").isEmpty)
    #expect(index.documents(word: "absent").isEmpty)
  }

  @Test func aSpanFindsWhatMayLieInIt() throws {
    let folder = try TemporaryFolder()
    let index = try index(folder)
    func found(_ span: ClosedRange<Int32>) -> [UInt32] {
      let sorted = index.documents(overlapping: span, in: "event", isSorted: true).numbers
      #expect(sorted == index.documents(overlapping: span, in: "event", isSorted: false).numbers)
      return sorted
    }
    #expect(found(10...10) == [1, 2])
    #expect(found(15...18) == [2])
    #expect(found(20...20) == [2, 3])
    #expect(found(41...50) == [])
    #expect(found(.min ... .max) == [1, 2, 3])
    #expect(index.undated.numbers == [0, 4])
  }

  @Test func everyDamageIsNoticed() throws {
    let folder = try TemporaryFolder()
    _ = try index(folder)
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/index.adx"))
    let path = folder.path + "/damaged.adx"
    for position in stride(from: 0, to: whole.count, by: 7) {
      var damaged = whole
      damaged[position] ^= 0x41
      try damaged.write(to: URL(fileURLWithPath: path))
      #expect(throws: IndexProblem.self, "byte \(position)") { try IndexFile(mapping: path) }
      try whole.prefix(position).write(to: URL(fileURLWithPath: path))
      #expect(throws: IndexProblem.self, "first \(position)") { try IndexFile(mapping: path) }
    }
    #expect(throws: IndexProblem.missing(path: "/nowhere")) { try IndexFile(mapping: "/nowhere") }
  }

  @Test func agreesWithLookingAtEveryDocument() throws {
    let words = ["kabul", "quetta", "kunduz", "kunar", "attack", "bomb", "bombing", "al-shabaab"]
    var generator = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
    var random = Random(state: seed)
    var documents: [IndexedDocument] = []
    for _ in 0..<700 {
      let text = (0..<4).map { _ in words[random.below(words.count)] }.joined(separator: " ")
      let first = Int32(random.below(300))
      let days =
        random.below(9) == 0 ? nil : first...(first + Int32([0, 0, 0, 5, 90][random.below(5)]))
      documents.append(IndexedDocument(texts: [text], days: days))
    }
    documents.sort {
      ($0.days?.lowerBound ?? .max, $0.days?.upperBound ?? .max)
        < ($1.days?.lowerBound ?? .max, $1.days?.upperBound ?? .max)
    }
    let folder = try TemporaryFolder()
    var builder = IndexBuilder()
    builder.add(documents, section: "event")
    try builder.write(to: folder.path + "/i")
    let index = try IndexFile(mapping: folder.path + "/i")
    func naive(_ isHit: (IndexedDocument) -> Bool) -> [UInt32] {
      documents.indices.filter { isHit(documents[$0]) }.map(UInt32.init)
    }
    for prefix in ["k", "ku", "bomb", "alsh", "sh", "z"] {
      let expected = naive { document in
        let joined = document.texts[0].replacingOccurrences(
          of: "al-shabaab", with: "al alshabaab shabaab")
        return joined.split(separator: " ").contains { $0.hasPrefix(prefix) }
      }
      #expect(index.documents(prefix: prefix).numbers == expected, "seed \(seed)")
    }
    for _ in 0..<60 {
      let low = Int32(random.below(320))
      let span = low...(low + Int32(random.below(60)))
      let expected = naive { $0.days?.overlaps(span) ?? false }
      let found = index.documents(overlapping: span, in: "event", isSorted: true)
      #expect(found.numbers == expected, "seed \(seed), \(span)")
      let both = found.and(index.documents(word: "quetta"))
      #expect(both.numbers == expected.filter { documents[Int($0)].texts[0].contains("quetta") })
      #expect(found.minus(both).count == found.count - both.count)
      if both.count > 3 {
        #expect(both.window(from: 1, count: 2) == Array(both.numbers[1..<3]))
        #expect(both.position(of: both.numbers[2]) == 2)
      }
    }
  }
}

/// SplitMix64, so that a printed seed gives the same run again.
struct Random {
  var state: UInt64
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
