import Canvas

/// What a key can ask for.
enum Command: String, CaseIterable, Hashable, Sendable {
  case down, up, halfPageDown, halfPageUp, pageDown, pageUp, top, bottom
  case open, close, back, forward, quit
  case nextPane, previousPane, groups, events, people, places, sources, themes
  case search, nextHit, previousHit, date
  case nextItem, previousItem
  case citations, nextCitation, previousCitation, facts, nextMarked, previousMarked
  case asOf, support, allSupport
  case rivals, allRivals, resting, network, find, nextFound, previousFound, toggleText, openFile
  case openAddress
  case filter, reviewFilter, mark, bookmarks, searches
  case row, export, review, zoom, help, mouse, redraw, suspend
  case commandLine, palette
  case hints, copy, pipe, edit, reload
  case timeline, map
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

  /// The rows that go on from a first key, such as `g`, in a pane, or in any.
  func continuations(
    of prefix: [Key], in scope: Scope? = nil
  ) -> [(key: Key, binding: Binding)] {
    (scope.map(rows) ?? table).flatMap { binding in
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
    row(["V"], .allRivals, "values on which sources differ, of all records"),
    row(["!"], .support, "facts of the record on one source, or second-hand"),
    row([], .allSupport, "the same facts of all records", sequences: [g("!")]),
    row(["N"], .network, in: .lists, "relations of the group or person, as a network"),
    row(["N"], .network, in: .record, "relations of the group or person, as a network"),
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

    row([.tab, "l", .right], .nextPane, "next pane", hint: "pane"),
    row([.backTab, "h", .left], .previousPane, "previous pane"),
    row(["1"], .groups, "groups"),
    row(["2"], .events, "events", sequences: [g("e")]),
    row(["3"], .people, "people"),
    row(["4"], .places, "places", sequences: [g("p")]),
    row(["5"], .sources, "sources", sequences: [g("s")]),
    row(["6"], .themes, "themes: phases, typologies, successions, tables", sequences: [g("t")]),
    row(["z"], .zoom, "zoom the pane, and back"),

    row(["/", "s"], .search, "search everything as you type", hint: "search", sequences: [g("/")]),
    row(["n"], .nextHit, "open the next hit of the last search"),
    row(["p"], .previousHit, "open the previous hit"),
    row(
      ["e"], .export, in: .lists, "write the list to a file: CSV, GeoJSON, RIS...",
      hint: "export"),
    row(["x"], .review, "mark the record as reviewed, or take the mark away"),
    row(["a"], .asOf, "as it could be read at a date; a Enter lifts it"),
    row(["X"], .reviewFilter, "only what is not reviewed, only what is, or all"),
    row(["\\"], .filter, "narrow the events by a query; Esc lifts the last"),
    row(["F"], .searches, "your saved searches"),
    row(["m"], .mark, "mark this place with a letter"),
    row(["'"], .bookmarks, "go to a marked place; '' goes back"),
    row(["M"], .map, "the map of the events"),
    row(["d"], .date, "go to a date among the events", hint: "date"),
    row(["T"], .timeline, "the events over time: bars, spans"),

    row(["f"], .hints, "labels on all that can be followed; type one"),
    row(["y"], .copy, "copy: the citation, the id, the link, the row..."),
    row(["o"], .openFile, "open the copy that was attached to its source"),
    row(["O"], .openAddress, "open the address of its source"),
    row(["|"], .pipe, "give the list, record or passage to a command"),
    row(["E"], .edit, "the record's file in your editor, at its line"),
    row([.function(5)], .reload, "read the files again"),

    row([.backspace, .control("o"), "H"], .back, "back to where you were, same row", hint: "back"),
    row(["L"], .forward, "forward again"),
    row(["q", .escape], .close, "close this; q in the first pane leaves adduce"),
    row(["Q", .control("c")], .quit, "leave adduce"),
    row([":"], .commandLine, "a command by its name, with what it is about"),
    row([.control("p"), .alt("x")], .palette, "every action by name, to find and run it"),
    row(["?", .function(1)], .help, "these keys", hint: "help"),
    row([], .mouse, "the mouse on or off", sequences: [g("m")]),
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
