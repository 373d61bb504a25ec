import Foundation
import Library
import Testing

@Suite struct KeptFileTests {
  private struct Notes: Codable, Equatable {
    var version = 1
    var texts: [String] = []
  }

  /// A folder that goes with the test.
  private final class Folder {
    let path = NSTemporaryDirectory() + UUID().uuidString
    var file: KeptFile { KeptFile(path + "/state/notes.json") }
    var names: [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: path + "/state"))?.sorted() ?? []
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func value(_ contents: KeptFile.Contents<Notes>) -> Notes? {
    if case .value(let value) = contents { value } else { nil }
  }

  @Test func itIsWrittenForPeopleInAFolderOfTheirOwn() throws {
    let folder = Folder()
    if case .none = try folder.file.read(Notes.self) {} else { Issue.record("there is none yet") }
    try folder.file.write(Notes(texts: ["a/b"]))
    #expect(value(try folder.file.read(Notes.self)) == Notes(texts: ["a/b"]))
    #expect(
      try String(contentsOfFile: folder.file.path, encoding: .utf8).contains("\n    \"a/b\"\n"))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/state")
    #expect(mode[.posixPermissions] as? Int == 0o700)
  }

  @Test(arguments: ["", "{", "[]", "{\"version\": 2, \"texts\": []}"])
  func whatCannotBeReadIsPutAside(_ text: String) throws {
    let folder = Folder()
    try folder.file.write(Notes())
    for number in ["", "2"] {
      try text.write(toFile: folder.file.path, atomically: true, encoding: .utf8)
      guard
        case .damaged(let aside) = try folder.file.read(Notes.self, isWanted: { $0.version == 1 })
      else {
        Issue.record("“\(text)” was read")
        return
      }
      #expect(aside == folder.file.path + ".bad" + number)
      #expect(try String(contentsOfFile: aside, encoding: .utf8) == text, "as it was")
    }
    try text.write(toFile: folder.file.path, atomically: true, encoding: .utf8)
    let (notes, aside) = try folder.file.change(Notes(), isWanted: { $0.version == 1 }) {
      $0.texts.append("new")
    }
    #expect(notes.texts == ["new"] && aside == folder.file.path + ".bad3")
  }

  @Test func nothingThatTwoProgramsKeepIsLost() async throws {
    let folder = Folder()
    let file = folder.file
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for number in 0..<20 {
            _ = try file.change(Notes()) { $0.texts.append("\(writer)-\(number)") }
          }
        }
      }
      try await group.waitForAll()
    }
    let all = value(try file.read(Notes.self))?.texts ?? []
    #expect(Set(all).count == 80 && all.count == 80)
    #expect(folder.names == ["notes.json", "notes.json.lock"])
  }

  @Test func whatCannotBeWrittenIsToldOf() {
    #expect(throws: (any Error).self) { try KeptFile("/dev/null/notes.json").write(Notes()) }
    #expect(throws: (any Error).self) {
      _ = try KeptFile("/dev/null/notes.json").change(Notes()) { _ in }
    }
  }
}
