import Model
package import Yams

/// A YAML mapping that is being read: what it lacks or holds too much becomes a problem with a place.
package struct Entry {
  package let file: String
  package let node: Node
  package let collector: ProblemCollector

  /// Reads `node` as a mapping that has no other keys than `keys`.
  package init?(
    _ node: Node, file: String, keys: Set<String>, what: String, _ collector: ProblemCollector
  ) {
    self.file = file
    self.node = node
    self.collector = collector
    guard let mapping = node.mapping else {
      problem(
        at: node, "\(what) is no mapping",
        remedy: "Write it as lines of the form “key: value”.")
      return nil
    }
    for (key, _) in mapping where !keys.contains(key.string ?? "") {
      problem(
        at: key, value: key.string ?? "", "\(what) has no such key",
        remedy: "Its keys are \(keys.sorted().joined(separator: ", ")).")
    }
  }

  package var place: FilePlace { place(of: node) }

  package func place(of node: Node) -> FilePlace {
    FilePlace(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  package func problem(at node: Node, value: String = "", _ message: String, remedy: String) {
    collector.add(
      CasebookProblem(place: place(of: node), value: value, message: message, remedy: remedy))
  }

  package subscript(key: String) -> Node? { node.mapping?[key] }

  /// The text of a key as written; nil, without a problem, where it is absent.
  package func text(_ key: String) -> String? {
    guard let node = self[key] else { return nil }
    return scalar(node, key: key)
  }

  /// The text of a key that must be there and hold something.
  package func required(_ key: String) -> String? {
    guard let node = self[key] else {
      problem(at: node, "“\(key)” is missing", remedy: "Add a line “\(key): …”.")
      return nil
    }
    return scalar(node, key: key)
  }

  private func scalar(_ node: Node, key: String) -> String? {
    guard let scalar = node.scalar else {
      problem(at: node, "“\(key)” is no plain text", remedy: "Write one value after the colon.")
      return nil
    }
    guard !scalar.string.isEmpty else {
      problem(at: node, "“\(key)” is empty", remedy: "Give it a value, or leave the line out.")
      return nil
    }
    return scalar.string
  }

  /// The items of a key: of a list, or the one value that stands alone.
  package func items(_ key: String) -> [Node] {
    guard let node = self[key] else { return [] }
    if let sequence = node.sequence { return Array(sequence) }
    return [node]
  }

  /// The texts of a key that holds a text or a list of texts.
  package func texts(_ key: String) -> [(text: String, node: Node)] {
    items(key).compactMap { node in scalar(node, key: key).map { ($0, node) } }
  }

  /// The mappings of a key that holds a list of them.
  package func entries(_ key: String, keys: Set<String>, what: String) -> [Entry] {
    items(key).compactMap { Entry($0, file: file, keys: keys, what: what, collector) }
  }

  /// A date in EDTF.
  func date(_ key: String) -> ExtendedDate? {
    guard let node = self[key], let text = scalar(node, key: key) else { return nil }
    do {
      return try ExtendedDate(reading: text)
    } catch {
      let place = place(of: node)
      collector.add(
        CasebookProblem(
          place: FilePlace(
            file: file, line: place.line, column: place.column + error.column - 1),
          value: text, message: error.message, remedy: error.remedy))
      return nil
    }
  }

  /// One word of a fixed list.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of: Choice.Type
  ) -> Choice?
  where Choice.RawValue == String {
    guard let node = self[key], let text = scalar(node, key: key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    problem(at: node, value: text, "no such \(key)", remedy: "Write one of: \(known).")
    return nil
  }

  /// A word of a controlled vocabulary that `casebook.yaml` declares.
  func term(_ key: String, in vocabulary: Vocabulary, named section: String) -> Term? {
    guard let text = required(key), let node = self[key] else { return nil }
    if let label = vocabulary[section]?[text] { return Term(key: text, label: label) }
    problem(
      at: node, value: text, "the casebook declares no such \(key)",
      remedy: "Use a word listed under “\(section)” in casebook.yaml, or add it there.")
    return nil
  }
}

/// The controlled vocabularies of a casebook: section, word, label.
typealias Vocabulary = [String: [String: String]]
