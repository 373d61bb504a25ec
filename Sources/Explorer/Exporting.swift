import Canvas
import Model
import Query

/// From what is shown to a file.
extension ExplorerState {
  /// `e` in a list: what the list shows.
  mutating func exportList() {
    guard focus == .index || focus == .events else {
      notice = .init(text: "e exports a list: 1 to 5 show one; C-x in a search exports its hits")
      return
    }
    let list = listInFocus
    let count = list.total.map { $0 == 1 ? "1 \(list.kind.rawValue)" : "\($0) \(list.kind.plural)" }
    let words = [count ?? list.kind.plural, list.scope == nil ? nil : list.scopeName]
      .compactMap(\.self).joined(separator: " · ")
    show(ExportOverlay(listExport, words: words, stem: listStem))
  }

  private var listInFocus: ListPane { focus == .index ? panes.index : panes.events }

  /// What writes the list in focus; its format and its file are still to be said.
  var listExport: ExportRequest {
    let list = listInFocus
    return ExportRequest(
      format: "", expression: list.expression, kinds: [list.kind], scope: list.scope, path: "")
  }

  /// The beginning of the name that is proposed for its file.
  var listStem: String {
    "adduce-" + (listInFocus.scope.map(\.rawValue) ?? listInFocus.kind.plural)
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
