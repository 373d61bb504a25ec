import Testing

/// SwiftPM does not keep layers: a module may import what nobody gave it. This does.
@Suite struct ImportTests {
  /// What each module may import; nothing else is allowed. `Sources/README.md` says why.
  static let allowed: [String: Set<String>] = [
    "Text": [],
    "Model": ["Text"],
    "Query": ["Model", "Text"],
    "Canvas": ["Text"],
    "Explorer": ["Model", "Query", "Canvas", "Text"],
    "Anchoring": ["Model", "Text"],
    "Casebook": ["Model", "Anchoring", "Text", "Foundation", "Yams"],
    "Configuration": ["Explorer", "Canvas", "Casebook", "Text", "Foundation", "Yams"],
    "Interchange": [
      "Model", "Query", "Text", "CExpat", "CMinizip", "CZlib", "Foundation", "Glibc",
    ],
    "Documents": ["Text", "CGumbo", "CExpat", "CMinizip", "CIconv", "Glibc"],
    "SearchIndex": ["Model", "Text", "CRoaring", "Glibc", "Synchronization"],
    "Library": [
      "Model", "Query", "SearchIndex", "Casebook", "Anchoring", "Documents", "Interchange", "Text",
      "Foundation", "Glibc", "CMessageDigest", "GRDB", "GRDBSQLite", "Synchronization",
    ],
    "Terminal": ["Canvas", "Text", "CNcurses", "CSignals", "Glibc", "Synchronization"],
    "adduce": [
      "Model", "Query", "Canvas", "Explorer", "Casebook", "Library", "Interchange", "Terminal",
      "Anchoring", "Documents", "Configuration", "Text", "ArgumentParser", "Foundation", "Glibc",
      "Synchronization",
    ],
    "adduce-bench": [
      "Model", "Query", "Canvas", "Explorer", "Anchoring", "Casebook", "Documents", "Interchange",
      "Library", "SearchIndex", "Text", "Foundation",
    ],
  ]

  @Test(arguments: allowed.keys.sorted())
  func importsOnlyWhatItMay(module: String) throws {
    let files = House.swiftFiles(in: "Sources/\(module)")
    #expect(!files.isEmpty)
    for file in files {
      for name in try House.imports(of: file) {
        #expect(Self.allowed[module]?.contains(name) == true, "\(file) imports \(name)")
      }
    }
  }

  @Test func everyModuleHasItsLine() throws {
    let modules = Set(
      House.swiftFiles(in: "Sources").map { $0.split(separator: "/")[1] }.map(String.init))
    #expect(modules == Set(Self.allowed.keys))
    let account = try House.text("Sources/README.md")
    for module in modules { #expect(account.contains("`\(module)`"), "\(module)") }
  }

  @Test func nothingGetsAroundTheCompiler() throws {
    let forbidden = [
      "@unchecked Sendable", "nonisolated(unsafe)", "@MainActor", "DispatchQueue", "try!",
    ]
    for file in House.swiftFiles(in: "Sources") {
      let text = try House.text(file)
      for word in forbidden { #expect(!text.contains(word), "\(file): \(word)") }
    }
  }

  @Test func onlyTheProgramPrintsOrExits() throws {
    for file in House.swiftFiles(in: "Sources") where !file.hasPrefix("Sources/adduce") {
      let text = try House.text(file)
      for word in [" print(", " exit(", "FileHandle.standard"] {
        #expect(!text.contains(word), "\(file): \(word)")
      }
    }
  }
}
