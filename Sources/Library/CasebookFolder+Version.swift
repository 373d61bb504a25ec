import CMessageDigest
import Casebook
import Foundation

extension CasebookFolder {
  /// The first twelve digits of a SHA-256 over its files, names and contents, in the order of their names: the
  /// same wherever the casebook was copied to.
  var version: String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    for file in files.sorted() {
      let name = Array(file.utf8)
      SHA256Update(&context, name, name.count)
      let contents = FileManager.default.contents(atPath: path + "/" + file) ?? Data()
      contents.withUnsafeBytes { bytes in
        guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return }
        SHA256Update(&context, base, bytes.count)
      }
    }
    var digest = [CChar](repeating: 0, count: 65)
    _ = SHA256End(&context, &digest)
    return String(decoding: digest.prefix(12).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
