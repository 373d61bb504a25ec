import Canvas
import Model
import Query

/// What is told of one edge: each of its statements with who says so and the passages that support it, which a
/// cursor goes through.
struct EdgeDetail {
  private(set) var page = Page()
  /// The citations in the order of the page's items, each with all of its statement's.
  private(set) var citations: [(citation: Citation, all: [Citation])] = []

  private let network: Network
  private let width: Int

  init(_ edge: NetworkEdge, of network: Network, width: Int) {
    self.network = network
    self.width = max(12, width - 1)
    heading(edge)
    for statement in edge.relation.statements { add(statement) }
  }

  private mutating func heading(_ edge: NetworkEdge) {
    let relation = edge.relation
    var spans = [
      Span(network.name(of: relation.from), .title),
      Span(" \(relation.kind.forward.lowercased()) "),
      Span(network.name(of: relation.to), .title),
      relation.date.map { Span(" · \($0.words)", .date) } ?? Span(" · undated", .caution),
    ]
    if edge.standing == .possibly { spans.append(Span(" · possibly at the date shown", .caution)) }
    page.add(wrapped: spans, width: width, indent: 1, lead: [Span(" ")])
  }

  private mutating func add(_ statement: Statement) {
    var spans: [Span] = []
    if statement.property != .relation {
      spans.append(Span("\(statement.label): ", .dim))
      spans.append(Span(statement.value.words(network.name(of:))))
    }
    if let note = statement.note { spans.append(Span(note)) }
    if statement.basis != .stated { spans.append(Span("[\(statement.basis.rawValue)]", .caution)) }
    if let by = statement.by { spans.append(Span("— \(network.name(of: by))", .dim)) }
    if let through = statement.through {
      spans.append(Span("through \(network.name(of: through))", .dim))
    }
    if !spans.isEmpty {
      let spaced = spans.enumerated().flatMap { index, span in
        index == 0 || spans[index - 1].text.hasSuffix(" ") ? [span] : [Span(" "), span]
      }
      page.add(wrapped: spaced, width: width, indent: 3, lead: [Span("   ")])
    }
    for citation in statement.citations { add(citation, of: statement) }
    if statement.citations.isEmpty { page.add([Span("     no citation is given", .caution)]) }
  }

  private mutating func add(_ citation: Citation, of statement: Statement) {
    citations.append((citation, statement.citations))
    var spans: [Span]
    if let dataset = network.datasets[citation.passage.source] {
      spans = [
        Span("line \(citation.passage.number.rawValue)", .citation), Span(" of \(dataset)", .dim),
      ]
    } else {
      spans = [Span(citation.passage.words, .citation)]
    }
    if !citation.via.isEmpty {
      let works = citation.via.map(network.name(of:)).joined(separator: "; ")
      spans.append(Span(" via \(works)", .dim))
    }
    page.add(
      wrapped: spans, width: width, indent: 5, lead: [Span("   › ", .dim)],
      item: citations.count - 1)
  }
}
