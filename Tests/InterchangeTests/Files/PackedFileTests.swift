import Foundation
import Interchange
import Testing

@Suite struct PackedFileTests {
  /// Bytes as a file, read back through what unpacks them.
  private func unpacked(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> [UInt8] {
    let path = NSTemporaryDirectory() + UUID().uuidString
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try PackedFile(path: path, limit: limit)
    var all: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 7)
    while case let count = try room.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
      all += room[..<count]
    }
    return all
  }

  /// `id,a\n1,2\n`, by gzip.
  private static let gzip: [UInt8] = Array(
    Data(base64Encoded: "H4sIAAAAAAACA8tM0UnkMtQx4gIAiYcItwkAAAA=") ?? Data())

  @Test func aPlainFileIsReadAsItIs() throws {
    #expect(try unpacked(Array("id,a\n1,2\n".utf8)) == Array("id,a\n1,2\n".utf8))
    #expect(try unpacked([]) == [])
  }

  @Test func gzipIsUnpacked() throws {
    #expect(try unpacked(Self.gzip) == Array("id,a\n1,2\n".utf8))
  }

  @Test func whatBreaksOffIsToldOf() {
    #expect(throws: ImportFileProblem.self) { try unpacked(Array(Self.gzip.dropLast(6))) }
    var altered = Self.gzip
    altered[altered.count - 5] ^= 1
    #expect(throws: ImportFileProblem.self) { try unpacked(altered) }
  }

  @Test func moreThanIsAllowedIsRefused() {
    #expect(throws: ImportFileProblem.self) { try unpacked(Self.gzip, limit: 4) }
  }

  @Test func aFolderIsNoFile() {
    #expect(throws: ImportFileProblem.self) { try PackedFile(path: "/tmp") }
  }
}
