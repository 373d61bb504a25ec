import Explorer
import Foundation
import Library

/// What is kept from day to day of a casebook, or of several that are read together: where the explorer was left
/// (the user's state) and what the reader made (the user's data).
///
/// Both go by the names of the casebooks, not of the datasets beside them, which come and go; what a place names
/// and no library has any more is told of when it is gone to.
struct Remembering {
  private let session: KeptFile
  private let keepsakes: KeptFile
  /// The keys that the reader has learned, whatever they read.
  private let lessons: KeptFile
  /// What could not be read, for the reader to know.
  private(set) var notices: [String] = []

  init(casebooks: [String]) {
    let names = casebooks.map {
      $0.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" }
    }
    .map { String($0) }.joined(separator: "+")
    session = KeptFile("\(Opening.state)/adduce/session-\(names).json")
    lessons = KeptFile("\(Opening.state)/adduce/lessons.json")
    keepsakes = KeptFile("\(Opening.data)/adduce/kept-\(names).json")
  }

  /// All that is remembered; without the session where the explorer is to begin anew.
  mutating func memory(isFresh: Bool) -> Memory {
    Memory(
      session: isFresh
        ? nil
        : read(session, Session.self, "where you left off") { $0.version == Session.version },
      reviewed: Opening.marks.ids,
      keepsakes: read(keepsakes, Keepsakes.self, "your bookmarks and saved searches") {
        $0.version == Keepsakes.version
      } ?? Keepsakes())
  }

  private mutating func read<Value: Decodable>(
    _ file: KeptFile, _ type: Value.Type, _ words: String, isWanted: (Value) -> Bool
  ) -> Value? {
    do {
      switch try file.read(type, isWanted: isWanted) {
      case .none: return nil
      case .value(let value): return value
      case .damaged(let aside):
        notices.append("\(words) could not be read and lies aside as \(aside)")
      }
    } catch {
      notices.append("\(words) could not be read: \(error.localizedDescription)")
    }
    return nil
  }

  /// The keys that are not taught any more.
  mutating func learned() -> Set<String> {
    Set(read(lessons, [String].self, "the keys you have learned") { _ in true } ?? [])
  }

  /// Keeps where the explorer is left, and what was learned in it; nil where nothing was taught.
  ///
  /// - Throws: what the system says.
  func leave(_ left: Session, learned: Set<String>?) throws {
    try session.write(left)
    if let learned { try lessons.write(learned.sorted()) }
  }

  /// Keeps, or keeps no longer, what the reader made; what there is of it now, or why it could not be kept.
  func keep(_ change: Keepsakes.Change) -> (kept: Keepsakes?, problem: String?) {
    do {
      let (kept, aside) = try keepsakes.change(
        Keepsakes(), isWanted: { $0.version == Keepsakes.version }, { $0.make(change) })
      return (kept, aside.map { "what was kept before could not be read and lies aside as \($0)" })
    } catch {
      return (nil, "it could not be kept in \(keepsakes.path): \(error.localizedDescription)")
    }
  }
}
