import CMinizip
import Glibc

/// The parts of a workbook's ZIP archive, unpacked piece by piece through minizip (APPNOTE 6.3.10).
final class WorkbookArchive {
  let path: String
  private let file: unzFile
  private let limit: Int
  private var left: Int

  /// - Throws: `.unreadable`, and `.damaged` for what is no archive.
  init(path: String, limit: Int) throws(ImportFileProblem) {
    self.path = path
    self.limit = limit
    left = limit
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .unreadable(path: path, detail: String(cString: strerror(errno)))
    }
    var start = [UInt8](repeating: 0, count: 8)
    let count = Glibc.read(descriptor, &start, start.count)
    close(descriptor)
    if count < 0 { throw .unreadable(path: path, detail: String(cString: strerror(errno))) }
    // A compound file: a workbook of Excel 97 to 2003, or one under a password (MS-CFB 2.2).
    if start == [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] {
      throw .damaged(
        path: path, detail: "it is locked with a password, or a workbook in the old .xls format")
    }
    guard let file = unzOpen64(path) else {
      throw .damaged(path: path, detail: "it is no whole workbook: the archive cannot be opened")
    }
    self.file = file
  }

  deinit { unzClose(file) }

  /// How large a part is, as the archive says; 0 where there is none of that name.
  func size(_ part: String) -> Int {
    guard unzLocateFile(file, part, Self.ignoringCase) == UNZ_OK else { return 0 }
    var about = unz_file_info64()
    guard unzGetCurrentFileInfo64(file, &about, nil, 0, nil, 0, nil, 0) == UNZ_OK else { return 0 }
    return Int(clamping: about.uncompressed_size)
  }

  /// Gives a part in pieces, in order; false where there is none of that name.
  ///
  /// - Throws: `.damaged`, `.tooLarge`, and what `take` throws.
  func read(
    _ part: String, _ take: (UnsafeRawBufferPointer) throws(ImportFileProblem) -> Void
  ) throws(ImportFileProblem) -> Bool {
    guard unzLocateFile(file, part, Self.ignoringCase) == UNZ_OK else { return false }
    var about = unz_file_info64()
    guard unzGetCurrentFileInfo64(file, &about, nil, 0, nil, 0, nil, 0) == UNZ_OK else {
      throw .damaged(path: path, detail: "the part \(part) is lost")
    }
    if about.flag & 1 != 0 { throw .damaged(path: path, detail: "it is locked with a password") }
    guard unzOpenCurrentFile(file) == UNZ_OK else {
      throw .damaged(path: path, detail: "the part \(part) cannot be unpacked")
    }
    do throws(ImportFileProblem) {
      try unpack(part, take)
    } catch {
      unzCloseCurrentFile(file)
      throw error
    }
    guard unzCloseCurrentFile(file) == UNZ_OK else {
      throw .damaged(path: path, detail: "the part \(part) is altered: its checksum is another")
    }
    return true
  }

  private func unpack(
    _ part: String, _ take: (UnsafeRawBufferPointer) throws(ImportFileProblem) -> Void
  ) throws(ImportFileProblem) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = Int(unzReadCurrentFile(file, room.baseAddress, UInt32(room.count)))
      guard count >= 0 else {
        throw .damaged(path: path, detail: "the part \(part) cannot be unpacked")
      }
      if count == 0 { return }
      left -= count
      guard left >= 0 else { throw .tooLarge(path: path, limit: limit) }
      try take(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }

  /// Names of parts are compared without case (ECMA-376 Part 2, 9.1.1).
  private static let ignoringCase: Int32 = 2
}
