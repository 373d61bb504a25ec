import Canvas
import Model
import Query

/// A list, for what writes it.
struct ShownList: Equatable, Sendable {
  let kind: RecordKind
  let expression: QueryExpression
  let scope: RecordID?
  /// What it is: `36 events · Quetta`.
  let words: String

  /// The rows of a view, and what it calls them.
  init(_ rows: RowRequest, words: String) {
    (kind, expression, scope) = (rows.kind, rows.expression, rows.scope)
    self.words = words
  }

  init(_ list: ListPane) {
    (kind, expression, scope) = (list.kind, list.expression, list.scope)
    let count = list.total.map { $0 == 1 ? "1 \(list.kind.rawValue)" : "\($0) \(list.kind.plural)" }
    words = [count ?? list.kind.plural, list.scope == nil ? nil : list.scopeName]
      .compactMap(\.self).joined(separator: " · ")
  }

  /// What writes it; the format and the file are still to be said.
  var export: ExportRequest {
    ExportRequest(format: "", expression: expression, kinds: [kind], scope: scope, path: "")
  }

  /// The beginning of the name that is proposed for its file.
  var stem: String { "adduce-" + (scope.map(\.rawValue) ?? kind.plural) }
}

/// From what is shown to a file.
extension ExplorerState {
  /// `e` in a list: what the list shows.
  mutating func exportList() {
    guard let list = shownList else {
      notice = .init(text: "e exports a list: 1 to 5 show one; C-x in a search exports its hits")
      return
    }
    show(ExportOverlay(list.export, words: list.words, stem: list.stem))
  }

  /// The list that is shown: that of the view that lies over the panes, or the one in focus; nil where that is
  /// something else.
  var shownList: ShownList? {
    if let view = overlays.last(where: { $0.part.guide != nil }) { return view.part.list }
    switch focus {
    case .index: return ShownList(panes.index)
    case .events: return ShownList(panes.events)
    case .record, .reader: return nil
    }
  }

  /// `C-x` in a search: all that it finds.
  mutating func export(_ search: SearchOverlay) {
    guard let expression = search.expression, search.problem == nil else {
      notice = .init(text: "there is nothing to export yet: type what to look for")
      return
    }
    let stem = search.editor.text.lowercased().split {
      !$0.isASCII || !($0.isLetter || $0.isNumber)
    }
    .joined(separator: "-")
    show(
      ExportOverlay(
        ExportRequest(format: "", expression: expression, path: ""),
        words: "what “\(search.editor.text)” finds", stem: stem.isEmpty ? "adduce" : stem))
  }
}
