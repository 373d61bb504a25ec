import ArgumentParser
import Configuration

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the settings that hold, as a config file; or check the one that is there.")

  @Flag(help: "Only check the config file; exit 1 where it has problems.")
  var check = false

  func run() throws {
    let file = Opening.configFile
    let (settings, problems) = file.read()
    for problem in problems { Printing.complain("\(file.folder)/\(problem)") }
    if check {
      guard problems.isEmpty else {
        Printing.complain(problems.count == 1 ? "1 problem" : "\(problems.count) problems")
        throw ExitCodes.problems
      }
      return Printing.line(
        file.exists ? "\(file.path): no problems" : "\(file.path): there is none; defaults hold")
    }
    Printing.line(ConfigText(settings, path: file.path).text)
  }
}
