import Glibc
import Model
import TestSupport
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
      document.days = Int32(number)...Int32(number + number % 90)
      document.sure = number % 3 == 0 ? document.days : nil
      document.counts["killed"] = Int32(number % 70)...Int32(number * 7)
      document.fields["half"] = number * number % 7 < 3 ? ["dense"] : []
      document.fields["run"] = number % 3_000 < 1_000 ? ["long"] : []
      return document
    }
    return [("event", events)]
  }

  /// With every set that a large index has.
  private static func bytes(_ sections: [(String, [IndexedDocument])]) throws -> [UInt8] {
    var builder = IndexBuilder(
      IndexBuilder.Limits(memory: 50_000, prefixBytes: 0, pairsMet: 1, pairsExpected: 1))
    for (section, documents) in sections { builder.add(documents, section: section) }
    return try builder.finish()
  }

  @Test func everyDamagedByteAndEveryTruncationIsNoticed() throws {
    let folder = try TemporaryFolder()
    let whole = try Self.bytes(Self.small)
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
    let whole = try Self.bytes(isLarge ? Self.large : Self.small)
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
      // Half of the changes in the header and the tables, where there is more to break.
      let places = [0..<84, 0..<(bytes.count - 20), (bytes.count - 500)..<(bytes.count - 20)]
      let range = places[random.below(3)].clamped(to: 0..<(bytes.count - 20))
      let at = 12 + range.lowerBound + random.below(max(1, range.count))
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
    return Self.sealed(bytes)
  }

  /// The length and all checksums put right, as far as the file has places for them.
  private static func sealed(_ content: [UInt8]) -> [UInt8] {
    var bytes = content
    while bytes.count < IndexFormat.headerSize { bytes.append(0) }
    func put(_ number: UInt64, at place: Int) {
      withUnsafeBytes(of: number.littleEndian) {
        bytes.replaceSubrange(place..<(place + 8), with: $0)
      }
    }
    func number(_ place: Int, _ size: Int) -> Int {
      bytes[place..<(place + size)].reversed().reduce(0) { $0 << 8 | Int(truncatingIfNeeded: $1) }
    }
    put(UInt64(bytes.count + IndexFormat.checksumSize), at: 64)
    let tablesAt = number(56, 8)
    if (IndexFormat.headerSize...bytes.count).contains(tablesAt) {
      let sumsAt =
        tablesAt + number(12, 4) * IndexFormat.sectionSize + number(16, 4) * IndexFormat.columnSize
      let covered = IndexFormat.headerSize..<tablesAt
      for block in 0..<Blocks.count(covered) where sumsAt + 8 * block + 8 <= bytes.count {
        let start = block * IndexFormat.blockSize
        let range = covered.clamped(to: start..<(start + IndexFormat.blockSize))
        put(Array(bytes[range]).withUnsafeBytes(Checksum.of), at: sumsAt + 8 * block)
      }
    }
    let tables = bytes[min(max(tablesAt, IndexFormat.headerSize), bytes.count)...]
    let sum = bytes.withUnsafeBytes { whole in
      Array(tables).withUnsafeBytes {
        IndexLayout.checksum(
          header: UnsafeRawBufferPointer(rebasing: whole[..<IndexFormat.headerSize]), tables: $0)
      }
    }
    withUnsafeBytes(of: sum.littleEndian) { bytes += $0 }
    return bytes
  }

  /// Damage anywhere in a file that is not read whole when opened: what is found later is told, and
  /// what is not told has no part in an answer.
  @Test func laterDamageIsNeverBelieved() throws {
    var random = SeededGenerator(for: "later damage")
    let folder = try TemporaryFolder()
    let whole = try Self.bytes(Self.large)
    let path = try folder.put(whole, in: "whole")
    let expected = answers(try IndexFile(mapping: path, checkingUpTo: 0))
    let body = Int(IndexLayout.Header(try Mapping(path: path)).tablesAt)
    var noticed = 0
    for round in 0..<60 {
      var bytes = whole
      let at = IndexFormat.headerSize + random.below(body - IndexFormat.headerSize)
      bytes[at] ^= 1 << UInt8(random.below(8))
      let damaged = try folder.put(bytes, in: "damaged")
      #expect(throws: IndexProblem.self) { try IndexFile(mapping: damaged) }
      let index = try IndexFile(mapping: damaged, checkingUpTo: 0)
      #expect(index.problem == nil)
      let found = answers(index)
      if case .damaged(damaged, _) = index.problem {
        noticed += 1
        #expect(throws: IndexProblem.self) { try index.check() }
      } else {
        #expect(found == expected, "byte \(at), round \(round), seed \(random.seed)")
      }
    }
    #expect(noticed > 40)
  }

  /// What a caller may ask for, and the answers.
  private func answers(_ index: IndexFile) -> [[UInt32]] {
    var answers = [index.undated.numbers]
    for word in ["rare", "absent", "dense"] {
      answers.append(index.documents(word: word).numbers)
      answers.append(index.documents(prefix: String(word.prefix(1))).numbers)
    }
    for field: Field in ["half", "run", "none"] {
      for key in index.keys(of: field) { answers.append(index.documents(field, key: key).numbers) }
    }
    answers.append(index.documents("killed", overlapping: 50 ... .max, in: "event").numbers)
    answers.append(index.documents(overlapping: 4000...4010, in: "event").numbers)
    answers.append(index.documents(surelyCovering: 4000...4010, in: "event").numbers)
    let months = index.months(of: Bitmap(index.all), in: "event")
    return answers + [
      (months.months + months.years).flatMap {
        [UInt32(bitPattern: $0.month.rawValue), UInt32($0.count)]
      },
      [UInt32(months.wider), UInt32(months.undated)],
    ]
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
      sets.append(index.documents(surelyCovering: 10...12, in: section))
      sets.append(index.hits(phrase: ["in", "quetta"]).documents)
      let months = index.months(of: Bitmap(all), in: section)
      #expect(months.total <= Int(all.upperBound), comment)
      #expect(
        (months.months + months.years).allSatisfy { $0.count > 0 } && months.wider >= 0, comment)
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
    var bytes = try Self.bytes(Self.small)
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
    func write(to path: String) throws {
      var builder = IndexBuilder(spillingTo: folder.path)
      builder.add(Self.small[1].1, section: "event")
      try builder.write(to: path)
    }
    for _ in 0..<2 { try write(to: folder.path + "/index.adx") }
    #expect(try folder.names == ["index.adx"])
    #expect(throws: IndexProblem.self) { try write(to: folder.path) }
    #expect(try folder.names == ["index.adx"])
  }

  @Test func aFolderThatCannotBeSpilledToIsTold() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/index.adx"
    var builder = IndexBuilder(
      IndexBuilder.Limits(folder: "/nowhere", memory: 1, batch: 1))
    builder.add(Self.small[1].1, section: "event")
    do {
      try builder.write(to: path)
      Issue.record("a folder that is not there was written to")
    } catch {
      #expect(error == .system(path: "/nowhere", code: ENOENT))
    }
    #expect(try folder.names.isEmpty)
  }
}
