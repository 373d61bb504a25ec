import CMinizip

/// Why a part of an archive cannot be had.
enum ZipProblem: Error, Equatable {
  case notAnArchive
  case encrypted
  /// `bytes` is how many were unpacked before it was too much.
  case tooLarge(bytes: Int)
  case damaged(String)
}

/// The parts of a ZIP archive, unpacked one by one through minizip (APPNOTE 6.3.10).
///
/// What is unpacked of one archive, all parts together, stays below a limit by what really comes out
/// and not by what the archive says; so do the number of parts and the length of their names.
final class ZipArchive {
  private let file: unzFile
  private var places: [String: unz64_file_pos] = [:]
  private var left: Int
  private let limit: Int
  /// More parts than any book has.
  private static let mostParts = 50_000

  /// - Throws: `.notAnArchive`, `.damaged`.
  init(path: String, limit: Int) throws(ZipProblem) {
    guard let file = unzOpen64(path) else { throw .notAnArchive }
    self.file = file
    self.limit = limit
    left = limit
    var state = unzGoToFirstFile(file)
    while state == UNZ_OK {
      guard places.count < Self.mostParts else { throw .damaged("it has too many parts") }
      var name = [CChar](repeating: 0, count: 1024)
      var place = unz64_file_pos()
      let isRead = unzGetCurrentFileInfo64(file, nil, &name, 1023, nil, 0, nil, 0) == UNZ_OK
      guard isRead, unzGetFilePos64(file, &place) == UNZ_OK else {
        throw .damaged("its list of parts breaks off")
      }
      let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      // Of two parts of one name the first counts.
      let part = String(decoding: bytes, as: UTF8.self)
      if places[part] == nil { places[part] = place }
      state = unzGoToNextFile(file)
    }
    guard state == UNZ_END_OF_LIST_OF_FILE else { throw .damaged("its list of parts breaks off") }
  }

  deinit { unzClose(file) }

  /// Whether there is a part of that name.
  func has(_ name: String) -> Bool { places[name] != nil }

  /// The bytes of a part; nil where there is none of that name.
  ///
  /// - Throws: `.encrypted`, `.tooLarge`, `.damaged`.
  func part(_ name: String) throws(ZipProblem) -> [UInt8]? {
    guard var place = places[name] else { return nil }
    guard unzGoToFilePos64(file, &place) == UNZ_OK else { throw .damaged("\(name) is lost") }
    var about = unz_file_info64()
    guard unzGetCurrentFileInfo64(file, &about, nil, 0, nil, 0, nil, 0) == UNZ_OK else {
      throw .damaged("\(name) is lost")
    }
    guard about.flag & 1 == 0 else { throw .encrypted }
    guard unzOpenCurrentFile(file) == UNZ_OK else { throw .damaged("\(name) cannot be unpacked") }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Int(unzReadCurrentFile(file, &room, UInt32(room.count)))
      guard count >= 0 else {
        unzCloseCurrentFile(file)
        throw .damaged("\(name) cannot be unpacked")
      }
      if count == 0 { break }
      left -= count
      guard left >= 0 else {
        unzCloseCurrentFile(file)
        throw .tooLarge(bytes: limit - left)
      }
      bytes += room.prefix(count)
    }
    guard unzCloseCurrentFile(file) == UNZ_OK else { throw .damaged("\(name) is altered") }
    return bytes
  }
}

extension DocumentProblem {
  /// What a problem of an archive is for the document that it holds.
  init(_ problem: ZipProblem, path: String, format: DocumentText.Format, limit: Int) {
    self =
      switch problem {
      case .notAnArchive: .damaged(path: path, format: format, detail: "it is no whole archive")
      case .encrypted: .encrypted(path: path, format: format)
      case .tooLarge(let bytes): .tooLarge(path: path, bytes: bytes, limit: limit)
      case .damaged(let detail): .damaged(path: path, format: format, detail: detail)
      }
  }
}
