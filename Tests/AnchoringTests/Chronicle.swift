import Model

@testable import Anchoring

/// A made-up article of the tests, about a harbour town that does not exist, and copies of it.
enum Chronicle {
  static let lines = [
    "The Ferry Dispute at Aldermouth",
    "By a correspondent of the Weekly Tide",
    "Aldermouth had two ferries until the spring of 1907, when the owner of the older one sold it to a "
      + "brewer who didn't know the river and wouldn't hire those who did.",
    "First Complaints",
    "Within a month the brewer's boat had run aground three times, and the harbour master wrote to the "
      + "county that “no sober pilot” could be found to take her out.",
    "The county answered, as it usually did, with a form to be filled in by both parties.",
    "A Second Owner",
    "In June the boat went to a widow from the upper valley, Mrs Oda Fennimore, who painted it green – her "
      + "late husband's colour – and let schoolchildren cross for nothing on Fridays.",
    "Her rivals claimed that she was paid by the railway; she showed her books to anybody who asked.",
    "Image: Aldermouth Museum",
    "What the Ledgers Say",
    "The ledgers list 4,212 crossings in the first year, 3,977 in the second and 5,030 in the third, but "
      + "the last of these figures was added in another hand.",
    "Nobody has explained why the toll fell while the number of wagons rose.",
    "Image: Aldermouth Museum",
    "A bridge was opened in 1911, a mile upstream, and the green boat was laid up behind the cooper's yard.",
    "Children still call the landing Fennimore's, though few could say who she was.",
    "Notes",
    "[1] Letter of the harbour master to the county clerk, 3 May 1907, county record office.",
    "[2] Ibid.",
    "[3] Weekly Tide, “A Boat in Green,” 21 June 1907, page 4.",
    "[4] Ibid.",
    "[5] Ledger of the lower ferry, third volume, county record office.",
  ]

  static let article = lines.joined(separator: "\n\n") + "\n"

  static let fingerprints = make(article)

  static func make(_ article: String, spans: [PassageSpan] = []) -> SourceFingerprints {
    do { return try SourceFingerprints(of: article, spans: spans) } catch {
      preconditionFailure("a test asks for words that its text has not: \(error)")
    }
  }

  /// Where in a copy that has the lines as they are each of them stands, the k-th of equal ones being
  /// the k-th there.
  static func text(_ anchor: Anchor?, in copy: String) -> String? {
    anchor?.range.map { String(decoding: Array(copy.utf8)[$0], as: UTF8.self) }
  }

  /// The words of a text, as they are compared.
  static func words(_ text: String) -> [UInt64] { Words(text).hashes }

  /// Passages whose anchor does not hold just their words, and how they were found.
  static func failures(
    in copy: String, of lines: [String] = lines, but missing: Set<Int> = []
  ) -> [String] {
    let located = make(lines.joined(separator: "\n")).locate(in: CopyText(copy))
    return lines.enumerated().compactMap { index, line in
      guard let anchor = located.passages[ParagraphNumber(index + 1)] else {
        return "\(index + 1) has no anchor"
      }
      if missing.contains(index + 1) {
        return anchor == .lost ? nil : "\(index + 1) \(anchor.state.words), not lost"
      }
      let found = text(anchor, in: copy)
      return found.map(words) == words(line)
        ? nil : "\(index + 1) \(anchor.state.words): \(found ?? "-")"
    }
  }
}
