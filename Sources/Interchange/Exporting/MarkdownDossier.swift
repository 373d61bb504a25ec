import Model
import Query

/// A dossier in pandoc's Markdown: a section a record, a line a fact, and under it a footnote with the
/// passages that support it, as citations of pandoc (`[@roul-2016, para. 12]`).
///
/// It reads as it stands; `pandoc --citeproc` renders it with the CSL-JSON that it names.
struct MarkdownDossier: ExportWriter {
  private let bibliography: String?
  private var kind: RecordKind?
  private var notes = 0

  init(bibliography: String?) { self.bibliography = bibliography }

  func begin(_ provenance: Provenance) -> String {
    let subject = provenance.query.isEmpty ? "everything" : provenance.query
    var head = "---\ntitle: \(MarkdownText.quoted("Dossier: \(subject)"))\n"
    head += "date: \(provenance.date)\nlang: en\n"
    if let bibliography { head += "bibliography: \(MarkdownText.quoted(bibliography))\n" }
    return head + "---\n"
  }

  mutating func piece(for item: ExportItem, from library: ExportLibrary) -> String {
    guard case .record(let dossier) = item.content else { return "" }
    var text = ""
    if kind != dossier.record.kind {
      kind = dossier.record.kind
      text += "\n# \(dossier.record.kind.plural.capitalizedFirst)\n"
    }
    var section = DossierSection(dossier, item, firstNote: notes + 1)
    text += section.text
    notes = section.lastNote
    return text
  }

  func end(_ provenance: Provenance) -> String {
    let lines = provenance.lines.map { "- \(MarkdownText.escaped($0))\n" }.joined()
    return "\n# Provenance\n\n\(lines)" + (bibliography == nil ? "" : "\n# Works cited\n")
  }
}

/// The section of one record.
private struct DossierSection {
  private let dossier: Dossier
  private let item: ExportItem
  private(set) var lastNote: Int
  /// Footnotes of this section, by what they say: facts that rest on the same share one.
  private var numbers: [String: Int] = [:]
  private var notes: [String] = []

  init(_ dossier: Dossier, _ item: ExportItem, firstNote: Int) {
    self.dossier = dossier
    self.item = item
    lastNote = firstNote - 1
  }

  var text: String {
    mutating get {
      var text = "\n## \(MarkdownText.escaped(title))\n\n\(particulars)\n"
      var lines = facts
      lines += relations
      if !lines.isEmpty { text += "\n" + lines.map { "- \($0)\n" }.joined() }
      if !notes.isEmpty { text += "\n" + notes.joined(separator: "\n") }
      return text
    }
  }

  private var title: String { dossier.relationWords }

  private var particulars: String {
    var parts = ["`\(dossier.record.id)`"]
    switch dossier.record {
    case .event(let event): parts.append(MarkdownText.escaped(event.kind.label))
    case .theme(let theme): parts.append(MarkdownText.escaped(theme.kind.label))
    case .place(let place):
      parts.append(MarkdownText.escaped(place.type.label))
      if let within = place.within {
        parts.append("in " + MarkdownText.escaped(dossier.name(of: within)))
      }
    case .relation(let relation):
      if let date = relation.date { parts.append(MarkdownText.escaped(date.words)) }
    case .source(let source):
      parts.append("[@\(source.id)]")
      if let remarks = source.remarks { parts.append(MarkdownText.escaped(remarks)) }
    case .group, .person: break
    }
    if let certainty = item.certainty { parts.append("\(certainty) in the dates asked for") }
    let names = dossier.record.aliases.map(\.text)
    let aliases =
      names.isEmpty
      ? "" : "\n\nAlso called " + names.map(MarkdownText.escaped).joined(separator: "; ") + "."
    return parts.joined(separator: " · ") + aliases
  }

  private var facts: [String] {
    mutating get {
      let statements = dossier.record.statements
      var lines: [String] = []
      guard let row = dossier.row else {
        for statement in statements {
          lines.append(words(statement) + note(citing(statement.citations)))
        }
        return lines
      }
      // All of it rests on the row, which is said once and not under every fact.
      lines = statements.map(words)
      let version = row.version.isEmpty ? "" : " \(row.version)"
      lines.append(
        "**Row**: "
          + MarkdownText.escaped(
            "\(row.dataset)\(version), \(row.key) (\(row.file), line \(row.line))"))
      if let quoted = row.quoted { lines.append("**Quoting**: \(MarkdownText.escaped(quoted))") }
      if !row.sources.isEmpty {
        let works = row.sources.map { "@\($0)" }.joined(separator: "; ")
        lines.append("**Sources of the row**: [\(works)]")
      }
      return lines
    }
  }

  private func words(_ statement: Statement) -> String {
    let label = statement.property == .relation ? "Relation" : statement.label
    let value = statement.property == .relation ? title : dossier.words(statement)
    var remarks: [String] = []
    if statement.basis != .stated { remarks.append(statement.basis.rawValue) }
    if let by = statement.by { remarks.append("by \(dossier.name(of: by))") }
    if let through = statement.through { remarks.append("through \(dossier.name(of: through))") }
    if let asOf = statement.asOf, statement.property != .relation {
      let isSpan = asOf.words.hasPrefix("from ") || asOf.words.hasPrefix("until ")
      remarks.append(isSpan ? asOf.words : "as of \(asOf.words)")
    }
    if let note = statement.note { remarks.append(note) }
    let about = remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
    return "**\(MarkdownText.escaped(label))**: \(MarkdownText.escaped(value + about))"
  }

  private var relations: [String] {
    mutating get {
      var lines: [String] = []
      for relation in dossier.relations where relation.id != dossier.record.id {
        let isFrom = relation.from.record == dossier.record.id
        let other = dossier.name(of: isFrom ? relation.to : relation.from)
        let label = isFrom ? relation.kind.forward : relation.kind.backward
        let edge = relation.statements.first
        var remarks = relation.date.map { [$0.words] } ?? []
        if let edge, edge.basis != .stated { remarks.append(edge.basis.rawValue) }
        let about = remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
        lines.append(
          "**\(MarkdownText.escaped(label))**: \(MarkdownText.escaped(other + about))"
            + note(citing(edge?.citations ?? [])))
      }
      return lines
    }
  }

  /// What a footnote says: passages, what these rest on, how each was found.
  private func citing(_ citations: [Citation]) -> String? {
    guard !citations.isEmpty else { return nil }
    return citations.map { citation in
      let words = citation.words.map { ", words \($0.lowerBound)-\($0.upperBound)" } ?? ""
      let passage = citation.passage
      let via = citation.via.map { "@\($0)" }.joined(separator: "; ")
      let state = item.anchor(passage).map { ", \($0.words) in the copy" } ?? ""
      return "[@\(passage.source), para. \(passage.number.rawValue)\(words)]"
        + (via.isEmpty ? "" : ", resting on [\(via)]") + state
    }.joined(separator: "; ") + "."
  }

  /// The mark of a footnote; the same for what has been said in this section before.
  private mutating func note(_ text: String?) -> String {
    guard let text else { return "" }
    if let number = numbers[text] { return "[^\(number)]" }
    lastNote += 1
    numbers[text] = lastNote
    notes.append("[^\(lastNote)]: \(text)\n")
    return "[^\(lastNote)]"
  }
}
