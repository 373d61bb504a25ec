public import Query
import Text

/// What the panes show, as plain text for a printer or a pipe.
public enum PlainText {
  /// A record as its pane shows it, `width` cells wide.
  public static func record(_ dossier: Dossier, width: Int) -> String {
    lines(RecordPage(dossier, width: width).page)
  }

  private static func lines(_ page: Page) -> String {
    page.lines.map { line in
      var text = Substring(line.spans.map { Harmless.line($0.text) }.joined())
      while text.last == " " { text.removeLast() }
      return String(text)
    }.joined(separator: "\n")
  }
}
