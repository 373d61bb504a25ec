// swift-tools-version: 6.1
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of ours: its folder below Sources, and what it may import (HouseTests holds it to that).
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(name)",
    exclude: documents[name] ?? [], swiftSettings: house)
}

/// The tests of a module of ours.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, path: "Tests/\(name)",
    exclude: documents[name] ?? [], swiftSettings: house)
}

/// Files beside the sources that are for readers, not for the compiler.
let documents: [String: [String]] = [
  "Interchange": ["FIELDS.md"],
  "EndToEndTests": ["Support"],
  "adduce-bench": [
    "Peers/engines_sql.py", "Peers/engines_text.py", "Peers/events.py", "Peers/peers.py",
  ],
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "adduce",
  products: [.executable(name: "adduce", targets: ["adduce"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", path: "Sources/CNcurses"),
    .systemLibrary(name: "CRoaring", path: "Sources/CRoaring"),

    module("Text"),
    module("Model", ["Text"]),
    module("Query", ["Model", "Text"]),
    module("Canvas", ["Text"]),
    module("Explorer", ["Model", "Query", "Canvas", "Text"]),
    module("SearchIndex", ["Model", "Text", "CRoaring"]),
    .systemLibrary(name: "CGumbo", path: "Sources/CGumbo"),
    .systemLibrary(name: "CExpat", path: "Sources/CExpat"),
    .systemLibrary(name: "CMinizip", path: "Sources/CMinizip"),
    .systemLibrary(name: "CIconv", path: "Sources/CIconv"),
    module("Documents", ["Text", "CGumbo", "CExpat", "CMinizip", "CIconv"]),
    module("Anchoring", ["Model", "Text"]),
    .systemLibrary(name: "CMessageDigest", path: "Sources/CMessageDigest"),
    module("Casebook", ["Model", "Anchoring", "Text", "Yams"]),
    module("Configuration", ["Explorer", "Canvas", "Casebook", "Text", "Yams"]),
    module(
      "Library",
      [
        "Model", "Query", "SearchIndex", "Casebook", "Anchoring", "Documents", "Interchange",
        "Text", "CMessageDigest", grdb, sqlite,
      ]),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib"),
    module("Interchange", ["Model", "Query", "Text", "CExpat", "CMinizip", "CZlib"]),
    .target(name: "CSignals", path: "Sources/CSignals"),
    module("Terminal", ["Canvas", "Text", "CNcurses", "CSignals"]),
    .executableTarget(
      name: "adduce",
      dependencies: [
        "Text", "Model", "Query", "Canvas", "Explorer", "Casebook", "Library", "Interchange",
        "Anchoring", "Documents", "Terminal", "Configuration", arguments,
      ],
      path: "Sources/adduce", swiftSettings: house),

    .executableTarget(
      name: "adduce-bench",
      dependencies: [
        "Text", "Model", "Query", "Canvas", "Explorer", "Anchoring", "Casebook", "Documents",
        "Interchange", "Library", "SearchIndex",
      ],
      path: "Sources/adduce-bench", exclude: documents["adduce-bench"] ?? [],
      swiftSettings: house),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    tests("TextTests", ["Text", "TestSupport"]),
    tests("ModelTests", ["Model", "TestSupport"]),
    tests("QueryTests", ["Query", "Model"]),
    tests("CanvasTests", ["Canvas"]),
    tests("ExplorerTests", ["Explorer", "Query", "Canvas", "Model", "TestSupport"]),
    tests("SearchIndexTests", ["SearchIndex", "Model", "Text", "TestSupport"]),
    tests("AnchoringTests", ["Anchoring", "Model", "Text", "TestSupport"]),
    tests("CasebookTests", ["Casebook", "Anchoring", "Model"]),
    tests("ConfigurationTests", ["Configuration", "Explorer", "Canvas", "Casebook"]),
    tests(
      "LibraryTests",
      ["Library", "Casebook", "Anchoring", "Documents", "Query", "Model", "TestSupport"]),
    tests("InterchangeTests", ["Interchange", "Model", "Query", "TestSupport"]),
    tests("DocumentsTests", ["Documents", "TestSupport"]),
    tests("TerminalTests", ["Terminal", "Canvas", "Text", "CNcurses"]),
    tests("HouseTests", ["Explorer", "Canvas", "Casebook", "Interchange", "Model"]),
    .target(name: "CPty", path: "Tests/EndToEndTests/Support/CPty"),
    .systemLibrary(name: "CVterm", path: "Tests/EndToEndTests/Support/CVterm"),
    tests("EndToEndTests", ["CPty", "CVterm"]),
  ],
  swiftLanguageModes: [.v6]
)
