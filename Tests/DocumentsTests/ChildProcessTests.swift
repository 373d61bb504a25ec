import Testing

@testable import Documents

@Suite struct ChildProcessTests {
  private func run(_ program: String, _ arguments: [String], limit: Int = 1000, seconds: Int = 60)
    -> ChildProcess.Outcome?
  {
    ChildProcess.run(program, arguments, limit: limit, seconds: seconds)
  }

  @Test func whatItWritesAndHowItEnds() throws {
    let outcome = try #require(run("sh", ["-c", "echo out; echo bad >&2; exit 3"]))
    #expect(outcome.output == Array("out\n".utf8) && outcome.complaint == "bad\n")
    #expect(outcome.status == 3 && !outcome.isOverLimit)
    #expect(run("sh", ["-c", "kill -9 $$"])?.status == -1)
    #expect(run("no-such-program-anywhere", []) == nil)
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
    #expect(run("yes", [], limit: 100_000)?.isOverLimit == true)
    #expect(run("sleep", ["1000"], seconds: 1)?.isOverLimit == true)
  }
}
