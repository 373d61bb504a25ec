import CMessageDigest
public import Casebook
public import Documents
import Foundation
public import Model

/// Where the copies that a reader attached to a casebook's sources are kept: a folder in the user's data
/// (XDG Base Directory 0.8), a subfolder a source, with the text and what is known of the file.
///
/// It is the reader's own, no cache: what is built from it lies elsewhere and can be deleted.
public struct AttachmentFolder: Sendable {
  /// The folder, which need not exist.
  public let path: String

  /// The copies attached to the sources of a casebook, by the name of its folder, below `data`, which is
  /// `$XDG_DATA_HOME` or `~/.local/share`.
  public init(_ casebook: CasebookFolder, data: String) {
    path = "\(data)/adduce/attached/\(casebook.name)"
  }

  /// What is attached, by source; what cannot be read is left out.
  public var attachments: [Attachment] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().compactMap { name in
      FileManager.default.contents(atPath: record(of: RecordID(name)))
        .flatMap { try? JSONDecoder().decode(StoredAttachment.self, from: $0).attachment }
    }
  }

  /// The text of a copy.
  ///
  /// - Throws: what the system says.
  public func text(of source: RecordID) throws -> String {
    try String(contentsOfFile: folder(of: source) + "/copy.txt", encoding: .utf8)
  }

  /// Keeps a file's text as the copy of a source, in place of one that was there. It is written beside
  /// and renamed, so that one that is killed leaves the former whole.
  ///
  /// - Throws: what the system says.
  public func attach(
    _ document: DocumentText, at file: String, as source: RecordID, score: Int
  ) throws {
    let place = URL(fileURLWithPath: file).standardizedFileURL.path
    guard let now = AttachedFile(place), let checksum = Self.checksum(place) else {
      throw CocoaError(.fileReadNoSuchFile)
    }
    let attachment = Attachment(
      source: source, path: place, checksum: checksum, size: now.size, modified: now.modified,
      format: document.format, pages: document.pages, score: score, attached: Date())
    let manager = FileManager.default
    let beside = "\(path)/.\(source.rawValue).\(ProcessInfo.processInfo.processIdentifier)"
    try? manager.removeItem(atPath: beside)
    try manager.createDirectory(atPath: beside, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: beside) }
    try document.text.write(toFile: beside + "/copy.txt", atomically: false, encoding: .utf8)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(StoredAttachment(attachment)).write(
      to: URL(fileURLWithPath: beside + "/attachment.json"))
    try? manager.removeItem(atPath: folder(of: source))
    try manager.moveItem(atPath: beside, toPath: folder(of: source))
  }

  /// Forgets the copy of a source; false where there was none.
  public func detach(_ source: RecordID) throws -> Bool {
    guard FileManager.default.fileExists(atPath: record(of: source)) else { return false }
    try FileManager.default.removeItem(atPath: folder(of: source))
    return true
  }

  /// A text that changes whenever a copy is attached or detached.
  var stamp: String {
    attachments.map { "\($0.source) \($0.checksum) \($0.attached.timeIntervalSince1970)" }
      .joined(separator: "\n")
  }

  private func folder(of source: RecordID) -> String { "\(path)/\(source.rawValue)" }
  private func record(of source: RecordID) -> String { folder(of: source) + "/attachment.json" }

  /// SHA-256 of a file; nil where it cannot be read.
  private static func checksum(_ path: String) -> String? {
    var digest = [CChar](repeating: 0, count: 65)
    guard SHA256File(path, &digest) != nil else { return nil }
    return String(decoding: digest.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
