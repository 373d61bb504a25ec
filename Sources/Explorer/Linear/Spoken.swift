import Canvas
import Text

/// What a part of the screen says, for whoever hears it: what it is, and where its cursor stands.
struct Spoken: Equatable, Sendable {
  /// `Events of Red Band`.
  var place: String
  /// `3 of 188: 8 August 2016, Civil hospital bombing, Quetta`; empty where there is nothing yet.
  var row: String

  init(place: String, row: String) {
    self.place = place
    self.row = row
  }

  /// What a frame says by itself: its first line, and the lines of its cursor, or else the next line.
  init(frame: Frame) {
    let rows = 0..<frame.size.height
    let selected = rows.filter { row in
      frame.row(row).contains { $0.style.marks.contains(.selected) }
    }
    place = rows.isEmpty ? "" : Self.words(frame.text(row: 0))
    let told = selected.isEmpty ? rows.dropFirst().map { $0 } : selected.filter { $0 > 0 }
    let texts = told.map { Self.words(frame.text(row: $0)) }.filter { !$0.isEmpty }
    row = selected.isEmpty ? texts.first ?? "" : texts.joined(separator: " ")
  }

  /// As one line.
  var line: String {
    if place.isEmpty || row.isEmpty { return place + row }
    return "\(place): \(row)"
  }

  /// A line of the screen without what is only drawn: lines, bars, dots, and more than one blank.
  static func words(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDrawn =
        (0x2500...0x25FF).contains(scalar.value) || (0x2800...0x28FF).contains(scalar.value)
      kept.append(isDrawn ? " " : scalar)
    }
    return String(kept).split(separator: " ").joined(separator: " ")
  }
}
