import Foundation
import Testing

/// What leaves the explorer: to the clipboard, to commands, to an editor, and what comes back.
@Suite struct OutsideProgramTests {
  private func start(
    _ desk: Desk, _ environment: [String: String] = [:]
  ) throws -> ProgramUnderTest {
    let program = try ProgramUnderTest(
      ExplorerProgramTests.adduce, [desk.casebook],
      environment: desk.environment.merging(environment) { _, new in new })
    try program.wait(shows: "1 Groups")
    try program.wait(shows: "Attack in Norburg")
    return program
  }

  /// To the events, the cursor on the attack.
  private func goToAttack(_ program: ProgramUnderTest) throws {
    program.type("2")
    try program.wait("the siege") { program.selectedRows.contains { $0.contains("Siege of 2019") } }
    program.type("j")
    try program.wait("the attack") {
      program.selectedRows.contains { $0.contains("Attack in Norburg") }
        && program.selectedRows.count == 2 && program.text.contains("event · suicide bombing")
    }
  }

  private func end(_ program: ProgramUnderTest) throws {
    try program.leave()
  }

  @Test func aLabelIsTypedAndFollowed() throws {
    let program = try start(try Desk())
    try goToAttack(program)
    program.type("f")
    try program.wait(shows: "a label follows it")
    program.type("a")
    try program.wait(hides: "a label follows it")
    try program.wait(shows: "Enter follow")
    program.type("\u{7F}")
    try program.wait(shows: "Enter open")
    program.type("f")
    try program.wait(shows: "a label follows it")
    try program.escape(hides: "a label follows it")
    try end(program)
  }

