import GRDB
import Model
import SearchIndex

// GRDB has types of these names too; in this module they mean the domain's.
typealias Statement = Model.Statement
typealias Record = Model.Record
typealias Column = SearchIndex.Column

/// The tables of a library's records.
///
/// A library is derived from its casebook and never migrated: a change here raises `version`, and
/// libraries of other versions are built anew.
enum Schema {
  /// Counts up with every change of the tables, of what goes into them, or of the index beside them.
  static let version = 15

  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        -- What lists show, one line a document of the index, under its number there; of a dataset's
        -- events, which have no facts of their own, also where their row stands in the file, in bytes, and on
        -- which line; and what the document's words are, for phrases, its parts separated by a line feed.
        CREATE TABLE listing (
          document INTEGER PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL,
          title TEXT NOT NULL, date TEXT, place TEXT NOT NULL, detail TEXT NOT NULL,
          figures TEXT NOT NULL, events INTEGER NOT NULL, facts INTEGER NOT NULL,
          offset INTEGER, length INTEGER, line INTEGER, text TEXT NOT NULL);
        CREATE TABLE record (
          id TEXT PRIMARY KEY, kind TEXT NOT NULL, document INTEGER NOT NULL, name TEXT NOT NULL,
          term TEXT, termLabel TEXT, one TEXT, other TEXT, date TEXT) WITHOUT ROWID;
        CREATE TABLE alias (
          record TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL,
          sources TEXT NOT NULL, PRIMARY KEY (record, position)) WITHOUT ROWID;
        CREATE TABLE statement (
          id TEXT PRIMARY KEY, subject TEXT NOT NULL, position INTEGER NOT NULL,
          document INTEGER NOT NULL, property TEXT NOT NULL, label TEXT NOT NULL,
          valueKind TEXT NOT NULL, value TEXT NOT NULL, basis TEXT NOT NULL, "by" TEXT,
          through TEXT, asOf TEXT, note TEXT, link TEXT, extent TEXT NOT NULL,
          rival TEXT,
          -- On how many held sources and on how many works it rests, and whether it is second-hand.
          sources INTEGER NOT NULL, reports INTEGER NOT NULL, secondHand INTEGER NOT NULL
          ) WITHOUT ROWID;
        CREATE INDEX statementBySubject ON statement (subject, position);
        -- What finds many records of a dataset at once: the publishers of the works that its rows name
        -- (`source`), and its kinds of events (`kind`).
        CREATE TABLE vocabulary (
          field TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL,
          PRIMARY KEY (field, key)) WITHOUT ROWID;
        CREATE TABLE citation (
          statement TEXT NOT NULL, position INTEGER NOT NULL, source TEXT NOT NULL,
          number INTEGER NOT NULL, firstWord INTEGER, lastWord INTEGER, via TEXT NOT NULL,
          PRIMARY KEY (statement, position)) WITHOUT ROWID;
        CREATE INDEX citationByPassage ON citation (source, number);
        -- Which statements point to a record that is not their subject.
        CREATE TABLE mention (
          record TEXT NOT NULL, statement TEXT NOT NULL,
          PRIMARY KEY (record, statement)) WITHOUT ROWID;
        -- Where places are by their gazetteers, in degrees; the precision is a `PlacePrecision`.
        CREATE TABLE location (
          place TEXT PRIMARY KEY, latitude REAL NOT NULL, longitude REAL NOT NULL,
          precision INTEGER NOT NULL) WITHOUT ROWID;
        -- What the points are called at which the events of a casebook stand, in thousandths of a degree.
        CREATE TABLE spot (
          latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, name TEXT NOT NULL,
          PRIMARY KEY (latitude, longitude)) WITHOUT ROWID;
        -- The reader's copies of sources, and where passages (0 words) and spans of them were found:
        -- the state as `AnchorState.stored`, the bytes in the text.
        CREATE TABLE copy (
          source TEXT PRIMARY KEY, path TEXT NOT NULL, size INTEGER NOT NULL,
          modified REAL NOT NULL, text TEXT NOT NULL, starts BLOB NOT NULL,
          pages BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE anchor (
          source TEXT NOT NULL, number INTEGER NOT NULL, firstWord INTEGER NOT NULL,
          lastWord INTEGER NOT NULL, state INTEGER NOT NULL, first INTEGER, last INTEGER,
          PRIMARY KEY (source, number, firstWord, lastWord)) WITHOUT ROWID;
        CREATE TABLE source (
          id TEXT PRIMARY KEY, title TEXT, authors TEXT NOT NULL, publisher TEXT, series TEXT,
          issue TEXT, date TEXT, dateNote TEXT, url TEXT, type TEXT NOT NULL, language TEXT,
          held INTEGER NOT NULL, note TEXT) WITHOUT ROWID;
        CREATE TABLE passage (
          source TEXT NOT NULL, number INTEGER NOT NULL, document INTEGER NOT NULL,
          kind TEXT NOT NULL, digest TEXT NOT NULL, statesNothing INTEGER NOT NULL,
          facts INTEGER NOT NULL,
          PRIMARY KEY (source, number)) WITHOUT ROWID;
        """)
  }

  /// Lets events be found by their ids; after many rows, since an index is made faster than kept.
  static func indexEvents(in database: Database) throws {
    try database.execute(sql: "CREATE INDEX eventByID ON listing (target) WHERE kind = 'event'")
  }

  /// Writes what a list shows of a document, and its words.
  static let insertListing = """
    INSERT INTO listing (
      document, kind, target, title, date, place, detail, figures, events, facts, text)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
}
