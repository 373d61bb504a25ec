import Casebook
import Explorer
import Foundation
import Library
import Model

/// The casebooks and datasets that the explorer was started with, to be read again, and to be edited.
struct LibraryFiles: Sendable {
  /// As they were named; none for the usual ones.
  let casebooks: [String]
  let datasets: [String]

  private var folders: [CasebookFolder] {
    casebooks.isEmpty ? [Opening.folder(nil)] : casebooks.map { Opening.folder($0) }
  }

  /// All of them as they are now; what is kept of files that are as they were is used again.
  func open() throws(LibraryProblem) -> Collections {
    var stores: [SQLiteStore] = []
    for folder in folders { stores.append(try SQLiteStore.open(folder, cache: Opening.cache)) }
    for dataset in Opening.installed(datasets) { stores.append(try SQLiteStore.open(dataset)) }
    for folder in folders {
      let copies = try AttachedLibrary.open(folder, data: Opening.data, cache: Opening.cache)
      stores += [copies].compactMap(\.self)
    }
    return Collections(stores)
  }

  /// The problems of a casebook, with their files' paths; none where it is something else that is wrong.
  func problems(of problem: LibraryProblem) -> [FileProblem] {
    guard case .invalid(let problems) = problem else { return [] }
    return problems.map { problem in
      let quoted = problem.value.isEmpty ? "" : "“\(problem.value)”: "
      return FileProblem(
        path: path(of: problem.place), line: problem.place.line, place: "\(problem.place)",
        message: quoted + problem.message, remedy: problem.remedy)
    }
  }

  /// Where something stands in a file; nil where no casebook has it.
  func place(of target: EditTarget) -> (path: String, line: Int)? {
    if case .line(let path, let line) = target { return (path, line) }
    for folder in folders {
      let place =
        switch target {
        case .record(let id): CasebookReader.place(of: id, in: folder)
        case .passage(let id): CasebookReader.place(of: id, in: folder)
        case .line: nil as FilePlace?
        }
      if let place { return ("\(folder.path)/\(place.file)", place.line) }
    }
    return nil
  }

  private func path(of place: FilePlace) -> String {
    let paths = folders.map { "\($0.path)/\(place.file)" }
    return paths.first { FileManager.default.fileExists(atPath: $0) } ?? place.file
  }
}
