public import ArgumentParser
public import Model
import Query

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the records of a kind, or those a query finds.")

  @Argument(
    help: "groups, people, places, events, relations, statements, themes, sources or passages.")
  var kind: RecordKind
  @Argument(
    parsing: .allUnrecognized,
    help: "A query: words, \"a phrase\", =name, group: place: kind: date: killed: (see README).")
  var query: [String] = []
  @Flag(help: "One JSON object a line; the fields are documented in Sources/Interchange/FIELDS.md.")
  var json = false
  @OptionGroup var option: CasebookOption

  func run() throws {
    let expression = try Queries.read(query)
    let output = RecordOutput(store: try option.open())
    let window = try output.window(kind, expression)
    if json { try output.json(window) } else { output.text(window) }
  }
}

extension RecordKind: ExpressibleByArgument {
  /// Takes the parts as they are.
  public init?(argument: String) { self.init(word: argument) }
}

/// Queries from the command line.
enum Queries {
  /// Reads the words of a command line as one query; says what is wrong with it, and ends.
  static func read(_ words: [String]) throws -> QueryExpression {
    // A word that the shell kept together was quoted there: it stays one value or phrase.
    let query = words.map { word in
      guard words.count > 1, word.contains(" "), !word.contains("\"") else { return word }
      guard let colon = word.firstIndex(of: ":") else { return "\"\(word)\"" }
      return "\(word[...colon])\"\(word[word.index(after: colon)...])\""
    }.joined(separator: " ")
    do {
      let expression = try QueryReader.read(query)
      for notice in expression.notices where notice.isMended { Printing.remark(notice.text) }
      return expression
    } catch {
      Printing.complain(error, in: query)
      throw ExitCode(64)
    }
  }
}
