import Foundation

/// Why nothing could be opened.
struct OpeningProblem: Error {
  let message: String
}

/// Opens files and addresses with what the system has for them.
enum SystemOpener {
  /// Begins to show a file or an `http` address, with `xdg-open` as freedesktop.org has it, or what
  /// `ADDUCE_OPEN` names; it does not wait, and what that program prints goes nowhere.
  static func open(_ target: String) throws(OpeningProblem) {
    let environment = ProcessInfo.processInfo.environment
    let isAddress = target.hasPrefix("https://") || target.hasPrefix("http://")
    // A name that begins with a hyphen would be taken for an option.
    guard isAddress || target.hasPrefix("/") else {
      throw OpeningProblem(message: "this is neither a path nor a web address")
    }
    let named = environment["ADDUCE_OPEN"]
    if named == nil, environment["DISPLAY"] == nil, environment["WAYLAND_DISPLAY"] == nil {
      throw OpeningProblem(message: "there is no desktop here; ADDUCE_OPEN may name a program")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [named ?? "xdg-open", target]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw OpeningProblem(message: "no program could be started to open it")
    }
  }
}
