/// A PDF of pages of Helvetica (ISO 32000-1: objects, cross-reference table, trailer), written by hand.
struct SamplePDF {
  /// A line of text: its lower left corner in points from the page's lower left, and its size.
  struct Line {
    var text: String
    var x = 72.0
    var y: Double
    var size = 11.0
  }

  var pages: [[Line]] = []
  /// What the trailer has besides.
  var trailer = ""

  /// Lines one below the other.
  static func column(
    _ lines: [String], x: Double = 72, top: Double = 700, size: Double = 11, lead: Double = 13
  ) -> [Line] {
    lines.enumerated().map {
      Line(text: $0.element, x: x, y: top - lead * Double($0.offset), size: size)
    }
  }

  var bytes: [UInt8] {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    var kids: [String] = []
    for page in pages {
      let content = page.map {
        "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\(escaped($0.text))) Tj ET"
      }.joined(separator: "\n")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
      kids.append("\(objects.count + 1) 0 R")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(objects.count) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
    }
    objects[1] =
      "<< /Type /Pages /Count \(pages.count) /Kids [\(kids.joined(separator: " "))] >>"
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = String(place)
      file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\n"
    file += "startxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  private func escaped(_ text: String) -> String {
    text.map { "()\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
