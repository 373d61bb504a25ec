/// Reports about groups and places that do not exist, written for the measurements: a title, headings,
/// paragraphs, captions that are repeated, a table and notes, many of which say nearly the same.
///
/// There are two vocabularies, that of even and that of odd seeds, so that a report can be unrelated to
/// another.
struct MadeUpReport {
  private struct Vocabulary {
    let groups, places, people, headings, openings, verbs, reasons, remarks, fixed: [String]
  }

  private static let vocabularies = [
    Vocabulary(
      groups: [
        "the Harbour Guild", "the River Column", "the Lantern Watch", "the Saltmarsh Brigade",
        "the Upper Valley Council", "the Seven Wells Front", "the Orchard Company",
      ],
      places: [
        "Varnholt", "Tessemar", "Old Kirrow", "Dunmere Pass", "Lower Quist", "Aldery",
        "Port Hesper", "the Brannoch plain", "Ost Velling",
      ],
      people: [
        "Mirel Tasko", "Jonn Averdale", "Petra Lindqvast", "Osric Venn", "Halda Morrow",
        "Teo Brask",
      ],
      headings: [
        "Origins", "Money and Supplies", "The Split", "Who Leads It", "Talks Without Result",
        "Recruits From the Coast", "Outlook", "Its Rivals", "A Quiet Winter", "Weapons",
      ],
      openings: [
        "According to two traders who spoke in", "Local records kept at",
        "A survey carried out near", "People who left", "The district office of",
        "Letters found after the fire at",
      ],
      verbs: [
        "moved its stores to", "lost its last post in", "made peace with", "opened a school in",
        "quarrelled with", "raised a toll on the road to", "took over the ferry at",
        "withdrew from",
      ],
      reasons: [
        "because the bridge was no longer safe", "although nobody had asked for it",
        "after the grain had run short twice", "while the council was still sitting",
        "which surprised even its own members", "as it had done in the two years before",
        "on the advice of its oldest captain", "so that the winter could be waited out",
      ],
      remarks: [
        "The figure can't be checked.", "No other account mentions this.",
        "It's not known who gave the order – if anyone did.",
        "The “long truce”, as it was called, held for a season.",
        "Few of those who took part are still in the area.",
        "A well-informed clerk puts the number lower.",
      ],
      fixed: [
        "Published", "Image source, County Archive", "Table 1: Leaders", "Name", "First heard of",
        "Notes", "Ibid.", "County Gazette", "accessed on", "Leave a comment",
      ]),
    Vocabulary(
      groups: [
        "Sons of the Quarry", "Ninth Furrow", "Weavers’ Militia", "Order of the Grey Sail",
        "Free Carters", "Committee of Tarn Hollow", "Beacon Party", "Hill Drovers",
      ],
      places: [
        "Immerwick", "Casta Rue", "Pellan Ford", "Greywater", "Little Sorrel", "Hagen’s Mill",
        "Yarrowgate", "Upper Tolm", "Mount Eskel", "Saint Orla",
      ],
      people: [
        "Captain Bel Aranson", "Sister Ulla Prenn", "Doctor Hask", "Ivo Carrowmere",
        "Magda of Tolm", "Lieutenant Rees Otterby",
      ],
      headings: [
        "First Years", "An Uneasy Alliance", "What the Ledgers Show", "Defectors", "Prisons",
        "Beyond the Hills", "How Strong Are They Today?", "Two Failed Truces", "The Salt Trade",
      ],
      openings: [
        "Interviews with former members suggest that near", "Court papers from",
        "The parish register of", "Three shopkeepers in", "Older maps of", "Satellite pictures of",
      ],
      verbs: [
        "have hidden most of their horses around", "were driven out of", "now share a depot with",
        "collect a tenth of every harvest in", "sent envoys to", "never returned to",
        "bought timber and rope in", "stopped the mail coach to",
      ],
      reasons: [
        "once it became clear that no pay would come", "despite repeated warnings from elders",
        "when snow closed both passes", "in return for a promise of safe conduct",
        "before either side could muster its reserves", "only to give it up within days",
        "partly to impress younger men", "under cover of the yearly fair",
      ],
      remarks: [
        "Estimates vary widely.", "Its spokesman denied all of it the same evening.",
        "That claim rests on one witness — and she has since changed her story.",
        "Whether this was planned is still argued over.", "Seven of the eight were later released.",
        "By then the ‘autumn levy’ had been forgotten almost everywhere.",
      ],
      fixed: [
        "• Updated", "Photograph: Museum of Immerwick", "Annex: Known Camps", "Commander",
        "Seen until", "References", "See above.", "Quarterly of the Border Society", "last visited",
        "Print this page",
      ]),
  ]
  private static let months = [
    "January", "March", "April", "June", "August", "September", "November", "December",
  ]

  private let vocabulary: Vocabulary
  private var random: MadeUpNumbers
  private var lines: [String] = []

  /// The same from the same seed: its lines, each a passage.
  static func text(seed: UInt64, sections: Int) -> String {
    var report = MadeUpReport(seed: seed)
    report.write(sections)
    return report.lines.joined(separator: "\n") + "\n"
  }

  private init(seed: UInt64) {
    vocabulary = Self.vocabularies[Int(seed % 2)]
    random = MadeUpNumbers(state: seed)
  }

  private mutating func any(_ choices: [String]) -> String { choices[random.below(choices.count)] }

  private mutating func date() -> String {
    "\(any(Self.months)) \(random.below(28) + 1), \(1900 + random.below(60))"
  }

  private mutating func sentence() -> String {
    let words = vocabulary
    switch random.below(4) {
    case 0:
      return "\(any(words.openings)) \(any(words.places)), \(any(words.groups)) "
        + "\(any(words.verbs)) \(any(words.places)) in \(any(Self.months)) \(any(words.reasons))."
    case 1:
      let group = any(words.groups)
      return group.prefix(1).uppercased() + group.dropFirst()
        + " \(any(words.verbs)) \(any(words.places)) \(any(words.reasons)), and "
        + "\(any(words.people)) counted \(random.below(900) + 20) in \(any(words.places))."
    case 2:
      return "\(any(words.people)) said on \(date()) that \(any(words.groups)) "
        + "\(any(words.verbs)) \(any(words.places)) \(any(words.reasons))."
    default: return any(words.remarks)
    }
  }

  private mutating func write(_ sections: Int) {
    let words = vocabulary
    lines.append("\(any(words.places)) and \(any(words.groups)): \(any(words.headings))")
    lines.append("By \(any(words.people))")
    lines.append(words.fixed[0])
    for section in 0..<sections {
      lines.append(words.headings[section % words.headings.count])
      for _ in 0..<(2 + random.below(3)) {
        lines.append((0..<(2 + random.below(5))).map { _ in sentence() }.joined(separator: " "))
      }
      if section % 3 == 1 { lines.append(words.fixed[1]) }
    }
    lines += [words.fixed[2], words.fixed[3], words.fixed[4]]
    for _ in 0..<6 { lines += [any(words.people), date()] }
    lines.append(words.fixed[5])
    for note in 1...(3 * sections) {
      lines.append(
        random.below(4) == 0
          ? "[\(note)] \(words.fixed[6])"
          : "[\(note)] \(any(words.people)), “\(any(words.headings)) in \(any(words.places)),” "
            + "\(words.fixed[7]), \(date()), [\(words.fixed[8]) \(date())].")
    }
    lines.append(words.fixed[9])
  }
}
