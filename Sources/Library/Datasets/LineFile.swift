import Glibc
import Interchange
import Text

/// A text file that is written line by line; what a line shows is made harmless.
struct LineFile {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>

  init(_ path: String) throws(ImportFileProblem) {
    self.path = path
    guard let file = fopen(path, "we") else {
      throw .unwritable(path: path, detail: String(cString: strerror(errno)))
    }
    self.file = file
  }

  mutating func add(_ line: String) {
    fputs(Harmless.line(line), file)
    fputc(10, file)
  }

  /// Ends the file.
  ///
  /// - Throws: `ImportFileProblem.unwritable`, where a line could not be written.
  func close() throws(ImportFileProblem) {
    let failed = ferror(file) != 0
    guard fclose(file) == 0, !failed else {
      throw .unwritable(path: path, detail: String(cString: strerror(errno)))
    }
  }
}
