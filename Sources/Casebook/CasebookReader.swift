import Foundation
import Model
import Yams

/// Reads a casebook's folder (format: `Data/khorasan/CODEBOOK.md`).
///
/// Everything is read before anything is refused: whoever writes a casebook sees all its problems
/// at once. What comes back without a problem keeps every rule of the format, references included.
public struct CasebookReader {
  /// The vocabularies that `casebook.yaml` declares.
  static let vocabularies = ["event-kinds", "properties", "place-types", "theme-kinds"]

  let folder: CasebookFolder
  let collector = ProblemCollector()
  var vocabulary: Vocabulary = [:]
  var contents = CasebookContents()
  var links = Links()
  /// Whether the reading is still wanted.
  private var goesOn: () -> Bool = { true }

  /// Reads all files of the folder.
  ///
  /// - Parameter goesOn: asked before every file and every entry; false ends the reading, and what was read is
  ///   of no use then.
  /// - Returns: the records, and every problem found, sorted by place. With problems the records are
  ///   incomplete and should be shown to nobody.
  public static func read(
    _ folder: CasebookFolder, while goesOn: @escaping () -> Bool = { true }
  ) -> (CasebookContents, [CasebookProblem]) {
    var reader = CasebookReader(folder: folder)
    reader.goesOn = goesOn
    reader.readCasebookFile()
    for part in CasebookFolder.parts {
      for file in folder.files(in: part) {
        guard goesOn() else { return (CasebookContents(), []) }
        reader.readFile(file, part: part)
      }
    }
    guard goesOn() else { return (CasebookContents(), []) }
    reader.validate()
    reader.contents.passages.sort { $0.id < $1.id }
    return (reader.contents, reader.collector.problems.sorted { $0.place < $1.place })
  }

  init(folder: CasebookFolder) { self.folder = folder }

  private func compose(_ file: String) -> Node? {
    YAMLFile(
      path: folder.path + "/" + file, name: file,
      unreadable:
        "A casebook is a folder with a casebook.yaml; give its path, or the file's rights.",
      twice: "Keep one; rival values are items of one list."
    ).compose(collector)
  }

  mutating func readCasebookFile() {
    let file = "casebook.yaml"
    guard let node = compose(file) else { return }
    let keys = Set(["title", "description", "licence"] + Self.vocabularies)
    guard let entry = Entry(node, file: file, keys: keys, what: "the casebook", collector) else {
      return
    }
    contents.title = entry.required("title") ?? ""
    contents.description = entry.text("description") ?? ""
    contents.licence = entry.text("licence") ?? ""
    for section in Self.vocabularies {
      for (key, value) in entry[section]?.mapping ?? [:] {
        guard let key = key.string, let label = value.string else { continue }
        vocabulary[section, default: [:]][key] = label
      }
    }
  }

  mutating func readFile(_ file: String, part: String) {
    guard let node = compose(file) else { return }
    if part == "passages" { return readPassages(node, file: file) }
    if part == "fingerprints" { return readFingerprints(node, file: file) }
    for node in node.sequence.map(Array.init) ?? [node] {
      guard goesOn() else { return }
      switch part {
      case "sources": readSource(node, file: file)
      case "groups": readGroup(node, file: file)
      case "people": readPerson(node, file: file)
      case "places": readPlace(node, file: file)
      case "locations": readLocation(node, file: file)
      case "events": readEvent(node, file: file)
      case "relations": readRelation(node, file: file)
      default: readTheme(node, file: file)
      }
    }
  }

  /// Takes a record in, unless another one has its id.
  mutating func add(_ record: Record, at entry: Entry) {
    let id = record.id
    if let other = contents.origins[id] {
      entry.problem(
        at: entry["id"] ?? entry.node, value: id.rawValue, "the id is taken at \(other)",
        remedy: "An id names one record of the whole casebook; choose another.")
      return
    }
    contents.origins[id] = entry.place
    contents.records.append(record)
  }

  /// The id of a record, which must be well-formed.
  func id(of entry: Entry) -> RecordID? {
    guard let text = entry.required("id"), let node = entry["id"] else { return nil }
    let id = RecordID(text)
    if id.isWellFormed { return id }
    entry.problem(
      at: node, value: text, "an id is lower-case letters, digits and hyphens",
      remedy: "Write it like quetta-hospital-bombing-2016.")
    return nil
  }
}
