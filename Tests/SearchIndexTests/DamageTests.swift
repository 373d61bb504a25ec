import Testing

@testable import SearchIndex

/// A file that is not as it was written is refused or answers as if parts of it were missing; it
/// never answers with what does not exist, and never crashes.
@Suite struct DamageTests {
  private static let small: [(String, [IndexedDocument])] = [
    ("group", [IndexedDocument(texts: ["IS Khorasan, IS-K"], fields: ["cites": ["a#1"]])]),
    (
      "event",
      [
        IndexedDocument(
          texts: ["Bombing in Quetta"], days: 10...10, counts: ["killed": 71 ... .max]),
        IndexedDocument(texts: ["Siege of Kunduz"], fields: ["place": ["kunduz"]], days: 10...40),
        IndexedDocument(texts: ["Bomb in Kabul"], fields: ["place": ["kabul"]], days: 20...20),
        IndexedDocument(texts: ["Undated talk in Quetta"]),
      ]
    ),
  ]

  /// Containers of every form, in two of which numbers share a container.
  private static var large: [(String, [IndexedDocument])] {
    let events = (0..<9_000).map { number in
      var document = IndexedDocument(texts: number % 900 == 7 ? ["rare"] : [])
      document.fields["half"] = number * number % 7 < 3 ? ["dense"] : []
      document.fields["run"] = number % 3_000 < 1_000 ? ["long"] : []
      return document
    }
    return [("event", events)]
  }

  private static func bytes(_ sections: [(String, [IndexedDocument])]) -> [UInt8] {
    var builder = IndexBuilder()
    for (section, documents) in sections { builder.add(documents, section: section) }
    return builder.finish()
  }

  @Test func everyDamagedByteAndEveryTruncationIsNoticed() throws {
    let folder = try TemporaryFolder()
    let whole = Self.bytes(Self.small)
    _ = try IndexFile(mapping: folder.put(whole, in: "whole"))
    for position in whole.indices {
      for change: UInt8 in [0x01, 0x41, 0xFF] {
        var damaged = whole
        damaged[position] ^= change
        let path = try folder.put(damaged, in: "damaged")
        #expect(throws: IndexProblem.self, "byte \(position)") { try IndexFile(mapping: path) }
      }
      let path = try folder.put(whole.prefix(position), in: "short")
      #expect(throws: IndexProblem.self, "first \(position)") { try IndexFile(mapping: path) }
    }
    let longer = try folder.put(whole + [0], in: "longer")
    #expect(throws: IndexProblem.self) { try IndexFile(mapping: longer) }
  }

  @Test(arguments: [(false, 2_000), (true, 300)])
  func forgedFilesDoNotCrash(isLarge: Bool, rounds: Int) throws {
    var random = SeededGenerator(for: "forged \(isLarge ? "large" : "small") files")
    let folder = try TemporaryFolder()
    let whole = Self.bytes(isLarge ? Self.large : Self.small)
    var opened = 0
    for round in 0..<rounds {
      let path = try folder.put(forged(whole, &random), in: "forged")
      guard let index = try? IndexFile(mapping: path) else { continue }
      opened += 1
      exercise(index, "round \(round), seed \(random.seed)")
    }
    #expect(opened > rounds / 10, "most damage must get past the checksum to test anything")
  }

  /// A few bytes changed, a number set to something large, or a piece moved; the length and the
  /// checksum then put right.
  private func forged(_ whole: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(whole.dropLast(IndexFormat.checksumSize))
    for _ in 0...random.below(4) {
      // Half of the changes in the tables, where there is more to break.
      let at = 12 + random.below((random.below(2) == 0 ? min(500, bytes.count) : bytes.count) - 20)
      switch random.below(5) {
      case 0: bytes[at] ^= 1 << UInt8(random.below(8))
      case 1: bytes[at] = UInt8(random.below(256))
      case 2:
        let numbers: [UInt32] = [0, 1, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, .max, 64, 4096]
        withUnsafeBytes(of: numbers[random.below(numbers.count)]) {
          bytes.replaceSubrange(at..<(at + 4), with: $0)
        }
      case 3:
        let from = random.below(bytes.count - 8)
        bytes.replaceSubrange(at..<(at + 8), with: Array(bytes[from..<(from + 8)]))
      default:
        if random.below(8) == 0 { bytes.removeLast(random.below(bytes.count / 2)) }
      }
    }
    while bytes.count < IndexFormat.headerSize { bytes.append(0) }
    let length = UInt64(bytes.count + IndexFormat.checksumSize)
    withUnsafeBytes(of: length.littleEndian) { bytes.replaceSubrange(56..<64, with: $0) }
    let checksum = bytes.withUnsafeBytes(Checksum.of)
    withUnsafeBytes(of: checksum.littleEndian) { bytes += $0 }
    return bytes
  }

