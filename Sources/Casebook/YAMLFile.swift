import Foundation
package import Yams

/// A file of YAML on disk, and what is said where it cannot be read.
package struct YAMLFile {
  /// Where it lies.
  let path: String
  /// What problems call it.
  let name: String
  /// What would do where it cannot be read at all.
  let unreadable: String
  /// What would do where a key stands twice.
  let twice: String
  /// How long it may be, in bytes; nil for any length.
  var longest: Int?

  package init(
    path: String, name: String, unreadable: String, twice: String, longest: Int? = nil
  ) {
    self.path = path
    self.name = name
    self.unreadable = unreadable
    self.twice = twice
    self.longest = longest
  }

  /// Its content; nil where it is empty, or where the collector now has a problem.
  package func compose(_ collector: ProblemCollector) -> Node? {
    guard let data = data(collector) else { return nil }
    guard let text = String(bytes: data, encoding: .utf8) else {
      collector.add(problem("the file is no UTF-8 text", "Save it as UTF-8."))
      return nil
    }
    do {
      return try Yams.compose(yaml: text)
    } catch {
      collector.add(CasebookProblem(yaml: error, file: name, twice: twice))
      return nil
    }
  }

  private func data(_ collector: ProblemCollector) -> Data? {
    let data: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      // A byte more than is allowed tells that there are too many; a device may have no end.
      let read = try longest.map { try file.read(upToCount: $0 + 1) } ?? file.readToEnd()
      data = read ?? Data()
    } catch {
      collector.add(problem("the file cannot be read", unreadable))
      return nil
    }
    if let longest, data.count > longest {
      collector.add(
        problem("the file is longer than \(longest) bytes", "Keep in it what is needed."))
      return nil
    }
    return data
  }

  private func problem(_ message: String, _ remedy: String) -> CasebookProblem {
    CasebookProblem(
      place: FilePlace(file: name, line: 1, column: 1), message: message, remedy: remedy)
  }
}

extension CasebookProblem {
  /// What the YAML library says of a text that is no YAML.
  fileprivate init(yaml error: any Error, file: String, twice: String) {
    let remedy = "Mend the YAML there: indentation by blanks, “key: value”, quotes closed."
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(
        place: FilePlace(file: file, line: mark.line, column: mark.column),
        message: "no YAML: \(problem)", remedy: remedy)
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        place: FilePlace(file: file, line: context.mark.line, column: context.mark.column),
        value: duplicates.joined(separator: ", "), message: "a key stands twice in one mapping",
        remedy: twice)
    default:
      self.init(
        place: FilePlace(file: file, line: 1, column: 1), message: "no YAML: \(error)",
        remedy: remedy)
    }
  }
}
