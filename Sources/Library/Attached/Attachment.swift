public import Documents
public import Foundation
public import Model

/// A reader's own copy of a source: which file it was, and what was read of it.
public struct Attachment: Hashable, Sendable {
  /// The source that it is a copy of.
  public var source: RecordID
  /// The path of the file, absolute.
  public var path: String
  /// The file's SHA-256 (FIPS 180-4), 64 hexadecimal digits.
  public var checksum: String
  /// The file's size, bytes.
  public var size: Int
  /// When the file was last written, seconds since 1970-01-01.
  public var modified: Double
  /// What the file is.
  public var format: DocumentText.Format
  /// Where each page begins: bytes of the text, UTF-8; empty where the format has none.
  public var pages: [Int]
  /// How many of a hundred fingerprints of the source the text holds.
  public var score: Int
  /// When it was attached.
  public var attached: Date

  /// What has become of the file since.
  public var file: AttachedFile { AttachedFile(path: path, size: size, modified: modified) }
}

/// A file as it was, to be held against what it is.
public struct AttachedFile: Hashable, Sendable {
  /// The path of the file, absolute.
  public let path: String
  let size: Int
  let modified: Double

  init(path: String, size: Int, modified: Double) {
    self.path = path
    self.size = size
    self.modified = modified
  }

  /// The file at a path as it is now; nil where there is none.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let seconds = Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
    self.init(path: path, size: Int(status.st_size), modified: seconds)
  }
}

/// An attachment as its file has it, in JSON.
struct StoredAttachment: Codable {
  private let source, path, sha256: String
  private let size: Int
  private let modified: Double
  private let format: String
  private let pages: [Int]
  private let score: Int
  private let attached: Date

  init(_ attachment: Attachment) {
    source = attachment.source.rawValue
    path = attachment.path
    sha256 = attachment.checksum
    size = attachment.size
    modified = attachment.modified
    format = attachment.format.rawValue
    pages = attachment.pages
    score = attachment.score
    attached = attachment.attached
  }

  /// Nil where the format is one that this program does not know.
  var attachment: Attachment? {
    guard let format = DocumentText.Format(rawValue: format) else { return nil }
    return Attachment(
      source: RecordID(source), path: path, checksum: sha256, size: size, modified: modified,
      format: format, pages: pages, score: score, attached: attached)
  }
}
