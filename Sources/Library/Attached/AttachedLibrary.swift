public import Casebook
import Foundation
import Model

/// The library of the copies attached to a casebook's sources.
public enum AttachedLibrary {
  /// Opens it, building it where copies, fingerprints or the program have changed; nil where nothing is
  /// attached.
  ///
  /// - Throws: `LibraryProblem.cache` where it cannot be built; cancelling the task ends the work.
  public static func open(
    _ casebook: CasebookFolder, data: String, cache: String
  ) throws(LibraryProblem) -> SQLiteStore? {
    let attached = AttachmentFolder(casebook, data: data)
    let attachments = attached.attachments
    guard !attachments.isEmpty else { return nil }
    let folder = LibraryFolder(
      casebook, part: "-attached", stamp: attached.stamp + "\n" + casebook.fingerprintStamp,
      cache: cache)
    do {
      if folder.exists, let store = try? SQLiteStore(attached: folder) { return store }
      folder.remove()
      let (fingerprints, _) = CasebookReader.fingerprints(casebook)
      let texts = attachments.compactMap { attachment in
        (try? attached.text(of: attachment.source)).map { (attachment, $0) }
      }
      try folder.build {
        try AttachedIndexing(attachments: texts, fingerprints: fingerprints).write(into: $0)
      }
      return try SQLiteStore(attached: folder)
    } catch {
      if LongWork.hasStopped(error) { throw .cancelled }
      throw .cache(path: folder.path, detail: "\(error)")
    }
  }
}
