/// The article out of a page's furniture.
///
/// What counts is *prose*: blocks of 80 bytes or more of which at most a third are in links. Text and
/// link density tell articles from menus well (Kohlschütter, Fankhauser, Nejdl: Boilerplate Detection
/// using Shallow Text Features, WSDM 2010; Readability goes by the same). A text that is looked for
/// in what is chosen is found with furniture around it, but not where it was left out, so that
/// every doubt keeps:
///
/// 1. Navigation, asides, forms, buttons, the page's header and footer and what is hidden are left
///    out, each unless half the page's prose is in it.
/// 2. If what is marked as `article` or `main`, by element or role, has three quarters of the prose
///    that is left, it alone is kept.
/// 3. Otherwise only blocks at the beginning and at the end go, those that are short and mostly links.
enum ArticleChoice {
  /// The blocks of a page that are its article, in order.
  static func article(of blocks: [Block]) -> [Block] {
    let weigh: (Block) -> Int =
      blocks.contains(where: isProse) ? { isProse($0) ? $0.text.utf8.count : 0 } : \.text.utf8.count
    let total = blocks.reduce(0) { $0 + weigh($1) }
    var weights: [Int: Int] = [:]
    for block in blocks {
      for part in block.furniture { weights[part, default: 0] += weigh(block) }
    }
    let kept = blocks.filter { $0.furniture.allSatisfy { weights[$0, default: 0] * 2 >= total } }

    let marked = kept.filter(\.isMarked)
    let all = kept.reduce(0) { $0 + weigh($1) }
    if !marked.isEmpty, marked.reduce(0, { $0 + weigh($1) }) * 4 >= all * 3 { return marked }
    return Array(kept.drop(while: isMenu).reversed().drop(while: isMenu).reversed())
  }

  /// The blocks of a page that is all text: those that are not hidden.
  static func whole(of blocks: [Block]) -> [Block] { blocks.filter(\.furniture.isEmpty) }

  private static func isProse(_ block: Block) -> Bool {
    block.text.utf8.count >= 80 && block.linked * 3 <= block.text.utf8.count
  }

  private static func isMenu(_ block: Block) -> Bool {
    block.text.utf8.count < 80 && block.linked * 2 > block.text.utf8.count
  }
}
