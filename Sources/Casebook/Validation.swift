import Model

/// The rules that need every record: references, passages, and the order of places.
extension CasebookReader {
  func validate() {
    let kinds = Dictionary(
      contents.records.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    for (id, wanted, place) in links.records { check(id, wanted, place, kinds) }
    checkCitations()
    checkPassages()
    checkFingerprints()
    checkPlaces()
    // What was dropped for a fault would be missed everywhere: these rules need all records whole.
    if collector.problems.isEmpty { checkCompleteness() }
  }

  private func check(
    _ id: RecordID, _ wanted: Set<RecordKind>, _ place: FilePlace, _ kinds: [RecordID: RecordKind]
  ) {
    let names = wanted.map(\.rawValue).sorted().joined(separator: " or ")
    guard let kind = kinds[id] else {
      collector.add(
        CasebookProblem(
          place: place, value: id.rawValue, message: "no record has this id",
          remedy:
            "Name a \(names) of this casebook, or write words after “~ ” where words may stand."))
      return
    }
    if !wanted.contains(kind) {
      collector.add(
        CasebookProblem(
          place: place, value: id.rawValue, message: "this is a \(kind.rawValue)",
          remedy: "A \(names) belongs here."))
    }
  }

  private func checkCitations() {
    let known = Set(contents.passages.map(\.id))
    for (id, _, place) in links.passages where !known.contains(id) {
      let last = contents.passages.filter { $0.id.source == id.source }.map(\.id.number).max()
      collector.add(
        CasebookProblem(
          place: place, value: id.description, message: "there is no such passage",
          remedy: last.map { "The passages of \(id.source) go from 1 to \($0.rawValue)." }
            ?? "No passages of \(id.source) are coded; add passages/\(id.source).yaml."))
    }
  }

  /// A held source has passages, and only a held one.
  private func checkPassages() {
    let coded = Set(contents.passages.map(\.id.source))
    for case .source(let source) in contents.records
    where source.isHeld != coded.contains(source.id) {
      guard let place = contents.origins[source.id] else { continue }
      collector.add(
        CasebookProblem(
          place: place, value: source.id.rawValue,
          message: source.isHeld
            ? "the source is held, but has no passages"
            : "the source has passages, but is not held",
          remedy: source.isHeld
            ? "Add passages/\(source.id).yaml, or write held: false." : "Write held: true."))
    }
  }

  /// No place lies in itself, by however many steps.
  private func checkPlaces() {
    var within: [RecordID: RecordID] = [:]
    for case .place(let place) in contents.records { within[place.id] = place.within }
    for start in within.keys {
      var seen: Set<RecordID> = []
      var next: RecordID? = start
      while let here = next, seen.insert(here).inserted { next = within[here] }
      guard next == start, let place = contents.origins[start] else { continue }
      collector.add(
        CasebookProblem(
          place: place, value: start.rawValue, message: "the place lies in itself",
          remedy: "Mend “within” so that it leads outwards."))
    }
  }
}
