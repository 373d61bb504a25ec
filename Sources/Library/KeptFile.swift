import Foundation

/// A file of JSON in the user's folders, which people can read and mend: written beside its place and renamed
/// into it, changed by one program at a time, and never lost where it cannot be read.
public struct KeptFile: Sendable {
  /// The file, which need not exist, and neither need its folder.
  public let path: String

  /// The file at a path.
  public init(_ path: String) { self.path = path }

  /// What a file holds.
  public enum Contents<Value> {
    case none
    case value(Value)
    /// What cannot be read was put aside, to this path, and is as it was.
    case damaged(aside: String)
  }

  /// What it holds; with `isWanted` false for a value that another version wrote, as though damaged.
  ///
  /// - Throws: what the system says.
  public func read<Value: Decodable>(
    _ type: Value.Type, isWanted: (Value) -> Bool = { _ in true }
  ) throws -> Contents<Value> {
    guard FileManager.default.fileExists(atPath: path) else { return .none }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    if let value = try? JSONDecoder().decode(type, from: data), isWanted(value) {
      return .value(value)
    }
    return .damaged(aside: try putAside())
  }

  /// Puts it aside under a name that no file has.
  private func putAside() throws -> String {
    var aside = path + ".bad"
    var number = 2
    while FileManager.default.fileExists(atPath: aside) {
      aside = "\(path).bad\(number)"
      number += 1
    }
    try FileManager.default.moveItem(atPath: path, toPath: aside)
    return aside
  }

  /// Writes a value in place of what was there.
  ///
  /// - Throws: what the system says; then the file is as it was.
  public func write(_ value: some Encodable) throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(value)
    data.append(UInt8(ascii: "\n"))
    try data.write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  /// Reads it anew, changes the value and writes it, while no other program does; the value as it now is.
  ///
  /// - Parameter empty: what to change where there is no file, or one that cannot be read.
  /// - Throws: what the system says; then the file is as it was, or put aside.
  public func change<Value: Codable>(
    _ empty: Value, isWanted: (Value) -> Bool = { _ in true }, _ change: (inout Value) -> Void
  ) throws -> (value: Value, aside: String?) {
    try FileLock.holding(path) {
      var value = empty
      var aside: String?
      switch try read(Value.self, isWanted: isWanted) {
      case .none: break
      case .value(let known): value = known
      case .damaged(let place): aside = place
      }
      change(&value)
      try write(value)
      return (value, aside)
    }
  }
}
