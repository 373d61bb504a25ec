import Text

/// Texts from strangers in Markdown.
enum MarkdownText {
  /// On one line, nothing in it acting: neither as markup (CommonMark 0.31, 2.4), nor as pandoc's
  /// citations, mathematics, notes and attributes, nor as HTML.
  static func escaped(_ text: String) -> String {
    Harmless.line(text).reduce(into: "") { safe, character in
      if active.contains(character) { safe.append("\\") }
      safe.append(character)
    }
  }

  private static let active = Set<Character>("\\`*_[]{}<>#@$^~|&!")

  /// A text in double quotes for a block of YAML.
  static func quoted(_ text: String) -> String {
    let safe = Harmless.line(text).reduce(into: "") { safe, character in
      if character == "\"" || character == "\\" { safe.append("\\") }
      safe.append(character)
    }
    return "\"\(safe)\""
  }
}
