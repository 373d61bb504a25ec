extension FileRow {
  /// Whether the row is UTF-8; nil where it is ASCII throughout, and could be anything.
  public var isUTF8: Bool? {
    guard content.contains(where: { $0 >= 0x80 }) else { return nil }
    return String(validating: content, as: UTF8.self) != nil
  }
}
