extension ExtendedDate {
  /// `[1667,1668,1670..1672]`, `{1960,1961-12}`, `[..1984]`, `[1760-01,1760-12..]` (ISO 8601-2:2019,
  /// 6); only the first may be open before it and only the last after it.
  static func set(reading text: ArraySlice<Character>) throws(DateProblem) -> Form {
    let kind: SetKind = text.first == "[" ? .one : .all
    let closing: Character = kind == .one ? "]" : "}"
    guard text.count > 1, text.last == closing else { throw .unreadable(text) }
    let inside = text.dropFirst().dropLast()
    let fields = inside.split(separator: ",", omittingEmptySubsequences: false)
    var members: [Member] = []
    for (index, field) in fields.enumerated() {
      let member = try Member(reading: field)
      switch member.ends {
      case (nil, _) where index > 0, (_, nil) where index < fields.count - 1:
        throw .openInside(String(field), column: field.startIndex + 1)
      default: members.append(member)
      }
    }
    return .set(kind, members)
  }
}

extension ExtendedDate.Member {
  fileprivate init(reading text: ArraySlice<Character>) throws(DateProblem) {
    let pairs = text.indices.dropLast()
    guard let dots = pairs.first(where: { text[$0] == "." && text[$0 + 1] == "." }) else {
      self = .date(try ExtendedDate.Point(reading: text))
      return
    }
    let (before, after) = (text[..<dots], text[(dots + 2)...])
    if before.isEmpty, after.isEmpty {
      throw .noEnds(String(text), column: text.startIndex + 1)
    }
    let start = before.isEmpty ? nil : try ExtendedDate.Point(reading: before)
    let end = after.isEmpty ? nil : try ExtendedDate.Point(reading: after)
    if let start, let end, end.lastDay < start.firstDay {
      throw .reversed(
        String(text), inOrder: "\(end)..\(start)", column: text.startIndex + 1)
    }
    self = .range(start, end)
  }
}
