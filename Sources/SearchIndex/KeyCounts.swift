/// How many of some documents have each key of a field.
extension IndexFile {
  /// The keys that one of the documents has, with how many have it. Every set of the field is gone through,
  /// but none is made; a large one costs as much as one operation on it.
  ///
  /// - Parameter goOn: asked now and then; it throws to end the counting.
  public func counts(
    of field: Field, among documents: Bitmap, goOn: () throws -> Void = {}
  ) rethrows -> [String: Int] {
    var counts: [String: Int] = [:]
    guard !documents.isEmpty else { return counts }
    let prefix = IndexFormat.key(field, "")
    for (done, index) in layout.dictionary.indices(withPrefix: prefix).enumerated() {
      if done % 1024 == 0 { try goOn() }
      let count = count(ofTerm: index, among: documents)
      if count > 0 { counts[layout.dictionary.text(index, droppingFirst: prefix.count)] = count }
    }
    return counts
  }

  private func count(ofTerm index: Int, among documents: Bitmap) -> Int {
    guard let place = layout.dictionary.place(index) else { return 0 }
    if case .frozen = place { return bitmap(index)?.count(with: documents) ?? 0 }
    var count = 0
    let isSound = collect(place) { if documents.contains($0) { count += 1 } }
    return isSound ? count : 0
  }
}
