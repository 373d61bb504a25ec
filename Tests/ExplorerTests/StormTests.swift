import Canvas
import Query
import TestSupport
import Testing

@testable import Explorer

/// Whatever is pressed at whatever size, nothing traps and a frame has the size of its screen.
@Suite struct StormTests {
  private static let keys: [Key] =
    Keymap.standard.table.flatMap(\.keys).flatMap { $0 }.filter { $0 != .control("c") }
    + "abcxyz(\":>0 1é組م".map(Key.character)
    + [.delete, .home, .end, .alt("x"), .control("x"), .control("w"), .escape, .escape]

  private func event(_ generator: inout SeededGenerator) -> MouseEvent {
    let kinds: [MouseEvent.Kind] = [.pressed, .dragged, .released, .wheelUp, .wheelDown]
    return MouseEvent(
      kinds.randomElement(using: &generator) ?? .pressed,
      row: .random(in: -1...60, using: &generator), column: .random(in: -1...210, using: &generator)
    )
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func randomKeysClicksAndSizes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var fixture = Fixture()
    var size = Size(width: 120, height: 16)
    for step in 0..<1500 {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0:
        size = Size(
          width: .random(in: 0...200, using: &generator),
          height: .random(in: 0...60, using: &generator))
        fixture.act(.resized(size))
      case 1: fixture.act(.mouse(event(&generator)))
      case 2: fixture.act(.working(Bool.random(using: &generator)))
      default: fixture.press(Self.keys.randomElement(using: &generator) ?? "j")
      }
      let before = fixture.state
      #expect(view(fixture.state).size == size, "seed \(seed), step \(step)")
      _ = linearText(before: before, after: fixture.state)
      if step % 50 == 0 { _ = linearPage(fixture.state) }
    }
  }

  @Test func everySizeDownToNothing() {
    for width in [0, 1, 2, 23, 24, 25, 40, 55, 56, 57, 80] {
      for height in [0, 1, 2, 5, 6, 7, 10, 24] {
        var fixture = Fixture(width: width, height: height)
        for keys: [Key] in [
          ["2", .enter, "c"], ["q", "q", "/", "t", "a", "l"], [.escape, "V"], ["q", "2", "e"],
          [.enter], [.escape, .escape, "?", "j"], ["q", "d", "2"],
        ] {
          for key in keys {
            fixture.press(key)
            #expect(view(fixture.state).size == Size(width: width, height: height))
          }
        }
      }
    }
  }
}
