import ArgumentParser

/// The program: with no command it opens the explorer.
@main
struct Adduce: ParsableCommand {
  static let version = "0.1.0"
  static let configuration = CommandConfiguration(
    commandName: "adduce",
    abstract: "Explore source-cited research on armed groups: any fact to its passage, and back.",
    version: version,
    subcommands: [
      Explore.self, ListCommand.self, SearchCommand.self, ShowCommand.self, CheckCommand.self,
      AttachCommand.self, DetachCommand.self, AttachmentsCommand.self, FingerprintCommand.self,
      ImportCommand.self, DatasetsCommand.self, ExportCommand.self,
      ConfigCommand.self,
    ],
    defaultSubcommand: Explore.self)
}
