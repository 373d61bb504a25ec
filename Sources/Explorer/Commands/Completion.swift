import Canvas
import Model
import Query
import Text

/// What may stand where the cursor is in a typed command.
struct Completion: Equatable, Sendable {
  /// One of the choices.
  struct Choice: Equatable, Sendable {
    /// What takes the place of the word that is typed.
    let text: String
    /// What it does.
    let help: String
    /// Whether a blank follows, because more is to be typed.
    var goesOn = false
  }

  /// How many characters stand before the word that is completed.
  let start: Int
  let choices: [Choice]

  /// The choices for the text before the cursor.
  init(_ text: String, in state: ExplorerState) {
    let command = CommandText(text)
    guard command.hasArgument else {
      start = command.nameColumn - 1
      choices = Self.names(state).filter { $0.text.hasPrefix(command.name) }
      return
    }
    let word = String(text.reversed().prefix { $0 != " " }.reversed())
    start = text.count - word.count
    let before = text.dropLast(word.count).split(separator: " ").dropFirst().map(String.init)
    let all = Verb(rawValue: command.name).map { Self.arguments(of: $0, after: before, state) }
    choices = (all ?? []).filter { $0.text.hasPrefix(word) && $0.text != word }
  }

  /// What all choices begin with.
  var common: String {
    guard let first = choices.first?.text else { return "" }
    return choices.dropFirst().reduce(first) { common, choice in
      String(zip(common, choice.text).prefix { $0 == $1 }.map(\.0))
    }
  }

  /// All names, those of the view that lies over the panes first, and those of the pane in focus.
  private static func names(_ state: ExplorerState) -> [Choice] {
    let names = CommandText.names.map { name in
      let verb = Verb(rawValue: name)
      let command = Command(named: name)
      let row = command.flatMap { state.keymap.row(of: $0, in: state.scope) }
      let elsewhere = command.flatMap { command in
        state.keymap.table.first { $0.command == command }
      }
      let here = command.flatMap { state.guide?.help(of: $0, in: state.keymap) }
      var help = here ?? verb?.help ?? row?.help ?? ""
      if here == nil, row == nil, verb == nil, let elsewhere {
        help = "\(elsewhere.scope.words): \(elsewhere.help)"
      }
      return (
        choice: Choice(text: name, help: help, goesOn: verb?.argument != nil && command == nil),
        rank: here != nil ? 0 : verb != nil || row != nil ? 1 : 2
      )
    }
    return (0...2).flatMap { rank in names.filter { $0.rank == rank }.map(\.choice) }
  }

  private static func arguments(
    of verb: Verb, after words: [String], _ state: ExplorerState
  ) -> [Choice] {
    switch (verb, words.count) {
    case (.export, 0):
      return ExportOverlay.formats.map { Choice(text: $0.name, help: $0.words, goesOn: true) }
    case (.export, 1):
      guard let format = ExportOverlay.formats.first(where: { $0.name == words[0] }) else {
        return []
      }
      return [
        Choice(
          text: "\(state.shownList?.stem ?? "adduce").\(format.suffix)", help: "in this folder")
      ]
    case (.set, 0):
      return Setting.allCases.map { setting in
        let now = setting.value(in: state.settings)
        return Choice(text: setting.rawValue, help: "\(setting.help); now \(now)", goesOn: true)
      }
    case (.set, 1):
      guard let setting = Setting(rawValue: words[0]) else { return [] }
      let now = setting.value(in: state.settings)
      return setting.values.map { Choice(text: $0, help: $0 == now ? "as it is now" : "") }
    case (.search, _), (.filter, _):
      return QueryReader.fields.map { Choice(text: $0 + ":", help: "a field of the query") }
    case (.open, 0): return state.ids
    default: return []
    }
  }
}

extension ExplorerState {
  /// The ids of what is on the screen.
  fileprivate var ids: [Completion.Choice] {
    let layout = layout
    let rows =
      panes.events.visible(height: layout.body(of: .events).height).compactMap(\.row)
      + panes.index.visible(height: layout.body(of: .index).height).compactMap(\.row)
    return rows.compactMap { row in
      guard case .record(let id) = row.target, !id.rawValue.isEmpty else { return nil }
      return Completion.Choice(text: id.rawValue, help: row.title)
    }
  }
}
