import CGumbo

/// A page of HTML, parsed by Gumbo (HTML Living Standard 13.2); nothing in it is fetched or run.
///
/// Gumbo puts a text that stands last in a `form`, and in nothing within it, behind the form.
enum HTMLPage {
  /// The blocks of a page in order.
  ///
  /// Takes at most the given seconds of processor time, and no more than 20; and as memory 64 MB and 64 bytes for each of
  /// the page, at most 2 GB; nil where the page wants more, as one does that nests without end.
  static func blocks(of page: String, isWhole: Bool, seconds: Int) -> [Block]? {
    var page = page
    return page.withUTF8 { bytes -> [Block]? in
      guard let start = bytes.baseAddress else { return [] }
      let memory = min(2 << 30, 64 << 20 + 64 * bytes.count)
      let parsed = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        adduce_html_parse($0, bytes.count, memory, Double(min(seconds, mostSeconds)))
      }
      guard let html = parsed else { return nil }
      defer { adduce_html_free(html) }
      guard let root = adduce_html_root(html) else { return [] }
      var builder = BlockBuilder(isWhole: isWhole)
      walk(root, into: &builder)
      return builder.blocks
    }
  }

  /// A page of 30 MB takes two.
  private static let mostSeconds = 20

  /// Goes through the tree without recursion, for it may be deep.
  private static func walk(_ root: UnsafePointer<GumboNode>, into builder: inout BlockBuilder) {
    var node = root
    enter(node, &builder)
    var child: UInt32 = 0
    while true {
      if let next = children(of: node).flatMap({ adduce_html_child($0, child) }) {
        node = next
        enter(node, &builder)
        child = 0
        continue
      }
      leave(node, &builder)
      guard node != root, let parent = node.pointee.parent else { break }
      child = UInt32(node.pointee.index_within_parent) + 1
      node = UnsafePointer(parent)
    }
    builder.finish()
  }

  private static func children(
    of node: UnsafePointer<GumboNode>
  ) -> UnsafePointer<GumboVector>? {
    guard isElement(node), let at = MemoryLayout<GumboNode>.offset(of: \.v) else { return nil }
    // The children of an element are the first of its fields.
    let element = UnsafeRawPointer(node).advanced(by: at)
    return element.assumingMemoryBound(to: GumboVector.self)
  }

  private static func isElement(_ node: UnsafePointer<GumboNode>) -> Bool {
    node.pointee.type == GUMBO_NODE_ELEMENT || node.pointee.type == GUMBO_NODE_TEMPLATE
  }

  private static func enter(_ node: UnsafePointer<GumboNode>, _ builder: inout BlockBuilder) {
    if isElement(node) {
      var attributes = node.pointee.v.element.attributes
      builder.begin(name(of: node)) { name in
        guard let found = gumbo_get_attribute(&attributes, name) else { return nil }
        return String(cString: found.pointee.value)
      }
    } else if node.pointee.type != GUMBO_NODE_COMMENT, node.pointee.type != GUMBO_NODE_DOCUMENT {
      builder.add(String(cString: node.pointee.v.text.text))
    }
  }

  private static func leave(_ node: UnsafePointer<GumboNode>, _ builder: inout BlockBuilder) {
    if isElement(node) { builder.end(name(of: node)) }
  }

  /// In lower case; of an element that Gumbo does not know, as it is written.
  private static func name(of node: UnsafePointer<GumboNode>) -> String {
    let tag = node.pointee.v.element.tag
    if tag != GUMBO_TAG_UNKNOWN { return String(cString: gumbo_normalized_tagname(tag)) }
    var piece = node.pointee.v.element.original_tag
    gumbo_tag_from_original_text(&piece)
    guard let data = piece.data else { return "" }
    let bytes = UnsafeRawBufferPointer(start: data, count: piece.length)
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
