import TestSupport
import Testing

@testable import SearchIndex

/// Sets against Swift's own, in memory and as views of a file, in every form a container has.
@Suite struct BitmapTests {
  /// Numbers scattered, dense, in runs, and all of these in several containers.
  static func numbers(_ random: inout SeededGenerator, _ form: Int) -> [UInt32] {
    var numbers: Set<UInt32> = []
    if form == 0 || form == 3 { for _ in 0..<300 { numbers.insert(UInt32(random.below(200_000))) } }
    if form == 1 || form == 3 {
      let first = UInt32(random.below(3)) * 65536
      for number in 0..<12_000 where random.below(2) == 0 { numbers.insert(first + UInt32(number)) }
    }
    if form == 2 || form == 3 {
      for _ in 0..<4 {
        let first = UInt32(random.below(190_000))
        numbers.formUnion(first..<(first + UInt32(random.below(6_000))))
      }
    }
    return numbers.sorted()
  }

  /// The same set twice: as made, and as a view of a file.
  private func both(_ numbers: [UInt32], in folder: TemporaryFolder) throws -> [Bitmap] {
    let made = Bitmap(numbers.shuffled())
    let frozen = made.frozen
    let padding = [UInt8](repeating: 0, count: 128)
    let mapping = try Mapping(path: folder.put(frozen + padding, in: "frozen"))
    let bytes = mapping.withBytes { UnsafeRawBufferPointer(rebasing: $0[..<frozen.count]) }
    let view = Bitmap(frozen: bytes, of: mapping, limit: (numbers.last ?? 0) + 1)
    let short = Bitmap(frozen: bytes, of: mapping, limit: numbers.last ?? 0)
    #expect(numbers.isEmpty || short == nil, "a number at the limit is refused")
    return [made, try #require(view)]
  }

  @Test(arguments: 0..<4) func agreesWithSets(form: Int) throws {
    var random = SeededGenerator(for: "sets of form \(form)")
    let seed: Comment = "seed \(random.seed)"
    let folder = try TemporaryFolder()
    for other in 0..<5 {
      let (one, two) = (Self.numbers(&random, form), Self.numbers(&random, other))
      let (left, right) = (Set(one), Set(two))
      for mine in try both(one, in: folder) {
        for theirs in try both(two, in: folder) {
          #expect(mine.and(theirs).numbers == left.intersection(right).sorted(), seed)
          #expect(mine.or(theirs).numbers == left.union(right).sorted(), seed)
          #expect(mine.minus(theirs).numbers == left.subtracting(right).sorted(), seed)
          let three = Bitmap(5..<70_000)
          #expect(Bitmap.union([mine, theirs, three]) == mine.or(theirs).or(three), seed)
        }
        expectWindows(mine, one, &random, seed)
      }
    }
  }

  private func expectWindows(
    _ bitmap: Bitmap, _ numbers: [UInt32], _ random: inout SeededGenerator, _ seed: Comment
  ) {
    #expect(bitmap.numbers == numbers, seed)
    #expect(bitmap.count == numbers.count && bitmap.isEmpty == numbers.isEmpty, seed)
    for _ in 0..<40 {
      let first = random.below(numbers.count + 2)
      let count = random.below(200)
      #expect(
        bitmap.window(from: first, count: count) == Array(numbers.dropFirst(first).prefix(count)),
        seed)
      #expect(
        bitmap.window(before: first, count: count) == Array(numbers.prefix(first).suffix(count)),
        seed)
      let number = UInt32(random.below(200_002))
      let end = number + UInt32(random.below(70_000))
      let rank = numbers.firstIndex { $0 >= number } ?? numbers.count
      let isIn = rank < numbers.count && numbers[rank] == number
      #expect(bitmap.rank(of: number) == rank, seed)
      #expect(bitmap.contains(number) == isIn, seed)
      #expect(bitmap.position(of: number) == (isIn ? rank : nil), seed)
      let inRange = numbers[rank...].prefix { $0 < end }
      #expect(bitmap.count(in: number..<end) == inRange.count, seed)
      #expect(bitmap.within(number..<end).numbers == Array(inRange), seed)
      let hits = numbers[rank...].lazy.filter { $0 % 3 == 0 }.prefix(count)
      #expect(bitmap.first(count, from: number) { $0 % 3 == 0 } == Array(hits), seed)
      let before = numbers[..<rank].filter { $0 % 3 == 0 }.suffix(count)
      #expect(bitmap.last(count, before: number) { $0 % 3 == 0 } == Array(before), seed)
    }
    #expect(bitmap.filtered { $0 % 2 == 0 }.numbers == numbers.filter { $0 % 2 == 0 }, seed)
  }

  @Test func ofNothingIsEmpty() {
    for empty in [Bitmap(0..<0), Bitmap(7..<7), Bitmap([UInt32]()), .union([])] {
      #expect(empty.isEmpty && empty.numbers.isEmpty && empty.window(before: 9, count: 9).isEmpty)
      #expect(empty.rank(of: .max) == 0 && empty.position(of: 0) == nil)
      #expect(empty == Bitmap(3..<4).and(Bitmap(5..<6)))
    }
    #expect(Bitmap(0..<10).window(from: -1, count: 3).isEmpty)
    #expect(Bitmap(0..<10).window(from: 2, count: -3).isEmpty)
    #expect(Bitmap([.max, 0]).numbers == [0, .max])
  }

  @Test func aWindowTestsNoMoreThanItNeeds() {
    var tested = 0
    let found = Bitmap(0..<10_000).first(3, from: 100) { number in
      tested += 1
      return number % 2 == 0
    }
    #expect(found == [100, 102, 104] && tested == 5)
  }

  @Test func aTestThatFailsEndsTheWindow() {
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      try Bitmap(0..<10).last(3) { number throws(Failure) in
        if number < 9 { throw Failure() }
        return true
      }
    }
  }

  @Test func aViewKeepsItsFileMapped() throws {
    var index: IndexFile? = try TemporaryFolder().index([
      ("event", (0..<5_000).map { _ in IndexedDocument(texts: ["word"]) })
    ])
    let found = index?.documents(word: "word")
    index = nil
    #expect(found?.count == 5_000)
    #expect(found?.window(before: 5_000, count: 2) == [4_998, 4_999])
  }

  @Test func setsGoBetweenTasks() async throws {
    let index = try TemporaryFolder().index([
      ("event", (0..<200).map { IndexedDocument(texts: [$0 % 2 == 0 ? "even" : "odd"]) })
    ])
    let even = index.documents(word: "even")
    let counts = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { even.or(index.documents(word: "odd")).count } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 200, count: 8))
  }
}
