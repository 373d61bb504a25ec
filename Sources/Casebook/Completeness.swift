import Model

/// Whether a casebook is whole: what it codes it codes with all that belongs to it.
extension CasebookReader {
  func checkCompleteness() {
    let sources: [Source] = contents.records.compactMap {
      if case .source(let source) = $0 { source } else { nil }
    }
    let byID = Dictionary(sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    checkAliases(byID)
    checkWorks(byID)
    checkDates(byID)
    checkRivals()
    checkFactsOfPassages(sources)
    checkOrphans()
  }

  private func add(_ place: FilePlace?, _ value: String, _ message: String, _ remedy: String) {
    let somewhere = FilePlace(file: "casebook.yaml", line: 1, column: 1)
    collector.add(
      CasebookProblem(
        place: place ?? somewhere, value: value, message: message, remedy: remedy))
  }

  /// An alias is what a coded source prints.
  private func checkAliases(_ sources: [RecordID: Source]) {
    for (id, place) in links.aliasSources where sources[id]?.isHeld == false {
      add(
        place, id.rawValue, "the alias names a source that is not coded",
        "Name the coded source that prints it.")
    }
  }

  /// What a fact rests on is named by the passage that it cites.
  private func checkWorks(_ sources: [RecordID: Source]) {
    let naming = sources.mapValues { Set($0.citations.map(\.passage)) }
    for statement in contents.records.flatMap(\.statements) {
      for citation in statement.citations {
        for work in citation.via where naming[work]?.contains(citation.passage) == false {
          add(
            links.statements[statement.id], "\(citation.passage) via \(work)",
            "the work is not said to be cited by that passage",
            "Add the passage to “cites” of \(work), or name the work that it does cite.")
        }
      }
    }
  }

  /// Nothing is told before it happened.
  private func checkDates(_ sources: [RecordID: Source]) {
    for statement in contents.records.flatMap(\.statements) {
      var dates = [statement.asOf].compactMap(\.self)
      if case .date(let date) = statement.value { dates.append(date) }
      for date in dates {
        for source in Set(statement.citations.map(\.passage.source)) {
          guard let written = sources[source]?.date, date.span.first > written.span.last else {
            continue
          }
          add(
            links.statements[statement.id], date.description,
            "the date begins after \(source), which is of \(written)",
            "Mend the date, the source's own date, or the citation.")
        }
      }
    }
  }

  /// A rival has somebody to contradict.
  private func checkRivals() {
    for record in contents.records {
      let marked = record.statements.filter { $0.rival != nil }
      for (question, rivals) in Dictionary(grouping: marked, by: { $0.rival ?? "" })
      where Set(rivals.map(\.value)).count < 2 {
        add(
          links.statements[rivals[0].id], question,
          "no other value of \(record.id) contradicts this one",
          "Give the rival statements the same “rival”, or leave it out.")
      }
    }
  }

  /// Every paragraph, table cell and note supports something, or is said to state nothing.
  private func checkFactsOfPassages(_ sources: [Source]) {
    let citations = contents.records.flatMap(\.statements).flatMap(\.citations)
    let cited = Set((citations + sources.flatMap(\.citations)).map(\.passage))
    for passage in contents.passages {
      let place = links.passagePlaces[passage.id]
      switch (passage.kind, passage.statesNothing, cited.contains(passage.id)) {
      case (.paragraph, false, false), (.table, false, false), (.note, false, false):
        add(
          place, passage.id.description, "nothing is coded from this \(passage.kind.rawValue)",
          "Code what it states, or add “facts: none”.")
      case (_, true, true):
        add(
          place, passage.id.description, "the passage is said to state nothing, but is cited",
          "Leave “facts: none” out, or mend the citation.")
      default: continue
      }
    }
  }

  /// A record says something, or something is said with it.
  private func checkOrphans() {
    var named: Set<RecordID> = []
    for record in contents.records {
      named.formUnion(record.statements.flatMap(\.references))
      switch record {
      case .place(let place): named.formUnion([place.within].compactMap(\.self))
      case .relation(let relation):
        named.formUnion([relation.from.record, relation.to.record].compactMap(\.self))
      case .source(let source):
        if source.isHeld || !source.citations.isEmpty { named.insert(source.id) }
      case .group, .person, .event, .theme: break
      }
    }
    for record in contents.records
    where !named.contains(record.id) && record.statements.isEmpty && record.aliases.isEmpty {
      add(
        contents.origins[record.id], record.id.rawValue,
        "nothing is stated of this \(record.kind.rawValue), and nothing points to it",
        record.kind == .source
          ? "Add “cites” with the passages that refer to the work, or remove it."
          : "Add a fact or an alias with its source, or remove it.")
    }
  }
}