  /// Asks for everything that a caller may ask for.
  private func exercise(_ index: IndexFile, _ comment: Comment) {
    let all = index.all
    var sets = [index.undated, index.documents(prefix: ""), index.documents(prefix: "bomb")]
    for word in index.terms(withPrefix: "", limit: 100) + ["quetta", "rare"] {
      sets.append(index.documents(word: word))
    }
    for field: Field in ["place", "cites", "half", "run", " long"] {
      for key in index.keys(of: field).prefix(100) { sets.append(index.documents(field, key: key)) }
    }
    for section in index.sections + ["event"] {
      for span: ClosedRange<Int32> in [10...15, .min ... .max, 41...50] {
        sets.append(index.documents(overlapping: span, in: section))
        sets.append(index.documents(within: span, in: section))
      }
      sets.append(index.documents("killed", overlapping: 50 ... .max, in: section))
      #expect(index.documents(in: section).upperBound <= all.upperBound, comment)
    }
    for document in Array(all.prefix(50)) + [all.upperBound] {
      _ = index.days(of: document)
      _ = index.bounds(of: document, in: "killed")
    }
    var union = Bitmap(0..<0)
    for (one, other) in zip(sets, sets.dropFirst()) {
      union = union.or(one.minus(other)).or(one.and(other))
      #expect(one.window(before: one.count, count: 9) == one.numbers.suffix(9), comment)
      #expect(one.numbers.count == one.count, comment)
    }
    let last = union.numbers.last
    #expect(last ?? 0 < max(1, all.upperBound), comment)
    // What is asked for may be more than there is, never what there is not.
    #expect(Bitmap.union(sets).minus(Bitmap(all)).isEmpty, comment)
  }

  @Test func problemsAreToldApart() throws {
    let folder = try TemporaryFolder()
    #expect(throws: IndexProblem.missing(path: "/nowhere")) { try IndexFile(mapping: "/nowhere") }
    #expect(throws: IndexProblem.damaged(path: folder.path, detail: "it is not a file")) {
      try IndexFile(mapping: folder.path)
    }
    let text = try folder.put(Array(repeating: 0x20, count: 500), in: "text")
    #expect(throws: IndexProblem.damaged(path: text, detail: "it is no index")) {
      try IndexFile(mapping: text)
    }
    var bytes = Self.bytes(Self.small)
    bytes[8] = 9
    let other = try folder.put(bytes, in: "other")
    #expect(throws: IndexProblem.otherVersion(path: other, found: 9)) {
      try IndexFile(mapping: other)
    }
    #expect(throws: IndexProblem.self) { try IndexBuilder().write(to: "/nowhere/index.adx") }
    let problems: [IndexProblem] = [
      .missing(path: "a"), .damaged(path: "a", detail: "b"), .otherVersion(path: "a", found: 9),
      .system(path: "a", code: 13),
    ]
    #expect(Set(problems.map(\.remedy)).count == 4)
    #expect(problems.allSatisfy { $0.message.contains("a") && $0.remedy.hasSuffix(".") })
  }

  @Test func writingLeavesNothingBeside() throws {
    let folder = try TemporaryFolder()
    var builder = IndexBuilder()
    builder.add(Self.small[1].1, section: "event")
    for _ in 0..<2 { try builder.write(to: folder.path + "/index.adx") }
    #expect(try folder.names == ["index.adx"])
    #expect(throws: IndexProblem.self) { try builder.write(to: folder.path) }
    #expect(try folder.names == ["index.adx"])
  }
}
