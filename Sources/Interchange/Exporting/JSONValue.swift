import Foundation

/// A JSON value (RFC 8259). What is unknown is null, never absent and never 0.
public enum JSONValue: Hashable, Sendable, Encodable {
  case null
  case bool(Bool)
  case number(Int)
  /// Finite; written with the fewest digits that read back to it.
  case decimal(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Writes the value as a single one.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .decimal(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }

  static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.number) ?? .null }

  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// On one line, keys in alphabetical order: a line of JSON Lines.
  public var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }
}
