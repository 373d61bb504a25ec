import Canvas
import Model
import Query

/// What the reader has gone through: marks of their own, by the ids of records, which hold from one release of a
/// dataset to the next.
extension ExplorerState {
  /// `x`: marks the record under the cursor as reviewed, or takes the mark away.
  mutating func toggleReviewed() -> [Effect] {
    guard let id = markable else {
      notice = .init(text: "x marks a record as reviewed; there is none under the cursor")
      return []
    }
    let isReviewed = reviewed.insert(id).inserted
    if !isReviewed { reviewed.remove(id) }
    notice = .init(
      text: "\(isReviewed ? "reviewed" : "no longer reviewed"); \(reviewed.count) reviewed in all")
    return [.mark(id, isReviewed: isReviewed)]
  }

  private var markable: RecordID? {
    let row: ListRow?
    switch focus {
    case .index: row = panes.index.selected
    case .events: row = panes.events.selected
    case .record, .reader: return panes.record.dossier?.record.id
    }
    guard case .record(let id)? = row?.target else { return nil }
    return id
  }
}
