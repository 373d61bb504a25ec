import Model

/// How values of the domain are written into a column, and read back.
extension Reference {
  /// An id as it is, words after `~ `, as in a casebook.
  var stored: String {
    switch self {
    case .record(let id): id.rawValue
    case .words(let words): "~ " + words
    }
  }

  init(stored: String) {
    self = stored.hasPrefix("~ ") ? .words(String(stored.dropFirst(2))) : .record(RecordID(stored))
  }
}

extension Statement.Value {
  var storedKind: String {
    switch self {
    case .text: "text"
    case .reference: "reference"
    case .date: "date"
    case .figure: "figure"
    }
  }

  var stored: String {
    switch self {
    case .text(let text): text
    case .reference(let reference): reference.stored
    case .date(let date): date.description
    case .figure(let figure): figure.description
    }
  }

  /// Nil where the column holds what no casebook can have written.
  init?(storedKind: String, _ text: String) {
    switch storedKind {
    case "text": self = .text(text)
    case "reference": self = .reference(Reference(stored: text))
    case "date":
      guard let date = try? ExtendedDate(reading: text) else { return nil }
      self = .date(date)
    case "figure":
      guard let figure = try? CasualtyFigure(reading: text) else { return nil }
      self = .figure(figure)
    default: return nil
    }
  }
}

/// Several ids in one column, parted by blanks, which no id contains.
extension [RecordID] {
  var stored: String { map(\.rawValue).joined(separator: " ") }

  init(stored: String) { self = stored.split(separator: " ").map { RecordID(String($0)) } }
}
