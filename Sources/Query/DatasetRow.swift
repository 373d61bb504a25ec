public import Model

/// The row of a dataset's file that an event is made from, field by field.
public struct DatasetRow: Hashable, Sendable {
  /// A column's value in the row.
  public struct Field: Hashable, Sendable {
    /// The column's name in the file.
    public var name: String
    /// As it stands in the file.
    public var value: String
    /// What the value means, where it is a code.
    public var meaning: String?
    /// What the codebook says of the column, in our words; nil where it says nothing.
    public var help: String?
    /// The codebook and its section.
    public var codebook: String?

    /// Takes the parts as they are.
    public init(
      name: String, value: String, meaning: String? = nil, help: String? = nil,
      codebook: String? = nil
    ) {
      self.name = name
      self.value = value
      self.meaning = meaning
      self.help = help
      self.codebook = codebook
    }
  }

  /// What people call the dataset.
  public var dataset: String
  /// Its release; empty where it is not known.
  public var version: String
  /// The id of the event in the dataset: `59553`.
  public var key: String
  /// The file's name, as it was imported.
  public var file: String
  /// The physical line on which the row begins, from 1.
  public var line: Int
  /// In the file's order.
  public var fields: [Field]
  /// Which fields, from 0, a statement of the event is taken from, by the statement's id.
  public var columns: [RecordID: [Int]]
  /// The works that the row names as its sources, in its order.
  public var sources: [RecordID]
  /// Who is quoted in those works, where the row says so.
  public var quoted: String?
  /// Where on the earth the row puts the event.
  public var coordinates: Coordinates?

  /// Takes the parts as they are.
  public init(
    dataset: String, version: String = "", key: String, file: String, line: Int,
    fields: [Field], columns: [RecordID: [Int]] = [:], sources: [RecordID] = [],
    quoted: String? = nil, coordinates: Coordinates? = nil
  ) {
    self.quoted = quoted
    self.dataset = dataset
    self.version = version
    self.key = key
    self.file = file
    self.line = line
    self.fields = fields
    self.columns = columns
    self.sources = sources
    self.coordinates = coordinates
  }
}
