public import Anchoring
public import Model
import Yams

/// Fingerprints of held sources: a file a source, `fingerprints/SOURCE.yaml`, which
/// `adduce fingerprint` writes.
extension CasebookReader {
  /// The fingerprints of a casebook alone, for whoever needs nothing else of it.
  public static func fingerprints(
    _ folder: CasebookFolder
  ) -> (prints: [RecordID: SourceFingerprints], problems: [CasebookProblem]) {
    var reader = CasebookReader(folder: folder)
    for file in folder.files(in: "fingerprints") { reader.readFile(file, part: "fingerprints") }
    return (reader.contents.fingerprints, reader.collector.problems)
  }

  mutating func readFingerprints(_ node: Node, file: String) {
    let keys: Set<String> = ["source", "passages", "spans"]
    guard
      let entry = Entry(node, file: file, keys: keys, what: "a file of fingerprints", collector),
      let source = link(entry, "source", kinds: [.source])
    else { return }
    links.fingerprints[source] = entry.place
    var prints = SourceFingerprints(passages: [:], spans: [:])
    for (key, print) in self.prints(entry, "passages") {
      guard let text = key.string, let number = Int(text), number > 0 else {
        entry.problem(
          at: key, value: key.string ?? "", "this is no passage's number", remedy: Self.again)
        continue
      }
      prints.passages[ParagraphNumber(number)] = print
    }
    for (key, print) in self.prints(entry, "spans") {
      guard let span = key.string.flatMap({ PassageSpan($0) }) else {
        entry.problem(
          at: key, value: key.string ?? "", "these are no words of a passage", remedy: Self.again)
        continue
      }
      prints.spans[span] = print
    }
    contents.fingerprints[source] = prints
  }

  private static let again = "Let adduce fingerprint write the file again."

  private func prints(_ entry: Entry, _ key: String) -> [(Node, Fingerprint)] {
    (entry[key]?.mapping ?? [:]).compactMap { key, value in
      if let print = value.string.flatMap({ Fingerprint($0) }) { return (key, print) }
      entry.problem(
        at: value, value: value.string ?? "", "this is no fingerprint", remedy: Self.again)
      return nil
    }
  }

  /// Fingerprints are of passages that there are, of all of a source or none, and of every part of one
  /// that a citation narrows to.
  func checkFingerprints() {
    let coded = Dictionary(grouping: contents.passages.map(\.id), by: \.source)
    for (source, prints) in contents.fingerprints {
      let numbers = Set((coded[source] ?? []).map(\.number))
      guard Set(prints.passages.keys) != numbers, let place = links.fingerprints[source] else {
        continue
      }
      add(
        CasebookProblem(
          place: place, value: source.rawValue,
          message:
            "\(prints.passages.count) passages have fingerprints, \(numbers.count) are coded",
          remedy: "Run adduce fingerprint \(source) FILE, with the copy that was coded."))
    }
    for (passage, words, place) in links.passages {
      guard let words else { continue }
      let span = PassageSpan(passage.number, words: words)
      let prints = contents.fingerprints[passage.source]
      let last = prints?.passages[passage.number]?.words
      if let last, words.upperBound > last {
        add(
          CasebookProblem(
            place: place, value: span.description, message: "the passage has \(last) words",
            remedy: "Words are counted from 1; adduce fingerprint --number prints them numbered."))
      } else if prints?.spans[span] == nil {
        add(
          CasebookProblem(
            place: place, value: span.description, message: "these words have no fingerprint",
            remedy: "Run adduce fingerprint \(passage.source) FILE, with the copy that was coded."))
      }
    }
  }

  private func add(_ problem: CasebookProblem) {
    var problem = problem
    problem.isOfFingerprints = true
    collector.add(problem)
  }
}

extension CasebookContents {
  /// The words of passages of a source that citations narrow to.
  public func spans(of source: RecordID) -> Set<PassageSpan> {
    var spans: Set<PassageSpan> = []
    func add(_ citations: [Citation]) {
      for citation in citations where citation.passage.source == source {
        if let span = citation.span { spans.insert(span) }
      }
    }
    for record in records {
      for statement in record.statements { add(statement.citations) }
      if case .source(let work) = record { add(work.citations) }
    }
    return spans
  }
}

extension SourceFingerprints {
  /// The file of a source's fingerprints, as `fingerprints/SOURCE.yaml` has it.
  public func file(of source: RecordID) -> String {
    var lines = [
      "# Made by adduce fingerprint; no wording can be read back from it (see the codebook).",
      "source: \(source)", "passages:",
    ]
    lines += passages.sorted { $0.key < $1.key }.map { "  \($0.key.rawValue): \"\($0.value)\"" }
    if !spans.isEmpty {
      lines.append("spans:")
      lines += spans.sorted { $0.key < $1.key }.map { "  \"\($0.key)\": \"\($0.value)\"" }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
