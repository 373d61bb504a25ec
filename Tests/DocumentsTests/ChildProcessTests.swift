import Testing

@testable import Documents

@Suite struct ChildProcessTests {
  private func run(
    _ program: String, _ arguments: [String], limit: Int = 1000, seconds: Int = 60
  ) -> (output: [UInt8], outcome: ChildProcess.Outcome)? {
    var output: [UInt8] = []
    let outcome = ChildProcess.run(program, arguments, limit: limit, seconds: seconds) {
      output += $0
      return true
    }
    return outcome.map { (output, $0) }
  }

  @Test func whatItWritesAndHowItEnds() throws {
    let (output, outcome) = try #require(run("sh", ["-c", "echo out; echo bad >&2; exit 3"]))
    #expect(output == Array("out\n".utf8) && outcome.complaint == "bad\n")
    #expect(outcome.status == 3 && !outcome.isCutShort)
    #expect(run("sh", ["-c", "kill -9 $$"])?.outcome.status == -1)
    #expect(run("no-such-program-anywhere", [])?.output == nil)
  }

  @Test func argumentsAreNoCommands() throws {
    #expect(run("printf", ["%s", "$(echo no); *"])?.output == Array("$(echo no); *".utf8))
  }

  @Test func nothingIsOnItsInputAndLittleInItsEnvironment() throws {
    #expect(run("cat", [])?.output == [])
    let names = String(decoding: try #require(run("env", [])).output, as: UTF8.self)
      .split(separator: "\n").map { $0.prefix { $0 != "=" } }
    #expect(names.sorted() == ["LC_ALL", "PATH"])
  }

  @Test func whatTakesOrWritesTooMuchIsEnded() throws {
    #expect(run("yes", [], limit: 100_000)?.outcome.isCutShort == true)
    #expect(run("sleep", ["1000"], seconds: 1)?.outcome.isCutShort == true)
    let refused = ChildProcess.run("yes", [], limit: 1 << 30, seconds: 60) { _ in false }
    #expect(refused?.isCutShort == true)
  }
}
