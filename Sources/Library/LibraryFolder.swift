import Casebook
import Foundation
import SearchIndex

/// Where a casebook's library lies: a folder in the user's cache (XDG Base Directory 0.8), one
/// subfolder a state of the casebook's files, which can be deleted at any time.
///
/// A library is built beside its place and renamed into it whole, so that two programs may start at
/// once and one that is killed leaves nothing that another would open.
struct LibraryFolder {
  let casebook: CasebookFolder
  /// Holds the libraries of this casebook.
  let folder: String
  /// The library of the files as they are now.
  let path: String
  /// What `in:` calls it: the name of the casebook's folder.
  let name: String

  /// The library of a casebook, or that of another `part` whose state `stamp` tells.
  init(_ casebook: CasebookFolder, part: String = "", stamp: String? = nil, cache: String) {
    self.casebook = casebook
    let place = URL(fileURLWithPath: casebook.path).standardizedFileURL.path
    name = casebook.name
    folder = "\(cache)/adduce/\(name)-\(Self.digest(place))\(part)"
    path = "\(folder)/\(Self.digest("\(Schema.version)\n\(stamp ?? casebook.stamp)"))"
  }

  var records: String { path + "/records.sqlite" }
  var index: String { path + "/index.adx" }

  var exists: Bool {
    FileManager.default.fileExists(atPath: records) && FileManager.default.fileExists(atPath: index)
  }

  /// Makes the library with `fill`, which gets the folder to write into.
  func build(_ fill: (_ folder: String) throws -> Void) throws {
    let manager = FileManager.default
    let beside = "\(path).\(ProcessInfo.processInfo.processIdentifier)"
    try? manager.removeItem(atPath: beside)
    try manager.createDirectory(atPath: beside, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: beside) }
    try fill(beside)
    do {
      try manager.moveItem(atPath: beside, toPath: path)
    } catch {
      // Another program may have been faster: then its library is as good.
      if !exists { throw error }
    }
    removeOthers()
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Libraries of former states of the casebook; what a running program has open stays readable
  /// to it. Folders that are being built now are left alone.
  private func removeOthers() {
    let manager = FileManager.default
    AbandonedFolders.remove(in: folder)
    for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    where !name.contains(".") && "\(folder)/\(name)" != path {
      try? manager.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  /// A short name for a text: FNV-1a, 64 bits.
  private static func digest(_ text: String) -> String {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
