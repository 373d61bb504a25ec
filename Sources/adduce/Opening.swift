import Anchoring
import ArgumentParser
import Casebook
import Explorer
import Foundation
import Library
import Model

/// Where the casebook to open is, and its library.
struct CasebookOption: ParsableArguments {
  @Option(
    name: .long,
    help: "A casebook's folder, or several; else ADDUCE_CASEBOOK, else the bundled one.")
  var casebook: [String] = []
  @OptionGroup var datasets: DatasetOption

  func open() throws -> Collections {
    let library = try Opening.collections(casebook, datasets.dataset)
    for notice in library.notices + Opening.configured.notices { Printing.remark(notice) }
    return library
  }
}

/// Datasets to open beside it.
struct DatasetOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "An imported dataset to read beside it, or several, or “none”; else all that are imported.",
      valueName: "name"))
  var dataset: [String] = []
}

enum Opening {
  /// The casebook named, or ADDUCE_CASEBOOK, or that of the config file, or Data/khorasan here or beside the program.
  static func folder(_ named: String?) -> CasebookFolder {
    let environment = ProcessInfo.processInfo.environment
    if let path = named ?? environment["ADDUCE_CASEBOOK"] ?? configuredCasebooks.first {
      return CasebookFolder(path: path)
    }
    return CasebookFolder(
      path: shipped("khorasan") { CasebookFolder(path: $0).exists } ?? "Data/khorasan")
  }

  /// A folder that comes with the program: in Data here, or beside the program; nil where none is such.
  static func shipped(_ name: String, where isSuch: (String) -> Bool) -> String? {
    if isSuch("Data/" + name) { return "Data/" + name }
    // The program lies in .build/<triple>/<configuration>/, or in bin/ beside share/adduce/.
    var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    for _ in 0..<5 {
      folder.deleteLastPathComponent()
      for place in ["Data/", "share/adduce/"] {
        let path = folder.appendingPathComponent(place + name).path
        if isSuch(path) { return path }
      }
    }
    return nil
  }

  /// `$XDG_CACHE_HOME`, or `~/.cache`; a relative path there counts as unset (XDG 0.8).
  static var cache: String {
    let environment = ProcessInfo.processInfo.environment
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return cache }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.cache"
  }

  /// `$XDG_DATA_HOME`, or `~/.local/share`; a relative path there counts as unset (XDG 0.8).
  static var data: String {
    let environment = ProcessInfo.processInfo.environment
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
  }

  /// `$XDG_STATE_HOME`, or `~/.local/state`; a relative path there counts as unset (XDG 0.8).
  static var state: String {
    let environment = ProcessInfo.processInfo.environment
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state }
    return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state"
  }

  /// The names of the casebooks that `collections` opens.
  static func names(of casebooks: [String]) -> [String] {
    self.casebooks(named: casebooks).map { folder($0).name }
  }

  /// Where a crash of this process writes its report.
  static var crashReport: String {
    "\(state)/adduce/crash-\(ProcessInfo.processInfo.processIdentifier).txt"
  }

  /// The reader's own copies of a casebook's sources.
  static func attachments(of casebook: CasebookFolder) -> AttachmentFolder {
    AttachmentFolder(casebook, data: data)
  }

  /// The fingerprints of a casebook's sources; says what is wrong with them, and ends.
  static func fingerprints(
    _ casebook: CasebookFolder
  ) throws -> [RecordID: SourceFingerprints] {
    let (prints, problems) = CasebookReader.fingerprints(casebook)
    for problem in problems.prefix(20) { Printing.complain(problem.description) }
    guard problems.isEmpty, !prints.isEmpty else {
      Printing.complain(
        "\(casebook.path) has no fingerprints that can be used",
        "Its author makes them with adduce fingerprint SOURCE FILE.")
      throw ExitCodes.problems
    }
    return prints
  }

  /// The library of the copies; nil where nothing is attached.
  static func attachedLibrary(_ casebook: CasebookFolder) throws -> SQLiteStore? {
    do throws(LibraryProblem) {
      return try AttachedLibrary.open(casebook, data: data, cache: cache)
    } catch {
      Printing.complain(error.message, error.remedy)
      throw ExitCodes.problems
    }
  }

  /// What the reader has marked as reviewed.
  static var marks: ReviewedMarks { ReviewedMarks(data: data) }

  /// The datasets that were imported.
  static var datasets: DatasetFolder { DatasetFolder(data: data) }

  /// The libraries of casebooks and datasets as one; says on standard error what keeps it from opening, and ends.
  static func collections(_ casebooks: [String], _ datasets: [String]) throws -> Collections {
    let names = self.casebooks(named: casebooks)
    let copies = try names.compactMap { try attachedLibrary(folder($0)) }
    let wanted = datasets.isEmpty ? configured.settings.datasets : datasets
    return Collections(try names.map(store) + chosen(wanted).compactMap(dataset) + copies)
  }

  /// The datasets of these names that are there, or all.
  static func installed(_ names: [String]) -> [InstalledDataset] {
    guard names.isEmpty else { return names.compactMap(datasets.dataset) }
    // Records stand before events, for they have more to say of the groups that both name.
    let all = datasets.datasets
    return all.filter { $0.manifest.content == .records }
      + all.filter { $0.manifest.content == .events }
  }

  /// The datasets of these names, or all; says which is not there, and ends.
  private static func chosen(_ names: [String]) throws -> [InstalledDataset] {
    if names.isEmpty { return installed([]) }
    return try names.filter { $0 != "none" }.map { name in
      if let dataset = datasets.dataset(name) { return dataset }
      let known = datasets.datasets.map(\.manifest.name).joined(separator: ", ")
      Printing.complain(
        "there is no dataset “\(name)”",
        known.isEmpty ? "adduce import FILE imports one." : "There are: \(known).")
      throw ExitCodes.problems
    }
  }

  /// The library of a dataset; one that cannot be opened is told of and left out, for the others can.
  private static func dataset(_ dataset: InstalledDataset) -> SQLiteStore? {
    do throws(LibraryProblem) {
      return try SQLiteStore.open(dataset)
    } catch {
      Printing.complain(error.message, error.remedy)
      return nil
    }
  }

  private static func store(_ named: String?) throws -> SQLiteStore {
    do throws(LibraryProblem) {
      return try SQLiteStore.open(folder(named), cache: cache)
    } catch {
      Printing.complain(error.message, error.remedy)
      if case .invalid(let problems) = error {
        for problem in problems.prefix(20) { Printing.complain(problem.description) }
      }
      throw ExitCodes.problems
    }
  }
}
