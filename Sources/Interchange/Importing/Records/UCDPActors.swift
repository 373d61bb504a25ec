public import Model

/// Reads the UCDP Actor Dataset: the actors of all UCDP data by their ids, which are the
/// `side_a_new_id` and `side_b_new_id` of GED, with their names, splinters and alliances.
///
/// As the *UCDP Actor Dataset Codebook* (Uppsala Conflict Data Program; L. Harbom and T. Pettersson)
/// says in section 1, Introduction: the name in the data is the current one, the original name is the one
/// under which the actor entered the data, and the name changes between the two are given, as are origins
/// and alliances.
public struct UCDPActors: Sendable {
  /// What people call the dataset.
  public static let title = "UCDP Actor Dataset"

  private let columns: UCDPActorColumns

  /// Begins to read a file by its header; nil where it is another's.
  public init?(header: FileRow) {
    guard let columns = UCDPActorColumns(header) else { return nil }
    self.columns = columns
  }

  /// Whether a file's first row is a header of the actor list.
  public static func recognises(header: FileRow) -> Bool { UCDPActorColumns(header) != nil }

  /// The actors of some rows after the header, one for each row, and what could not be taken.
  public func read(_ rows: some Sequence<FileRow>, file: String) -> (
    actors: [Actor], problems: [ImportProblem]
  ) {
    var actors: [Actor] = []
    var problems: [ImportProblem] = []
    for row in rows {
      do {
        actors.append(try columns.actor(row))
      } catch {
        problems.append(
          ImportProblem(
            file: file, line: row.line, field: error.field, value: row[columns.place(error.field)],
            reason: error.reason, remedy: error.remedy))
      }
    }
    return (actors, problems)
  }

  /// The records of some rows after the header: a group for each actor, a relation for each origin,
  /// alliance and joining, all citing the rows that they rest on.
  public func records(
    _ rows: some Sequence<FileRow>, file: String, dataset: RecordID
  ) -> ImportedRecords {
    let (actors, problems) = read(rows, file: file)
    return ImportedRecords(
      records: UCDPActorRecords(actors, dataset: dataset).records, problems: problems,
      entries: actors.count + problems.count)
  }

  /// How an actor is organised (column `Org`).
  ///
  /// What the codes stand for is read from the rows of release 22.1: 1 has named organisations, 2 the
  /// “Supporters of” and “Opponents of” parties and politicians, 3 clans and peoples, 4 the “Government of” each state.
  public enum Organisation: Int, CaseIterable, Hashable, Sendable {
    case formal = 1
    case supporters, communal, state

    /// What the code means.
    public var words: String {
      switch self {
      case .formal: "formally organised group"
      case .supporters: "supporters or opponents of a party or politician"
      case .communal: "clan, people or other communal group"
      case .state: "government of a state"
      }
    }
  }

  /// What an actor was to another.
  public enum Bond: String, CaseIterable, Hashable, Sendable {
    /// Broke away from it (`Splinter`).
    case splinter
    /// Broke away from it for a time (`SplitTemp`).
    case temporarySplit
    /// Was part of this alliance (`Alliance`).
    case alliance
    /// Joined it (`JoinGroup`).
    case joined

    /// The relation that it is in a casebook.
    public var kind: Relation.Kind {
      switch self {
      case .splinter, .temporarySplit: .splinter
      case .alliance: .alliance
      case .joined: .merger
      }
    }

    /// What the reader must know beside the kind.
    public var note: String? {
      switch self {
      case .splinter: nil
      case .temporarySplit: "a temporary split"
      case .alliance: "the second is an alliance that the first was part of"
      case .joined: "the first joined the second"
      }
    }
  }

  /// Another actor that a row names.
  public struct Link: Hashable, Sendable {
    /// What the actor was to it.
    public var bond: Bond
    /// The other's number.
    public var number: Int
    /// The other's name as the row has it; nil where the cell's names and numbers do not match in count.
    public var name: String?
  }

  /// One row of the list.
  public struct Actor: Hashable, Sendable {
    /// UCDP's number.
    public var number: Int
    /// The current name, which all UCDP data use.
    public var name: String
    /// Every name of the row that is the actor's own, each once; the current one is the first.
    public var aliases: [Alias]
    /// To other actors, by number.
    public var links: [Link]
    /// The countries in which it was active, as the row lists them.
    public var location: String
    /// How it is organised; nil where the row does not say.
    public var organisation: Organisation?
    /// Of the dataset: `22.1`.
    public var version: String
    /// Other columns that have a value: name of the column, label, value with the meaning of its code.
    public var facts: [Fact]
    /// The physical line of the row, from 1.
    public var line: Int

    /// Unique over all releases: `ucdp-356`.
    public var id: RecordID { UCDPActors.id(number) }
  }

  /// What a column says.
  public struct Fact: Hashable, Sendable {
    /// The column's name.
    public var column: String
    /// For people.
    public var label: String
    /// As the row has it, or what its code means.
    public var value: String
  }

  /// The record id of an actor's number, which GED's sides share.
  public static func id(_ number: Int) -> RecordID { RecordID("ucdp-\(number)") }
}
