import Interchange
import Model

/// Rows of a table with these columns; what is not given is blank.
struct SampleRows {
  let columns: [String]

  var header: FileRow { FileRow(columns) }

  func row(_ values: [String: String]) -> FileRow {
    precondition(values.keys.allSatisfy(columns.contains), "\(values.keys)")
    return FileRow(columns.map { values[$0] ?? "" }, line: 2)
  }
}

extension [DatasetFact] {
  /// The facts of that label, in words: `unknown (the field is blank)`.
  func words(_ label: String) -> [String] {
    filter { $0.label == label }.map { fact in
      fact.value.words + (fact.note.map { " (\($0))" } ?? "")
    }
  }
}

extension DatasetFact.Value {
  var words: String {
    switch self {
    case .text(let text): text
    case .date(let date): "\(date)"
    case .figure(let figure): "\(figure)"
    case .party(let party): "<\(party.name)>"
    case .place(let places): places.map { "\($0.name) [\($0.type)]" }.joined(separator: " < ")
    }
  }
}
