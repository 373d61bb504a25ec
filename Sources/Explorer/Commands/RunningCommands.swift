import Canvas
import Model
import Query

/// Commands by their names: typed after `:`, or found in the palette.
extension ExplorerState {
  /// How many typed lines are kept.
  static let longestHistory = 200

  mutating func openCommandLine() -> [Effect] {
    show(CommandOverlay(in: self))
    return []
  }

  mutating func remember(_ line: String) {
    commandHistory.removeAll { $0 == line }
    commandHistory.append(line)
    if commandHistory.count > Self.longestHistory { commandHistory.removeFirst() }
  }

  /// Runs a command by its name in the view that lies on top, else in the pane in focus; where it is none of
  /// it, the reader is told.
  mutating func run(named command: Command) -> [Effect] {
    if let key = overlay?.part.guide?.keys(of: command, in: keymap).first {
      return pressOnOverlay(key)
    }
    guard let row = keymap.row(of: command, in: scope) else {
      let there = keymap.table.filter { $0.command == command }.map(\.scope.words)
      notice = .init(text: "\(command.name) is for use \(there.joined(separator: " or "))")
      return []
    }
    // What a command does may depend on its key: q, and not Esc, closes a pane; F1 shows keys.
    if command == .help { return showKeys() }
    let keys = row.keys.first { $0 != [.escape] } ?? []
    return overView { $0.run(command, key: keys.last ?? .enter) }
  }

  mutating func run(_ typed: TypedCommand) -> [Effect] {
    overView { $0.runTyped(typed) }
  }

  private mutating func runTyped(_ typed: TypedCommand) -> [Effect] {
    switch typed {
    case .run(let command): return run(named: command)
    case .search(let text):
      var search = SearchOverlay(text)
      let effects = search.ask()
      show(search)
      return effects
    case .date(let dates): return go(to: dates)
    case .filter(let words, let expression):
      return add(Filter(origin: .typed, words: words, expression: expression))
    case .record(let id, let statement):
      typedSlot = .record
      return go(to: .record(id, statement: statement))
    case .passage(let passage):
      typedSlot = .reader
      return go(to: .passage(passage))
    case .export(let format, let path): return export(as: format, to: path)
    case .set(let setting, let value): return set(setting, to: value)
    case .tell(let setting):
      notice = .init(text: "\(setting.rawValue) is \(setting.value(in: settings))")
      return []
    case .keys: return showKeys()
    }
  }

  private mutating func export(as format: String, to path: String) -> [Effect] {
    guard var request = shownList?.export else {
      notice = .init(text: "export writes a list: 1 to 5 show one")
      return []
    }
    request.format = format
    request.path = path
    let kinds = ExportOverlay.formats.first { $0.name == format }?.kinds
    if let kinds, !request.kinds.allSatisfy(kinds.contains) {
      let names = request.kinds.map(\.plural).joined(separator: ", ")
      notice = .init(text: "\(format) is not for \(names)", isProblem: true)
      return []
    }
    isExporting = true
    return [.export(request)]
  }

  /// After an id was typed that names nothing: back to where the reader was.
  mutating func leaveWhatIsNot(in slot: Slot) -> [Effect] {
    guard slot == typedSlot else { return [] }
    typedSlot = nil
    return goBack(forward: false)
  }
}
