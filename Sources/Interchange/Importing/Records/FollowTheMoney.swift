public import Model

/// Reads entities of FollowTheMoney, the data model of Aleph and OpenSanctions, line by line.
///
/// A line is an object with `id`, `schema` and `properties`, each of these a list. Organizations and
/// companies become groups, persons persons, events events, documents sources; links become relations
/// where adduce has their kind, and otherwise statements of who they begin with. Every other property
/// is a statement, and every statement cites the line that it stands on. Schemata and properties as in
/// the package `followthemoney`, folder `schema`.
public struct FollowTheMoney {
  private let file: String
  private let dataset: RecordID
  private var entities: [FTMEntity] = []
  private var places: [String: Int] = [:]
  private var problems: [ImportProblem] = []
  private var count = 0
  private var line = 0
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Begins to read a file whose own source has the id given.
  public init(file: String, dataset: RecordID) {
    self.file = file
    self.dataset = dataset
  }

  /// Whether the first bytes of a file are those of an object with `schema` and `properties`.
  public static func recognises(_ start: [UInt8]) -> Bool {
    let text = RecordText.decode(Array(start.prefix(65536)))
    guard let first = text.first(where: { !$0.isWhitespace }), first == "{" || first == "[" else {
      return false
    }
    return text.contains(/"schema"\s*:\s*"[A-Z][A-Za-z]*"/)
      && text.contains(/"properties"\s*:\s*\{/)
  }

  /// The records of a whole file, with one entity a line or all in one array.
  public static func read(_ bytes: [UInt8], file: String, dataset: RecordID) -> ImportedRecords {
    var reading = FollowTheMoney(file: file, dataset: dataset)
    let start = bytes.starts(with: byteOrderMark) ? 3 : 0
    if bytes[start...].first(where: { !isBlank($0) }) == UInt8(ascii: "[") || isExport(bytes) {
      let items = JSONItems(Array(bytes[start...]))
      for item in items.items {
        reading.take(item.isClosed ? items.object(item) : nil, line: item.line)
      }
    } else {
      for line in bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false) {
        reading.take(line)
      }
    }
    return reading.finish()
  }

  /// Takes the next line of a file, without its end.
  public mutating func take(_ bytes: ArraySlice<UInt8>) {
    line += 1
    let bytes = line == 1 && bytes.starts(with: Self.byteOrderMark) ? bytes.dropFirst(3) : bytes
    guard !bytes.allSatisfy(Self.isBlank) else { return }
    take(JSONItems.object(bytes), line: line)
  }

  /// What was read, after the last line.
  public consuming func finish() -> ImportedRecords {
    var assembly = FTMAssembly(entities, places: places, file: file, dataset: dataset)
    assembly.assemble()
    let all = (problems + assembly.problems).sorted { $0.line < $1.line }
    return ImportedRecords(records: assembly.records, problems: all, entries: count)
  }

  private mutating func take(_ object: [String: Any]?, line: Int) {
    count += 1
    guard let object else {
      return report(
        line, "is no JSON object", remedy: "Write each entity as one object, on a line of its own.")
    }
    var nested: [[String: Any]] = []
    guard let entity = FTMEntity(object, line: line, nested: &nested) else {
      return report(
        line, "is no entity",
        remedy: "Give each entity a text as its id and its schema, and an object as its properties."
      )
    }
    add(entity)
    // Entities in place of their ids, which may hold others; Foundation bounds how deep.
    while let inner = nested.popLast() {
      if let entity = FTMEntity(inner, line: line, isNested: true, nested: &nested) {
        add(entity)
      }
    }
  }

  private mutating func add(_ entity: FTMEntity) {
    guard let place = places[entity.id] else {
      places[entity.id] = entities.count
      return entities.append(entity)
    }
    if entity.isNested || entities[place].isNested {
      entities[place].merge(entity)
    } else {
      report(
        entity.line, field: "id", value: entity.id,
        "is the id of the entity on line \(entities[place].line) too",
        remedy: "Give each entity an id of its own; merge those that are the same.")
    }
  }

  private mutating func report(
    _ line: Int, field: String? = nil, value: String? = nil, _ reason: String, remedy: String
  ) {
    problems.append(
      ImportProblem(
        file: file, line: line, field: field, value: value.map(RecordText.excerpt),
        reason: reason, remedy: remedy))
  }

  /// Whether all entities stand in the array of one object: `{"entities": [...]}`.
  private static func isExport(_ bytes: [UInt8]) -> Bool {
    String(decoding: bytes.prefix(200), as: UTF8.self)
      .prefixMatch(of: /\u{FEFF}?\s*\{\s*"[A-Za-z]+"\s*:\s*\[\s*\{/) != nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
