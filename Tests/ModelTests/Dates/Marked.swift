/// A text with `‸` before the character that a problem should point at, as tests write it.
struct Marked {
  let text: String
  /// From 1, in characters; nil without a mark.
  let column: Int?

  init(_ marked: String) {
    let characters = Array(marked)
    text = String(characters.filter { $0 != "‸" })
    column = characters.firstIndex(of: "‸").map { $0 + 1 }
  }
}
