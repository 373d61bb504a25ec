import Query
import SearchIndex
import Synchronization

/// The names of a library, made ready for search once each.
final class NameCache: Sendable {
  private let made = Mutex<[QueryExpression.Field: NameIndex]>([:])

  /// The names of a field, made by `make` at the first question.
  func names(
    of field: QueryExpression.Field, make: () throws -> NameIndex
  ) rethrows -> NameIndex {
    if let known = made.withLock({ $0[field] }) { return known }
    let names = try make()
    keep(names, of: field)
    return names
  }

  func keep(_ names: NameIndex, of field: QueryExpression.Field) {
    made.withLock { $0[field] = names }
  }

  func has(_ field: QueryExpression.Field) -> Bool { made.withLock { $0[field] != nil } }
}