  /// The texts that went to the clipboard by OSC 52, whatever stands around the sequence.
  private func copied(_ program: ProgramUnderTest) -> [String] {
    String(decoding: program.output, as: UTF8.self).matches(of: /\]52;c;([A-Za-z0-9+\/=]*)\u{7}/)
      .compactMap { Data(base64Encoded: String($0.1)).map { String(decoding: $0, as: UTF8.self) } }
  }

  @Test func theClipboardGetsTheCitationAndTheRow() throws {
    let desk = try Desk()
    let program = try start(desk)
    try goToAttack(program)
    program.type("y")
    try program.wait(shows: "c citation")
    program.type("c")
    try program.wait(shows: "copied the citation")
    try program.wait("the bytes") { !copied(program).isEmpty }
    let citation = copied(program)[0]
    #expect(citation.contains("¶2") && citation.contains("“"), "\(citation)")
    program.type("y")
    try program.wait(shows: "r row as CSV")
    program.type("r")
    try program.wait("the row") { copied(program).count == 2 }
    let table = try desk.run("export", "csv", "kind:suicide-bombing").output
    #expect(copied(program)[1] == table)
    try end(program)
  }

  @Test func tmuxIsGivenTheWrappedSequenceToo() throws {
    let program = try start(try Desk(), ["TMUX": "/tmp/tmux-0/default,1,0"])
    try goToAttack(program)
    program.type("y")
    try program.wait(shows: "i id")
    program.type("i")
    try program.wait(shows: "copied the id")
    let base64 = Data("norburg-attack".utf8).base64EncodedString()
    let plain = "\u{1B}]52;c;\(base64)\u{7}"
    #expect(
      String(decoding: program.output, as: UTF8.self)
        .contains("\u{1B}Ptmux;\u{1B}\(plain)\u{1B}\\\(plain)"))
    try end(program)
  }

  private func pipe(_ command: String, _ program: ProgramUnderTest) throws {
    program.type("|")
    try program.wait(shows: "reads ")
    program.type(command)
    try program.wait(shows: command)
    program.type("\r")
  }

  @Test func aCommandReadsTheListAndItsStatusIsTold() throws {
    let desk = try Desk()
    let program = try start(desk)
    try goToAttack(program)
    try pipe("cat > '\(desk.home)/list.csv'", program)
    try program.wait(shows: "ended well")
    try program.wait(shows: "2 Events")
    #expect(try desk.text("list.csv") == desk.run("export", "csv").output)
    try pipe("wc -l; exit 3", program)
    try program.wait(shows: "ended with status 3] Enter returns to adduce")
    #expect(!program.text.contains("2 Events"), "what it printed can be read first")
    #expect(program.isSane)
    program.type("\r")
    try program.wait(shows: "2 Events")
    try program.wait(shows: "ended with status 3")
    try end(program)
  }

  @Test func whatTakesTheWholeScreenComesBackAtOnce() throws {
    let program = try start(try Desk())
    try goToAttack(program)
    try pipe("printf '\\033[?1049h\\033[2Jwhole screen\\033[?1049l'", program)
    try program.wait(shows: "ended well")
    try program.wait(shows: "2 Events")
    #expect(!String(decoding: program.output, as: UTF8.self).contains("Enter returns"))
    try end(program)
  }

  @Test func aCommandIsInterruptedAndTheExplorerIsNot() throws {
    let program = try start(try Desk())
    try goToAttack(program)
    // What is typed does not hold the word that it prints.
    try pipe("printf 'be%s' gun; exec sleep 600", program)
    try program.wait("the command") { program.text.contains("begun") && program.isSane }
    program.type("\u{3}")
    try program.wait(shows: "was ended by signal 2] Enter returns to adduce")
    program.type("\r")
    try program.wait(shows: "2 Events")
    program.type("j")
    try program.wait("another row") { program.selectedRows.contains { !$0.contains("Norburg") } }
    try end(program)
  }

  /// An editor that is a script; it gets the line and the file.
  private func editor(_ desk: Desk, _ script: String) throws -> [String: String] {
    let path = try desk.file(
      "editor", "#!/bin/sh\necho \"$@\" >> '\(desk.home)/asked'\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return ["EDITOR": path]
  }

  @Test func anEditedTitleShows() throws {
    let desk = try Desk()
    let program = try start(
      desk, try editor(desk, "sed -i 's/Attack in Norburg/Attack retitled/' \"$2\""))
    try goToAttack(program)
    program.type("E")
    try program.wait(shows: "the files were read again")
    try program.wait(shows: "Attack retitled")
    try program.wait(hides: "Attack in Norburg")
    try program.wait("the same row") {
      program.selectedRows.contains { $0.contains("Attack retitled") }
    }
    #expect(try desk.text("asked") == "+1 \(desk.casebook)/events/events.yaml\n")
    try end(program)
  }

  @Test func whatNoLongerChecksIsTold() throws {
    let desk = try Desk()
    let events = desk.casebook + "/events/events.yaml"
    let whole = try String(contentsOfFile: events, encoding: .utf8)
    // The second time it breaks something else.
    let script =
      "if grep -q no-such-kind \"$2\"; then sed -i 's/role: speaker/role: no-such-role/' \"$2\"; "
      + "else sed -i 's/kind: suicide-bombing/kind: no-such-kind/' \"$2\"; fi"
    let program = try start(desk, try editor(desk, script))
    try goToAttack(program)
    program.type("E")
    try program.wait(shows: "The casebook has 2 problems")
    try program.wait(shows: "events/events.yaml:3:9")
    try program.wait(shows: "no-such-kind")
    try program.wait(shows: "What is shown is as it was before")
    program.type("\r")
    try program.wait(shows: "no-such-role")
    #expect(try desk.text("asked").hasSuffix("+3 \(events)\n"))
    program.type("q")
    try program.wait(hides: "The casebook has")
    try program.wait(shows: "event · suicide bombing")
    try whole.write(toFile: events, atomically: true, encoding: .utf8)
    program.type("\u{1B}[15~")
    try program.wait(shows: "the files were read again")
    try program.wait(shows: "Attack in Norburg")
    try end(program)
  }
}
