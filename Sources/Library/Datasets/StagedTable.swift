import CMessageDigest
import Foundation
import Glibc
import Interchange
import Synchronization

/// A table as it was downloaded, unpacked into the folder of a new release.
final class StagedTable {
  /// Where it lies.
  let path: String
  /// Its bytes.
  private(set) var size = 0
  /// What separates its fields.
  let separator: UInt8
  /// Its first bytes.
  let start: [UInt8]
  /// Its first row; empty where that cannot be read.
  let header: FileRow
  private let hashing: Hashing

  /// Unpacks a file.
  init(_ file: String, in folder: String, _ watcher: ImportProgress.Watcher) throws {
    path = folder + "/rows.csv"
    hashing = Hashing(file)
    if PackedFile.isWorkbook(file) {
      size = try Self.convert(file, to: path, watcher)
    } else {
      size = try Self.copy(file, to: path, watcher)
    }
    guard let start = FileHandle(forReadingAtPath: path)?.readData(ofLength: 1 << 16) else {
      throw ImportFileProblem.unreadable(path: path, detail: "it is gone")
    }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw ImportFileProblem.damaged(
        path: file, detail: "it is UTF-16, which no provider's table is")
    }
    self.start = Array(start)
    separator = CSVReader.separator(in: start)
    var header = FileRow()
    do {
      _ = try CSVReader(path: path, separator: separator).next(&header)
    } catch is CSVProblem {
      header = FileRow()
    }
    self.header = header
  }

  /// UTF-8, unless it has bytes that are none.
  func encoding() throws -> FileEncoding {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ImportFileProblem.unreadable(path: path, detail: "it is gone")
    }
    return String(validating: bytes, as: UTF8.self) == nil ? .windows1252 : .utf8
  }

  /// SHA-256 of the file as it was downloaded, in hexadecimal.
  func checksum() throws -> String { try hashing.result() }

  /// The first sheet of a workbook as a table; its bytes.
  private static func convert(
    _ file: String, to path: String, _ watcher: ImportProgress.Watcher
  ) throws -> Int {
    try XLSXConversion().convert(file, to: path) { done, total in
      let progress = ImportProgress(step: .copying, done: done, total: total, rows: 0)
      guard watcher(progress) else { throw ImportFileProblem.cancelled }
    }
    return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  /// Bytes of the file, unpacked, written to a path; how many.
  private static func copy(
    _ file: String, to path: String, _ watcher: ImportProgress.Watcher
  ) throws -> Int {
    let source = try PackedFile(path: file)
    let output = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard output >= 0 else {
      throw ImportFileProblem.unwritable(path: path, detail: String(cString: strerror(errno)))
    }
    defer { close(output) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var size = 0
    while true {
      let count = try source.read(into: buffer)
      if count == 0 { return size }
      var written = 0
      while written < count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written..<count])
        let part = Glibc.write(output, rest.baseAddress, rest.count)
        guard part >= 0 || errno == EINTR else {
          throw ImportFileProblem.unwritable(path: path, detail: String(cString: strerror(errno)))
        }
        written += max(0, part)
      }
      size += count
      guard watcher(ImportProgress(step: .copying, done: size, total: 0, rows: 0)) else {
        throw ImportFileProblem.cancelled
      }
    }
  }
}

/// SHA-256 of a file, worked out on a thread of its own beside what else is done with it.
private final class Hashing: Sendable {
  private let path: String
  private let done = DispatchSemaphore(value: 0)
  private let digest = Mutex("")

  init(_ path: String) {
    self.path = path
    Thread.detachNewThread { [self] in
      var hexadecimal = [CChar](repeating: 0, count: 65)
      if SHA256File(path, &hexadecimal) != nil {
        let text = hexadecimal.dropLast().map(UInt8.init(bitPattern:))
        digest.withLock { $0 = String(decoding: text, as: UTF8.self) }
      }
      done.signal()
    }
  }

  /// In hexadecimal; waits until it is there.
  func result() throws -> String {
    done.wait()
    done.signal()
    let text = digest.withLock { $0 }
    guard !text.isEmpty else {
      throw ImportFileProblem.unreadable(path: path, detail: "it changed while it was read")
    }
    return text
  }
}
