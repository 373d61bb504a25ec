import TestSupport
import Testing

@testable import Documents

@Suite struct ZipArchiveTests {
  private func problem(_ bytes: [UInt8], limit: Int = 1000, part: String = "a") throws
    -> ZipProblem?
  {
    let file = try SampleFile(bytes)
    defer { withExtendedLifetime(file) {} }
    do throws(ZipProblem) {
      _ = try ZipArchive(path: file.path, limit: limit).part(part)
      return nil
    } catch { return error }
  }

  @Test func partsByName() throws {
    let file = try SampleFile(SampleArchive.bytes([("a", "one"), ("b/ü", "two"), ("a", "three")]))
    let archive = try ZipArchive(path: file.path, limit: 1000)
    #expect(archive.has("a") && archive.has("b/ü") && !archive.has("c"))
    #expect(try archive.part("b/ü") == Array("two".utf8))
    #expect(try archive.part("a") == Array("one".utf8))
    #expect(try archive.part("c") == nil)
    withExtendedLifetime(file) {}
  }

  @Test func whatIsUnpackedIsBounded() throws {
    let bytes = SampleArchive.bytes([("a", String(repeating: "x", count: 600))])
    #expect(try problem(bytes, limit: 600) == nil)
    #expect(try problem(bytes, limit: 599) == .tooLarge(bytes: 600))
    let file = try SampleFile(bytes)
    let archive = try ZipArchive(path: file.path, limit: 1000)
    _ = try archive.part("a")
    #expect(throws: ZipProblem.tooLarge(bytes: 1200)) { try archive.part("a") }
    withExtendedLifetime(file) {}
  }

  @Test func whatIsWrongIsSaid() throws {
    let sound = SampleArchive.bytes([("a", "the text of a part")])
    #expect(try problem(Array("no archive".utf8)) == .notAnArchive)
    #expect(try problem(Array(sound.dropLast(30))) == .notAnArchive)
    #expect(try problem(SampleArchive.bytes([("a", "x")], flags: 1)) == .encrypted)
    var altered = sound
    altered[35] ^= 1
    #expect(try problem(altered) == .damaged("a is altered"))
  }
}
