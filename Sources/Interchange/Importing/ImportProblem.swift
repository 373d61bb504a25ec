/// What cannot be taken of a file: a row of a table, an entry of a bibliography, an entity.
public struct ImportProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's path, as it was given.
  public var file: String
  /// The physical line on which the row or entry begins, from 1.
  public var line: Int
  /// The column or field at fault, by its name; nil where it is the row itself.
  public var field: String?
  /// What stands there.
  public var value: String?
  /// What is wrong, as a clause without a full stop.
  public var reason: String
  /// What would do, as a full sentence.
  public var remedy: String

  /// Takes the parts as they are.
  public init(
    file: String, line: Int, field: String? = nil, value: String? = nil, reason: String,
    remedy: String
  ) {
    self.file = file
    self.line = line
    self.field = field
    self.value = value
    self.reason = reason
    self.remedy = remedy
  }

  /// One line: `ged.csv:812: date_start “1990-13-04” is no date. Write it as 1990-12-04.`
  public var description: String {
    let what = [field, value.map { "“\($0)”" }, reason].compactMap(\.self).joined(separator: " ")
    return "\(file):\(line): \(what). \(remedy)"
  }
}
