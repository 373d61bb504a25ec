import CMinizip
import CZlib
import Glibc

/// The bytes of a table's file as it was downloaded: plain, in gzip (RFC 1952), or alone in a ZIP archive
/// (APPNOTE 6.3.10), read piece by piece.
public final class PackedFile {
  private enum Way {
    case stream(gzFile)
    case archive(unzFile)
  }

  private let way: Way
  private let path: String
  private var left: Int
  private let limit: Int
  /// The name of the table: the file's own, or that of the archive's part.
  public let name: String

  /// Opens a file; of an archive the largest part that is a table.
  ///
  /// - Parameter limit: how many bytes may come of it; what an archive promises is not believed.
  /// - Throws: `ImportFileProblem`.
  public init(path: String, limit: Int = 64 << 30) throws(ImportFileProblem) {
    self.path = path
    self.limit = limit
    left = limit
    guard access(path, R_OK) == 0 else {
      throw .unreadable(path: path, detail: String(cString: strerror(errno)))
    }
    var about = stat()
    guard stat(path, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, detail: "it is no file")
    }
    let own = path.split(separator: "/").last.map(String.init) ?? path
    if let archive = unzOpen64(path) {
      way = .archive(archive)
      guard let part = Self.table(in: archive) else {
        unzClose(archive)
        throw .damaged(path: path, detail: "the archive holds no table (.csv, .tsv, .txt, .json)")
      }
      name = part
    } else {
      guard let stream = gzopen(path, "rb") else {
        throw .unreadable(path: path, detail: String(cString: strerror(errno)))
      }
      gzbuffer(stream, 1 << 18)
      way = .stream(stream)
      name = own.hasSuffix(".gz") ? String(own.dropLast(3)) : own
    }
  }

  deinit {
    switch way {
    case .stream(let stream): gzclose(stream)
    case .archive(let archive):
      unzCloseCurrentFile(archive)
      unzClose(archive)
    }
  }

  /// Fills a buffer as far as there is anything left; 0 at the end.
  ///
  /// - Throws: `ImportFileProblem`, where the file is damaged or gives more than was allowed.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportFileProblem) -> Int {
    let room = UInt32(min(buffer.count, 1 << 30))
    let count: Int
    switch way {
    case .stream(let stream):
      count = Int(gzread(stream, buffer.baseAddress, room))
      // A stream that breaks off is told only when it is asked for its state (zlib manual, gzread).
      var code: Int32 = 0
      let message = gzerror(stream, &code).map { String(cString: $0) } ?? ""
      if count < 0 || (count == 0 && code != Z_OK) {
        throw .damaged(path: path, detail: message.isEmpty ? "it breaks off" : message)
      }
    case .archive(let archive):
      count = Int(unzReadCurrentFile(archive, buffer.baseAddress, room))
      if count < 0 { throw .damaged(path: path, detail: "\(name) cannot be unpacked") }
      if count == 0, unzCloseCurrentFile(archive) != UNZ_OK {
        throw .damaged(path: path, detail: "\(name) is altered")
      }
    }
    left -= count
    guard left >= 0 else { throw .tooLarge(path: path, limit: limit) }
    return count
  }

  /// Whether a file is a workbook (ECMA-376): an archive with `xl/workbook.xml`.
  public static func isWorkbook(_ path: String) -> Bool {
    guard let archive = unzOpen64(path) else { return false }
    defer { unzClose(archive) }
    return unzLocateFile(archive, "xl/workbook.xml", 1) == UNZ_OK
  }

  /// Opens the largest part of an archive that is a table; its name.
  private static func table(in archive: unzFile) -> String? {
    var best: (name: String, size: UInt64, place: unz64_file_pos)?
    var state = unzGoToFirstFile(archive)
    var seen = 0
    while state == UNZ_OK, seen < 10_000 {
      seen += 1
      var room = [CChar](repeating: 0, count: 1024)
      var about = unz_file_info64()
      var place = unz64_file_pos()
      let isRead = unzGetCurrentFileInfo64(archive, &about, &room, 1023, nil, 0, nil, 0) == UNZ_OK
      guard isRead, unzGetFilePos64(archive, &place) == UNZ_OK else { return nil }
      let name = String(
        decoding: room.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      let isTable = [".csv", ".tsv", ".txt", ".json", ".jsonl"].contains {
        name.lowercased().hasSuffix($0)
      }
      if isTable, !name.contains("__MACOSX"), about.uncompressed_size > best?.size ?? 0 {
        best = (name, about.uncompressed_size, place)
      }
      state = unzGoToNextFile(archive)
    }
    guard var best, unzGoToFilePos64(archive, &best.place) == UNZ_OK,
      unzOpenCurrentFile(archive) == UNZ_OK
    else { return nil }
    return best.name.split(separator: "/").last.map(String.init) ?? best.name
  }
}
