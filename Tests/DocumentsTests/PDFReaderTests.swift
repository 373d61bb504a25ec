import Testing

@testable import Documents

@Suite struct PDFReaderTests {
  static let first = [
    "The council of Norburg met in the spring of the third year and heard",
    "the report of the harbour master, who said that the boats had not re-",
    "turned from the islands before the storm, and nobody knew where they",
    "lay.",
  ]
  static let second = [
    "A second report was heard from the guild. It named the roads as unsafe",
    "after dark, and asked for lamps and for guards along their length, and",
    "for a watchman at each of the gates, who was to be paid by the",
  ]
  static let third = [
    "council and by the guild in equal parts, as had been done before the war",
    "with the islands, when the gates were watched by night and by day.",
  ]

  static let paragraphs = [
    "The council of Norburg met in the spring of the third year and heard the report of the harbour "
      + "master, who said that the boats had not returned from the islands before the storm, and "
      + "nobody knew where they lay.",
    "A second report was heard from the guild. It named the roads as unsafe after dark, and asked "
      + "for lamps and for guards along their length, and for a watchman at each of the gates, who was "
      + "to be paid by the council and by the guild in equal parts, as had been done before the war "
      + "with the islands, when the gates were watched by night and by day.",
  ]

  /// A page with a running head and a number at its foot.
  static func page(_ lines: [SamplePDF.Line], _ number: Int) -> [SamplePDF.Line] {
    [.init(text: "Annals of Norburg \(number)", y: 750, size: 9)] + lines
      + [.init(text: "\(number)", x: 300, y: 40, size: 9)]
  }

  @Test func paragraphsRunOverPages() throws {
    let pdf = SamplePDF(pages: [
      Self.page(SamplePDF.column(Self.first) + SamplePDF.column(Self.second, top: 640), 11),
      Self.page(SamplePDF.column(Self.third), 12),
      Self.page(SamplePDF.column(["The last page has one line of its own."]), 13),
    ])
    let read = try SampleFile.read(pdf.bytes, name: "-")
    #expect(read.format == .pdf)
    #expect(read.lines == Self.paragraphs + ["The last page has one line of its own."])
    #expect(read.pageBeginnings(11) == ["The council", "council and", "The last pa"])
  }

  @Test func columnsAreReadOneAfterTheOther() throws {
    let left = [
      "The clerk of Sudmark kept the", "books in the tower, where they",
      "lay dry and safe for many years",
      "until the river came over the", "wall and took the lower floor",
      "with all that was stored in it,",
      "and the clerk went up to the",
    ]
    let right = [
      "roof and called for the boats,", "which came when it was light.",
      "Nobody was hurt, and the books",
      "were dried in the sun, page by", "page, on lines across the yard",
      "of the guild. They can be read",
      "to this day in the town hall.",
    ]
    let pdf = SamplePDF(pages: [
      SamplePDF.column(left) + SamplePDF.column(right, x: 320)
    ])
    let whole = (left + right).joined(separator: " ")
    #expect(try SampleFile.read(pdf.bytes).lines == [whole])
  }

  @Test func indentsBeginParagraphs() throws {
    var lines = SamplePDF.column(Self.first.dropLast() + Self.second + Self.third)
    lines[3].x += 15
    let read = try SampleFile.read(SamplePDF(pages: [lines]).bytes).lines
    #expect(read.count == 2 && read.last?.hasPrefix("A second report") == true, "\(read)")
  }

  @Test func notesAtTheFootStandBeforeWhatGoesOnOverleaf() throws {
    let note = SamplePDF.column(["1 The books of the guild, third volume."], top: 100, size: 8)
    let pdf = SamplePDF(pages: [
      SamplePDF.column(Self.first) + SamplePDF.column(Self.second, top: 640) + note,
      SamplePDF.column(Self.third),
    ])
    let read = try SampleFile.read(pdf.bytes)
    #expect(
      read.lines == [
        Self.paragraphs[0], "1 The books of the guild, third volume.", Self.paragraphs[1],
      ])
    #expect(read.pageBeginnings(11) == ["The council", "council and"])
  }

  @Test func pagesWithoutTextCount() throws {
    let long = Array(repeating: Self.first, count: 5).flatMap { $0 }
    let pdf = SamplePDF(pages: [[], SamplePDF.column(long), [], SamplePDF.column(Self.third), []])
    let read = try SampleFile.read(pdf.bytes)
    #expect(read.pages.count == 5 && read.pages == read.pages.sorted())
    #expect(read.pages[0] == 0 && read.pages[1] == 0 && read.pages[4] == read.text.utf8.count)
    #expect(read.pages[2] == read.pages[3])
  }

  @Test func pathsThatLookLikeOptions() throws {
    let bytes = SamplePDF(pages: [SamplePDF.column(Self.first)]).bytes
    for name in ["-", "-v", "a b'$(x).pdf", "ü\".txt"] {
      #expect(try SampleFile.read(bytes, name: name).lines == [Self.paragraphs[0]], "\(name)")
    }
    #expect(PDFReader.argument("-v") == "./-v" && PDFReader.argument("/a/-") == "/a/-")
  }

  @Test func whatIsWrongIsSaid() throws {
    func expect(_ bytes: [UInt8], _ isRight: (DocumentProblem) -> Bool) throws {
      let problem = try SampleFile.problem(bytes)
      #expect(problem.map(isRight) == true, "\(String(describing: problem))")
    }
    try expect(SamplePDF(pages: [[], [], []]).bytes) {
      if case .scanned(_, 3) = $0 { true } else { false }
    }
    try expect(SamplePDF(pages: [[.init(text: "7", y: 40)]]).bytes) {
      if case .scanned(_, 1) = $0 { true } else { false }
    }
    try expect(Array("%PDF-1.4\nnothing".utf8)) {
      if case .damaged(_, .pdf, let detail) = $0 { !detail.isEmpty } else { false }
    }
    var locked = SamplePDF(pages: [SamplePDF.column(Self.first)])
    let key = String(repeating: "00", count: 32)
    locked.trailer =
      "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <\(key)> /U <\(key)> >>"
    try expect(locked.bytes) { if case .encrypted(_, .pdf) = $0 { true } else { false } }
  }
}
