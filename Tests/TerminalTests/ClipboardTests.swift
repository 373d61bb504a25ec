import Foundation
import Testing

@testable import Terminal

@Suite struct ClipboardTests {
  @Test(arguments: ["", "a", "ab", "abc", "abcd", "¶ \u{1B}]52;c;?\u{7} كابل"])
  func base64IsThatOfTheStandard(text: String) {
    #expect(Clipboard.base64(Array(text.utf8)) == Data(text.utf8).base64EncodedString())
  }

  @Test func aTerminalGetsThePlainSequence() throws {
    #expect(try Clipboard.sequence("roul", through: .nothing) == "\u{1B}]52;c;cm91bA==\u{7}")
  }

  @Test func tmuxGetsItWrappedAndPlain() throws {
    #expect(
      try Clipboard.sequence("roul", through: .tmux)
        == "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;cm91bA==\u{7}\u{1B}\\\u{1B}]52;c;cm91bA==\u{7}")
  }

  @Test func screenGetsItInPieces() throws {
    let text = String(repeating: "0123456789", count: 300)
    let sequence = try Clipboard.sequence(text, through: .screen)
    let pieces = sequence.split(separator: "\u{1B}\\").map(String.init)
    #expect(pieces.count == 6 && pieces.allSatisfy { $0.hasPrefix("\u{1B}P") })
    #expect(pieces.allSatisfy { $0.utf8.count < 768 })
    let joined = pieces.map { $0.dropFirst(2) }.joined()
    #expect(try joined == Clipboard.sequence(text, through: .nothing))
  }

  @Test func whatIsTooLongIsRefused() throws {
    let longest = String(repeating: "x", count: Clipboard.longest)
    #expect(try Clipboard.sequence(longest, through: .nothing).utf8.count == 100_000)
    #expect(throws: ClipboardProblem(bytes: Clipboard.longest + 1)) {
      try Clipboard.sequence(longest + "x", through: .nothing)
    }
  }

  @Test(arguments: [
    ([:], Clipboard.Between.nothing), (["TMUX": "/tmp/x,1,0", "STY": "1.x"], .tmux),
    (["TERM": "tmux-256color"], .tmux), (["STY": "1.x", "TERM": "screen"], .screen),
    (["TERM": "screen"], .nothing),
  ])
  func theEnvironmentTellsWhatStandsBetween(variables: [String: String], between: Clipboard.Between)
  {
    #expect(Clipboard.Between { variables[$0] } == between)
  }
}
