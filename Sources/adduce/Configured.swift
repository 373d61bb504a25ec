import Casebook
import Configuration
import Explorer
import Foundation

/// What the reader's config file says, and what is to be told of it.
struct Configured: Sendable {
  var settings: Settings
  /// The first problem of the file, in short; empty where it has none.
  let notices: [String]

  init(_ file: ConfigFile) {
    let (settings, problems) = file.read()
    self.settings = settings
    notices = problems.prefix(1).map { first in
      let quoted = first.value.isEmpty ? "" : "“\(first.value)”: "
      return "\(first.place): \(quoted)\(first.message); adduce config tells more"
    }
  }
}

extension Opening {
  /// The reader's config file.
  static var configFile: ConfigFile { ConfigFile(environment: ProcessInfo.processInfo.environment) }

  /// What it says; read once, so that one run of the program knows one file.
  static let configured = Configured(configFile)

  /// The casebooks of the config file, `~/` as the home folder.
  static var configuredCasebooks: [String] {
    configured.settings.casebooks.map { NSString(string: $0).expandingTildeInPath }
  }

  /// The casebooks to open: those named, else ADDUCE_CASEBOOK, else those of the config file, else nil for the
  /// usual one.
  static func casebooks(named: [String]) -> [String?] {
    if !named.isEmpty { return named }
    let isSet = ProcessInfo.processInfo.environment["ADDUCE_CASEBOOK"] != nil
    return isSet || configuredCasebooks.isEmpty ? [nil] : configuredCasebooks
  }
}
