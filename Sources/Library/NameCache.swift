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
    made.withLock { $0[field] = names }
    return names
  }
}
