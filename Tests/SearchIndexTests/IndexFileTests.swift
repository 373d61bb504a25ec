import SearchIndex
import Testing

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
      index.documents(overlapping: span, in: "event").numbers
    }
    #expect(found(10...10) == [1, 2])
    #expect(found(15...18) == [2])
    #expect(found(20...20) == [2, 3])
    #expect(found(41...50) == [])
    #expect(found(.min ... .max) == [1, 2, 3])
    #expect(index.undated.numbers == [0, 4])
    #expect(index.undated(in: "event").numbers == [4])
  }

  @Test func aSpanHoldsWhatLiesWhollyInIt() throws {
    let folder = try TemporaryFolder()
    let index = try index(folder)
    #expect(index.documents(within: 10...10, in: "event").numbers == [1])
    #expect(index.documents(within: 10...40, in: "event").numbers == [1, 2, 3])
    #expect(index.documents(within: 11...40, in: "event").numbers == [3])
    #expect(index.documents(within: 0...39, in: "event").numbers == [1, 3])
  }

  @Test func theOrderOfDaysIsNoted() throws {
    func isInDayOrder(_ days: [ClosedRange<Int32>?]) throws -> Bool {
      try TemporaryFolder().index([("event", days.map { IndexedDocument(texts: [], days: $0) })])
        .isInDayOrder("event")
    }
    #expect(try isInDayOrder([]))
    #expect(try isInDayOrder([.min...7, 1...1, 1...1, 1...9, nil, nil]))
    #expect(try !isInDayOrder([2...2, 1...9]))
    #expect(try !isInDayOrder([1...1, nil, 2...2]))
  }

  @Test func countsAreBounds() throws {
    let index = try TemporaryFolder().index([
      (
        "event",
        [
          IndexedDocument(texts: [], counts: ["killed": 71 ... .max]),
          IndexedDocument(texts: []),
          IndexedDocument(texts: [], counts: ["killed": .min ... .max, "wounded": 0...0]),
          IndexedDocument(texts: [], counts: ["killed": 12...50]),
        ]
      )
    ])
    #expect(index.documents("killed", overlapping: 51 ... .max, in: "event").numbers == [0, 2])
    #expect(index.documents("killed", within: 51 ... .max, in: "event").numbers == [0])
    #expect(index.bounds(of: 1, in: "killed") == nil)
    #expect(index.bounds(of: 2, in: "wounded") == 0...0)
    #expect(index.bounds(of: 3, in: "wounded") == nil)
  }

  @Test func keysAndTermsAreListed() throws {
    let folder = try TemporaryFolder()
    let index = try index(folder)
    #expect(index.keys(of: "place") == ["kabul", "kunduz", "quetta"])
    #expect(index.keys(of: "plac").isEmpty)
    #expect(index.terms(withPrefix: "k") == ["k", "kabul", "khorasan", "kunduz"])
    #expect(index.sections == ["group", "event"])
    #expect(index.all(in: ["event", "group", "none"]) == Bitmap(index.all))
  }
}
