import Model
import Query

/// Where something comes from, as a line that can be put into a text: who wrote what, where it appeared and when,
/// the paragraph, and where it can be had. What is not known is left out; a missing date is said.
enum CitationText {
  /// A work, or a passage of it.
  static func text(
    _ source: Source, _ citation: Citation? = nil, names: [RecordID: String] = [:]
  ) -> String {
    var parts: [String] = []
    if !source.authors.isEmpty { parts.append(source.authors.joined(separator: ", ")) }
    if let title = source.title { parts.append("“\(title)”") }
    let series = [source.series, source.issue].compactMap(\.self).joined(separator: ", ")
    if !series.isEmpty { parts.append(series) }
    if let publisher = source.publisher, publisher != source.series { parts.append(publisher) }
    parts.append(source.date?.words ?? "undated")
    if let citation { parts.append(place(of: citation, names)) }
    return sentence(parts) + (source.url.map { " \($0)" } ?? "")
  }

  /// A row of a dataset, and the works that it names.
  static func text(_ row: DatasetRow, works: [Source]) -> String {
    let release = row.version.isEmpty ? row.dataset : "\(row.dataset) \(row.version)"
    var parts = [release, "event \(row.key)", "line \(row.line) of \(row.file)"]
    if !works.isEmpty {
      parts.append("naming as its sources " + works.map(\.name).joined(separator: "; "))
    }
    return parts.joined(separator: ", ") + "."
  }

  /// `¶11, words 5 to 19, via Dawn, 9 August 2016`.
  private static func place(of citation: Citation, _ names: [RecordID: String]) -> String {
    var text = "¶\(citation.passage.number.rawValue)"
    if let words = citation.words { text += ", words \(words.lowerBound) to \(words.upperBound)" }
    if !citation.via.isEmpty {
      text += ", via " + citation.via.map { names[$0] ?? $0.rawValue }.joined(separator: "; ")
    }
    return text
  }

  private static func sentence(_ parts: [String]) -> String {
    parts.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }
}
