import Canvas
import Explorer
import Testing

@Suite struct KeyNamesTests {
  @Test func everyNameNamesItsKey() {
    let keys: [Key] =
      [.enter, .escape, .tab, .backTab, .up, .home, .pageDown, " ", "j", "é", .function(12)]
      + [.control("d"), .alt("x")]
    for key in keys { #expect(Key(named: key.name) == key, "\(key.name)") }
    #expect(Key(named: "Entre") == nil && Key(named: "") == nil && Key(named: "C-") == nil)
  }

  @Test func wordsAreTheirLetters() {
    #expect(Key.typed("/ ab Space C-u Enter") == ["/", "a", "b", " ", .control("u"), .enter])
  }
}
