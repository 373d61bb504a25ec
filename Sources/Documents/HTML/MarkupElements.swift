/// What the elements of HTML are for a text (HTML Living Standard, 4 and 15.3).
enum MarkupElements {
  /// Those whose content no reader sees, or sees as pictures and controls.
  static let skipped: Set<String> = [
    "head", "script", "style", "template", "svg", "iframe", "frameset", "noframes", "object",
    "embed", "applet", "canvas", "audio", "video", "select", "datalist", "textarea", "input", "rp",
    "rt",
  ]

  /// Those that are a page's furniture wherever they stand. `header` and `footer` are so only
  /// outside `sections`.
  static let furniture: Set<String> = ["nav", "aside", "form", "button", "noscript", "dialog"]

  /// Roles that make any element furniture (WAI-ARIA 1.2, 5.3.4 landmarks, and windows).
  static let furnitureRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
    "menu", "menubar", "toolbar",
  ]

  /// Roles that keep an element in the text, such as a note in an `aside` (DPUB-ARIA 1.1).
  static let textRoles: Set<String> = [
    "note", "doc-footnote", "doc-endnote", "doc-endnotes", "doc-bibliography", "main", "article",
  ]

  /// Those whose header and footer belong to them and not to the page.
  static let sections: Set<String> = ["article", "main", "section", "blockquote", "figure", "td"]

  /// Those that begin and end a line; everything else runs on within one.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
    "listing", "main", "menu", "nav", "noscript", "ol", "option", "p", "plaintext", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    "xmp",
  ]

  /// Those that keep their lines.
  static let preformatted: Set<String> = ["pre", "listing", "plaintext", "xmp"]

  /// Those without content, which nothing closes.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
}
