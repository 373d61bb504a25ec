import Testing

@testable import Documents

@Suite struct TextLinesTests {
  static let wrapped = """
    The council of Norburg met in the spring of the third year and heard
    the report of the harbour master, who said that the boats had not re-
    turned from the islands before the storm, and that nobody knew where
    they lay.

    A second report was heard from the guild. It named the Norburg-
    Sudmark road as unsafe after dark, and asked for lamps and for guards
    along its whole length.
    """

  static let unwrapped = [
    "The council of Norburg met in the spring of the third year and heard the report of the "
      + "harbour master, who said that the boats had not returned from the islands before the storm, "
      + "and that nobody knew where they lay.",
    "A second report was heard from the guild. It named the Norburg-Sudmark road as unsafe after "
      + "dark, and asked for lamps and for guards along its whole length.",
  ]

  @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"])
  func wrappedTextIsUnwrapped(end: String) throws {
    let text = Self.wrapped.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: end)
    #expect(try SampleFile.read(text).lines == Self.unwrapped)
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u{2029}"])
  func aParagraphALineStaysSo(end: String) throws {
    #expect(try SampleFile.read(Self.unwrapped.joined(separator: end)).lines == Self.unwrapped)
    let mixed = Self.unwrapped + ["Short.", "Another heading"] + Self.unwrapped
    #expect(try SampleFile.read(mixed.joined(separator: end)).lines == mixed)
  }

  @Test func verseAndListsStay() throws {
    let lines = [
      "The boats went out at night", "and no lamp burned", "upon the long stone quay", "of Norburg",
      "where the water is", "as still as glass and very cold in the morning light",
    ]
    #expect(try SampleFile.read(lines.joined(separator: "\n")).lines == lines)
  }

  @Test func indentsAndBulletsBeginParagraphs() throws {
    let text = """
        The guild of Sudmark kept its books in the tower by the river, and
      nobody but the clerk was let in to see them before the year was out.
      That was the rule.
        The clerk wrote down all that came by boat and all that went away on
      the carts, and once a year the books were read aloud in the square of
      the town, so that everybody heard them.
      • salt and wool and the other things that were sold in the market of
        the lower town
      • iron
      """
    let lines = try SampleFile.read(text).lines
    #expect(
      lines.map { String($0.prefix(12)) } == [
        "The guild of", "The clerk wr", "• salt and w", "• iron",
      ])
    #expect(
      lines[0].hasSuffix("That was the rule.") && lines[2].hasSuffix("market of the lower town"))
  }

  @Test func formFeedsPartPages() throws {
    let text = "First page of it.\nIts end\n\u{C}Second page.\n\u{C}\u{C}Fourth.\n\u{C}"
    let read = try SampleFile.read(text)
    #expect(read.lines == ["First page of it.", "Its end", "Second page.", "Fourth."])
    #expect(read.pageBeginnings(6) == ["First ", "Second", "Fourth", "Fourth"])
    #expect(try SampleFile.read("No pages here.").pages == [])
  }

  @Test func aParagraphRunsOverPages() throws {
    let lines = Self.wrapped.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines[..<2].joined(separator: "\n") + "\n\u{C}" + lines[2...].joined(separator: "\n")
    let over = try SampleFile.read(text.replacing("turned from", with: "turned from"))
    #expect(over.lines.count == 2)
    #expect(over.pageBeginnings(11) == ["The council", "turned from"])
    #expect(over.lines == Self.unwrapped)
  }
}
