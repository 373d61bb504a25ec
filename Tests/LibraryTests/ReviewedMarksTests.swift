import Foundation
import Library
import Model
import Testing

@Suite struct ReviewedMarksTests {
  @Test func marksAreKeptAndTakenAway() throws {
    let data = NSTemporaryDirectory() + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: data) }
    let marks = ReviewedMarks(data: data)
    #expect(marks.ids.isEmpty)
    try marks.set("ged-17", isReviewed: true)
    try ReviewedMarks(data: data).set("red-band", isReviewed: true)
    #expect(marks.ids == ["ged-17", "red-band"])
    try marks.set("ged-17", isReviewed: false)
    #expect(marks.ids == ["red-band"])
  }

  @Test func whatCannotBeKeptIsToldOf() {
    #expect(throws: (any Error).self) {
      try ReviewedMarks(data: "/dev/null").set("ged-17", isReviewed: true)
    }
  }
}
