import Canvas
import Model
import Query

/// What may be typed after `:` beside the names of commands, or with something after the name.
enum Verb: String, CaseIterable, Sendable {
  case search, date, filter, open, export, set, keys, q

  /// What stands after it, for help; nil where nothing may.
  var argument: String? {
    switch self {
    case .search, .filter: "QUERY"
    case .date: "DATE"
    case .open: "ID"
    case .export: "FORMAT FILE"
    case .set: "SETTING VALUE"
    case .keys, .q: nil
    }
  }

  var help: String {
    switch self {
    case .search: "search everything for a query"
    case .date: "to the first event from a date on"
    case .filter: "show only the events that a query finds; Esc lifts it"
    case .open: "open a record or a passage, such as roul-2016#12"
    case .export: "write the list to a file"
    case .set: "change a setting until you leave"
    case .keys: "all keys"
    case .q: "leave adduce"
    }
  }
}

/// A line typed after `:`, understood.
enum TypedCommand: Equatable {
  case run(Command)
  case search(String)
  case date(TypedDates)
  case filter(String, QueryExpression)
  case record(RecordID, statement: RecordID?)
  case passage(PassageID)
  case export(format: String, path: String)
  case set(Setting, String)
  case tell(Setting)
  case keys
}

/// Why a typed line cannot be run.
struct CommandProblem: Error, Equatable {
  /// Where the offending text begins, from 1, in characters after the `:`.
  var column: Int
  /// What is wrong, as a clause without a full stop.
  var message: String
  /// What would do, as a full sentence.
  var remedy: String

  var words: String { "column \(column): \(message). \(remedy)" }
}

/// A typed line in two parts: the name, and what stands after it.
struct CommandText: Equatable {
  let name: String
  let nameColumn: Int
  let argument: String
  let argumentColumn: Int
  /// Whether a blank ends the name.
  let hasArgument: Bool

  init(_ text: String) {
    let characters = Array(text)
    let start = characters.firstIndex { $0 != " " } ?? characters.count
    let end = characters[start...].firstIndex(of: " ") ?? characters.count
    let rest = characters[end...].firstIndex { $0 != " " } ?? characters.count
    name = String(characters[start..<end])
    nameColumn = start + 1
    var tail = characters[rest...]
    while tail.last == " " { tail.removeLast() }
    argument = String(tail)
    argumentColumn = rest + 1
    hasArgument = end < characters.count
  }

  /// Every name that can be typed.
  static let names: [String] =
    (Command.allCases.map(\.name) + Verb.allCases.map(\.rawValue))
    .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }

  /// The name meant: as typed, or the only one that begins so.
  private func fullName() throws(CommandProblem) -> String {
    if Self.names.contains(name) { return name }
    let begun = Self.names.filter { $0.hasPrefix(name) }
    if begun.count == 1 { return begun[0] }
    let message =
      begun.isEmpty ? "there is no command “\(name)”" : "“\(name)” begins several commands"
    throw CommandProblem(
      column: nameColumn, message: message,
      remedy: NearestNames.hint(for: name, among: Self.names) + "Tab lists the names.")
  }

  /// What the line asks for.
  func read() throws(CommandProblem) -> TypedCommand {
    let name = try fullName()
    if argument.isEmpty, let command = Command(named: name) { return .run(command) }
    guard let verb = Verb(rawValue: name) else {
      throw problem("\(name) takes nothing after its name", "Leave it out.")
    }
    if let wanted = verb.argument, argument.isEmpty {
      throw problem("\(name) lacks its \(wanted)", "Write “\(name) \(wanted)”: \(verb.help).")
    }
    return try read(verb)
  }

  private func read(_ verb: Verb) throws(CommandProblem) -> TypedCommand {
    switch verb {
    case .q, .keys:
      if !argument.isEmpty {
        throw problem("\(verb.rawValue) takes nothing after it", "Leave it out.")
      }
      return verb == .q ? .run(.quit) : .keys
    case .search:
      _ = try query()
      return .search(argument)
    case .filter: return .filter(argument, try query())
    case .date: return .date(try dates())
    case .open: return try destination()
    case .export: return try export()
    case .set: return try setting()
    }
  }

  private func problem(_ message: String, _ remedy: String, at offset: Int = 0) -> CommandProblem {
    CommandProblem(column: argumentColumn + offset, message: message, remedy: remedy)
  }

  private func query() throws(CommandProblem) -> QueryExpression {
    do throws(QueryProblem) {
      return try QueryReader.read(argument)
    } catch {
      throw problem(error.message, error.remedy, at: error.column - 1)
    }
  }

  private func dates() throws(CommandProblem) -> TypedDates {
    do throws(DateProblem) {
      return try TypedDates(reading: argument)
    } catch {
      throw problem(error.message, error.remedy, at: error.column - 1)
    }
  }

  private func destination() throws(CommandProblem) -> TypedCommand {
    if argument.contains("#") {
      guard let passage = PassageID(argument) else {
        throw problem(
          "“\(argument)” is no passage", "Write source#number, such as roul-2016#12.")
      }
      return .passage(passage)
    }
    let record = RecordID(String(argument.prefix { $0 != "/" }))
    guard record.isWellFormed else {
      throw problem(
        "“\(argument)” is no id",
        "An id is lower-case letters, digits and hyphens; / searches by name.")
    }
    return .record(record, statement: argument.contains("/") ? RecordID(argument) : nil)
  }

  private func export() throws(CommandProblem) -> TypedCommand {
    let format = String(argument.prefix { $0 != " " })
    let known = ExportOverlay.formats.map(\.name)
    guard known.contains(format) else {
      throw problem(
        "there is no format “\(format)”", "Write one of \(known.joined(separator: ", ")).")
    }
    let rest = argument.dropFirst(format.count)
    let path = String(rest.drop { $0 == " " })
    guard !path.isEmpty else {
      throw problem("the file is missing", "Write its name after the format.", at: format.count)
    }
    return .export(format: format, path: path)
  }

  private func setting() throws(CommandProblem) -> TypedCommand {
    let words = argument.split(separator: " ").map(String.init)
    let known = Setting.allCases.map(\.rawValue)
    guard let setting = Setting(rawValue: words[0]) else {
      throw problem(
        "there is no setting “\(words[0])”", "Write one of \(known.joined(separator: ", ")).")
    }
    guard words.count > 1 else { return .tell(setting) }
    let value = words.dropFirst().joined(separator: " ")
    guard setting.values.contains(value) else {
      let offset = argument.dropFirst(words[0].count).prefix { $0 == " " }.count
      throw problem(
        "\(setting.rawValue) cannot be “\(value)”",
        "Write one of \(setting.values.joined(separator: ", ")).",
        at: words[0].count + offset)
    }
    return .set(setting, value)
  }
}
