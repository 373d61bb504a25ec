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

  /// Keys that open, cover, leave and come back.
  private static let layering: [Key] = Key.typed(
    "j k 1 2 5 N T M V v ! V ! F R r e c c f a s d Enter Enter Enter Enter Enter Backspace Backspace L C-o Esc q : : C-p ? ? F1 / "
      + "o O y x n ] [ Tab h l + v ' m z u p t")

  /// Whatever lies over what: help and prompts leave what lies below as it is, what was left comes back as it
  /// was, there are never many layers, and Esc leads out of all of them.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func layersGoAndComeBack(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var fixture = Fixture(width: 90, height: 20)
    var (covered, returned) = (0, 0)
    for step in 0..<1200 {
      let before = fixture.state
      fixture.press(Self.layering.randomElement(using: &generator) ?? "j")
      let state = fixture.state
      let kinds = Set(state.overlays.map { "\(type(of: $0.part))" })
      #expect(kinds.count == state.overlays.count && kinds.count <= 16, "no kind lies there twice")
      if state.overlay?.part.guide != nil, state.hinting == nil,
        !(state.overlay?.part is HelpOverlay)
      {
        for opening: Key in [.function(1), ":", .control("p")] {
          var probe = fixture
          probe.press(opening)
          #expect(probe.state.overlays.count == state.overlays.count + 1)
          probe.press(.escape)
          #expect(probe.state.overlays == state.overlays && probe.state.panes == state.panes)
          covered += 1
        }
      }
      // What was left by a step along the trail.
      let views = before.overlays.filter { $0.part.guide != nil || $0.part is SearchOverlay }
      if !views.isEmpty, state.overlays.isEmpty, state.trail != before.trail, before.hinting == nil,
        state.trail.isLonger(than: before.trail)
      {
        var probe = fixture
        probe.press(.backspace)
        #expect(
          probe.state.overlays.map { "\(type(of: $0.part))" }
            == views.map { "\(type(of: $0.part))" }, "seed \(seed), step \(step)")
        #expect(probe.state.focus == before.focus)
        returned += 1
      }
      guard step % 20 == 0 else { continue }
      var probe = fixture
      for _ in 0..<30 where !probe.state.overlays.isEmpty { probe.press(.escape) }
      #expect(probe.state.overlays.isEmpty, "seed \(seed), step \(step): \(fixture.text)")
    }
    #expect(covered > 100 && returned > 0, "\(covered), \(returned)")
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

extension Trail {
  /// Whether a place was left since: nothing lies ahead, and more behind.
  fileprivate func isLonger(than other: Trail) -> Bool {
    var (one, before) = (self, other)
    let here = ExplorerState().place
    var (length, former) = (0, 0)
    while one.back(from: here) != nil { length += 1 }
    while before.back(from: here) != nil { former += 1 }
    return length > former
  }
}
