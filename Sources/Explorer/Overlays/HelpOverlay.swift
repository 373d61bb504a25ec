import Canvas

/// The live keys: the table that the program itself reads.
struct HelpOverlay: OverlayPart {
  private var top = 0

  private let keymap: Keymap

  init(_ keymap: Keymap) { self.keymap = keymap }

  mutating func scroll(by rows: Int, height: Int) {
    top = max(0, min(top + rows, page.lines.count - max(1, height - 2)))
  }

  private var page: Page {
    var page = Page()
    for scope in Scope.allCases {
      page.add([Span(" \(Self.name(of: scope))", .heading)])
      for binding in keymap.table where binding.scope == scope {
        page.add(
          wrapped: [Span(binding.help)], width: 78, indent: 26,
          lead: [Span("   \(binding.names)", .key)])
      }
      page.add()
    }
    return page
  }

  private static func name(of scope: Scope) -> String {
    switch scope {
    case .everywhere: "Everywhere"
    case .lists: "In the lists"
    case .record: "In a record"
    case .reader: "In the reader"
    }
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let after = frame.put(" Keys", row: 0, style: .focus)
    frame.put("j k scroll · q closes", row: 0, column: after + 2, style: .dim)
    for (row, line) in page.lines.dropFirst(top).prefix(max(0, size.height - 2)).enumerated() {
      var column = 0
      for span in line.spans {
        column = frame.put(span.text, row: row + 2, column: column, style: span.style)
      }
    }
    return frame
  }
}

extension HelpOverlay {
  var hints: [(key: String, word: String)] { [("j k", "scroll"), ("q", "close")] }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    if let rows = state.scrolling(key) { scroll(by: rows, height: state.overlaySize.height) }
    return []
  }
}
