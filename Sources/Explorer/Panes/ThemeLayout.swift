import Model

/// How the members of a theme are shown, by its kind.
enum ThemeLayout: Equatable {
  /// Stages one after another along a line.
  case phases
  /// One after another.
  case succession
  /// Rows of a label, what is told under it, and the passages.
  case table
  /// Rows and columns: the labels are written `row / column`.
  case grid(rows: [String], columns: [String])
  /// Entries under their labels.
  case entries

  init(of theme: Theme) {
    switch theme.kind.key {
    case "phases": self = .phases
    case "succession": self = .succession
    case "table": self = Self.grid(theme.members) ?? .table
    default: self = .entries
    }
  }

  /// The rows and columns that the labels name, each in the order in which it comes first; nil where there is but
  /// one column. A label that names no column is a row.
  private static func grid(_ members: [Statement]) -> ThemeLayout? {
    var rows: [String] = []
    var columns: [String] = []
    for member in members {
      let (row, column) = halves(of: member.label) ?? (member.label, "")
      if !rows.contains(row) { rows.append(row) }
      if !column.isEmpty, !columns.contains(column) { columns.append(column) }
    }
    return columns.count > 1 ? .grid(rows: rows, columns: columns) : nil
  }

  /// `Enemy / Islamic State` as its row and its column.
  static func halves(of label: String) -> (row: String, column: String)? {
    let parts = label.split(separator: " / ", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return (String(parts[0]), String(parts[1]))
  }
}
