import Foundation
public import Model

/// Where something stands in the files, for whoever edits it. Only files that name it are read.
extension CasebookReader {
  /// Where a record begins, or the fact of that id; where the fact is not found, its record.
  public static func place(of id: RecordID, in folder: CasebookFolder) -> FilePlace? {
    let subject = String(id.rawValue.prefix { $0 != "/" })
    let reader = reader(
      of: folder,
      parts: CasebookFolder.parts.filter {
        $0 != "passages" && $0 != "fingerprints"
      }, naming: subject)
    return reader.links.statements[id] ?? reader.contents.origins[RecordID(subject)]
  }

  /// Where a passage begins.
  public static func place(of id: PassageID, in folder: CasebookFolder) -> FilePlace? {
    reader(of: folder, parts: ["passages"], naming: id.source.rawValue).links.passagePlaces[id]
  }

  private static func reader(
    of folder: CasebookFolder, parts: [String], naming word: String
  ) -> CasebookReader {
    var reader = CasebookReader(folder: folder)
    reader.readCasebookFile()
    for part in parts {
      for file in folder.files(in: part) where reader.file(file, names: word) {
        reader.readFile(file, part: part)
      }
    }
    return reader
  }

  private func file(_ file: String, names word: String) -> Bool {
    FileManager.default.contents(atPath: folder.path + "/" + file)?.range(of: Data(word.utf8))
      != nil
  }
}
