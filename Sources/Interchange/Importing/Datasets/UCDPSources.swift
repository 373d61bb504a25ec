import Model

/// The works that a row of GED names.
///
/// Newer rows hold a list: each work in quotes, with its publisher, date and headline between commas, works
/// between semicolons. Older rows hold one text in the coders' shorthand, and say -1 for the number of
/// works (GED Codebook, `source_article`, `number_of_sources`).
enum UCDPSources {
  static func works(_ row: FileRow, _ at: UCDPEvents.Places) -> [CitedWork] {
    guard let article = at.article, !row.isBlank(article) else { return [] }
    guard let text = row.text(article) else { return [] }
    guard text.utf8.first == UInt8(ascii: "\"") else { return [CitedWork(title: text)] }
    return list(text)
  }

  private static func list(_ text: String) -> [CitedWork] {
    let bytes = Array(text.utf8)
    let quote = UInt8(ascii: "\"")
    var works: [CitedWork] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == quote else {
        index += 1
        continue
      }
      var work: [UInt8] = []
      index += 1
      while index < bytes.count {
        if bytes[index] == quote {
          // A quote within a headline is written twice, or stands where no work can end.
          let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: ";")
          if next == UInt8(ascii: ";") { break }
          if next == quote { index += 1 }
        }
        work.append(bytes[index])
        index += 1
      }
      index += 1
      if !work.isEmpty { works.append(self.work(work)) }
    }
    return works
  }

  /// `Reuters News,1990-12-29,HEADLINE`; what is not of that form is a title as it stands.
  private static func work(_ bytes: [UInt8]) -> CitedWork {
    let parts = bytes.split(
      separator: UInt8(ascii: ","), maxSplits: 2, omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self).trimmed }
    guard parts.count == 3, let date = try? ExtendedDate(reading: parts[1]) else {
      return CitedWork(title: String(decoding: bytes, as: UTF8.self).trimmed)
    }
    return CitedWork(
      publisher: parts[0].isEmpty ? nil : parts[0], date: date,
      title: parts[2].isEmpty ? nil : parts[2])
  }
}

extension String {
  /// Without blanks and line ends around it.
  var trimmed: String {
    guard let first = utf8.firstIndex(where: { $0 > UInt8(ascii: " ") }),
      let last = utf8.lastIndex(where: { $0 > UInt8(ascii: " ") })
    else { return "" }
    return String(self[first...last])
  }
}
