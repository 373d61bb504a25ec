import Canvas

/// What a key can ask for.
enum Command: String, CaseIterable, Hashable, Sendable {
  case down, up, halfPageDown, halfPageUp, pageDown, pageUp, top, bottom
  case open, close, back, forward, quit
  case nextPane, previousPane, groups, events, people, places, sources
  case search, nextHit, previousHit, date
  case nextItem, previousItem
  case citations, nextCitation, previousCitation, facts, nextMarked, previousMarked
  case rivals, allRivals, resting, find, nextFound, previousFound, toggleText, openFile, openAddress
  case row, map, export, review, zoom, help, redraw, suspend
}

/// Where a key holds.
enum Scope: String, CaseIterable, Hashable, Sendable {
  case everywhere, lists, record, reader
}

/// A row of the key table: the help, the hints, README and the program read the same one.
struct Binding: Equatable, Sendable {
  let keys: [[Key]]
  let command: Command
  let scope: Scope
  /// What it does, for help.
  let help: String
  /// One word for the line of hints; nil keeps it out of there.
  let hint: String?

  /// The keys as people read them: `j ↓`.
  var names: String {
    keys.map { $0.map(\.name).joined(separator: " ") }.joined(separator: "  ")
  }
}

/// The keys: vim's and the arrows, chosen as the tools of the field do.
public struct Keymap: Equatable, Sendable {
  /// In the order in which help shows them.
  private(set) var table: [Binding]

  /// The command of a sequence of keys in a pane; its own keys come before those of everywhere.
  func command(for keys: [Key], in scope: Scope) -> Command? {
    let matches = table.filter { $0.keys.contains(keys) }
    return (matches.first { $0.scope == scope } ?? matches.first { $0.scope == .everywhere })?
      .command
  }

  /// The rows that go on from a first key, such as `g`.
  func continuations(of prefix: [Key]) -> [(key: Key, binding: Binding)] {
    table.flatMap { binding in
      binding.keys.filter { $0.count == prefix.count + 1 && $0.starts(with: prefix) }
        .map { ($0[prefix.count], binding) }
    }
  }

  private static func row(
    _ keys: [Key], _ command: Command, in scope: Scope = .everywhere, _ help: String,
    hint: String? = nil, sequences: [[Key]] = []
  ) -> Binding {
    Binding(
      keys: keys.map { [$0] } + sequences, command: command, scope: scope, help: help, hint: hint)
  }

  private static func g(_ character: Character) -> [Key] { ["g", .character(character)] }

  /// The keys as they are where nobody changed them.
  public static let standard = Keymap(table: [
    row(["j", .down], .down, "one row down"),
    row(["k", .up], .up, "one row up"),
    row([.control("d")], .halfPageDown, "half a page down"),
    row([.control("u")], .halfPageUp, "half a page up"),
    row([" ", .pageDown, .control("f")], .pageDown, "a page down"),
    row(["b", .pageUp, .control("b")], .pageUp, "a page up"),
    row([.home], .top, "to the first row", sequences: [g("g")]),
    row(["G", .end], .bottom, "to the last row"),

    row([.enter], .open, in: .lists, "open the record under the cursor", hint: "open"),
    row(
      [.enter], .open, in: .record, "follow the citation or the name under the cursor",
      hint: "follow"),
    row(
      ["c"], .citations, in: .lists, "to the first passage that its record rests on",
      hint: "passage"),
    row(["c"], .citations, in: .record, "to the passage that the fact rests on", hint: "passage"),
    row(["v"], .rivals, "values on which sources differ, of the record"),
    row(["V"], .allRivals, "the same of all records"),
    row(["r"], .resting, "what rests on the source, and would fall with it"),
    row(["r"], .resting, in: .reader, "what rests on this passage, and would fall with it"),
    row(["R"], .row, "the row of the dataset that the record is made from"),
    row(
      ["?"], .help, in: .record,
      "the codebook on a dataset's field; else these keys"),
    row(["J"], .nextItem, in: .record, "the record of the next row of the list"),
    row(["K"], .previousItem, in: .record, "the record of the previous row"),
    row([.enter, "c"], .facts, in: .reader, "the facts that rest on this passage", hint: "facts"),
    row(
      ["]"], .nextCitation, in: .reader, "next citation of the fact you came from",
      hint: "next citation"),
    row(["["], .previousCitation, in: .reader, "previous citation of that fact"),
    row(["}"], .nextMarked, in: .reader, "next passage on which facts rest"),
    row(["{"], .previousMarked, in: .reader, "previous passage on which facts rest"),
    row(["/"], .find, in: .reader, "find words within the source", hint: "find"),
    row(["n"], .nextFound, in: .reader, "the next place where they stand"),
    row(["N"], .previousFound, in: .reader, "the previous place"),
    row(
      ["t"], .toggleText, in: .reader, "your own copy of the source, or the digests", hint: "text"),
    row(["o"], .openFile, in: .reader, "open the file that was attached"),
    row(["O"], .openAddress, in: .reader, "open the source's address"),

    row([.tab, "l", .right], .nextPane, "next pane", hint: "pane"),
    row([.backTab, "h", .left], .previousPane, "previous pane"),
    row(["1"], .groups, "groups"),
    row(["2"], .events, "events", sequences: [g("e")]),
    row(["3"], .people, "people"),
    row(["4"], .places, "places", sequences: [g("p")]),
    row(["5"], .sources, "sources", sequences: [g("s")]),
    row(["z"], .zoom, "zoom the pane, and back"),

    row(["/", "s"], .search, "search everything as you type", hint: "search", sequences: [g("/")]),
    row(["n"], .nextHit, "open the next hit of the last search"),
    row(["N"], .previousHit, "open the previous hit"),
    row(
      ["e"], .export, in: .lists, "write the list to a file: CSV, GeoJSON, RIS...",
      hint: "export"),
    row(["x"], .review, "mark the record as reviewed, or take the mark away"),
    row(["M"], .map, "the map of the events"),
    row(["d"], .date, "go to a date among the events", hint: "date"),

    row([.backspace, .control("o"), "H"], .back, "back to where you were, same row", hint: "back"),
    row(["L"], .forward, "forward again"),
    row(["q", .escape], .close, "close this; q in the first pane leaves adduce"),
    row(["Q", .control("c")], .quit, "leave adduce"),
    row(["?", .function(1)], .help, "these keys", hint: "help"),
    row([.control("l")], .redraw, "draw the screen anew"),
    row([.control("z")], .suspend, "stop; fg comes back"),
  ])

  /// The table as README shows it.
  public var markdown: String {
    (["| keys | where | what |", "| --- | --- | --- |"]
      + table.map { binding in
        let keys = binding.keys.map { sequence in
          "`" + sequence.map(\.name).joined(separator: " ") + "`"
        }.joined(separator: " ")
        return "| \(keys) | \(binding.scope.rawValue) | \(binding.help) |"
      }).joined(separator: "\n")
  }
}
