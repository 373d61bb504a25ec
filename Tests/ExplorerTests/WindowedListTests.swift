import Testing

@testable import Explorer

@Suite struct WindowedListTests {
  /// A list of numbers whose windows are answered at once.
  private struct Numbers {
    var list = WindowedList<Int>()
    var asked: [Range<Int>] = []
    let total: Int

    mutating func settle(_ height: Int) {
      list.settle(height: height)
      while let window = list.missing() {
        asked.append(window)
        let rows = window.clamped(to: 0..<total)
        list.fill(Array(rows), at: rows.lowerBound, of: total)
        list.settle(height: height)
      }
    }
  }

  @Test func holdsTheRowsNearTheScreenOnly() {
    var numbers = Numbers(total: 1_000_000)
    numbers.settle(20)
    for step in [1, 19, 500_000, -3, 1_000_000, -250_000, 7] {
      numbers.list.move(by: step)
      numbers.settle(20)
      #expect(numbers.list.selectedRow == numbers.list.selected)
      #expect(numbers.list.visible.count == 20)
      #expect(numbers.asked.allSatisfy { $0.count <= 80 })
    }
  }

  @Test func theCursorStaysInsideAndOnTheScreen() {
    var numbers = Numbers(total: 5)
    numbers.settle(3)
    numbers.list.move(by: -4)
    #expect(numbers.list.selected == 0)
    numbers.list.move(by: 99)
    numbers.settle(3)
    #expect(numbers.list.selected == 4 && numbers.list.top == 2)
    numbers.list.fill([], at: 0, of: 0)
    numbers.settle(3)
    #expect(numbers.list.selected == 0 && numbers.list.top == 0)
    #expect(numbers.list.visible.isEmpty)
  }

  @Test func aWindowIsAskedForOnce() {
    var list = WindowedList<Int>()
    list.settle(height: 10)
    #expect(list.missing() == 0..<30)
    #expect(list.missing() == nil)
    list.reset()
    list.settle(height: 10)
    #expect(list.missing() == 0..<30)
  }
}
