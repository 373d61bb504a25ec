/// Why a text cannot be put into the clipboard.
public struct ClipboardProblem: Error, Equatable, Sendable {
  /// How long the text is, in bytes of UTF-8.
  public let bytes: Int

  /// What is wrong, as a clause without a full stop.
  public var message: String {
    "this is too long for a terminal's clipboard: \(bytes) bytes, and most take \(Clipboard.longest)"
  }

  /// What would do, as a full sentence.
  public var remedy: String { "e writes it to a file, | gives it to a command." }
}

/// What makes a terminal put a text into the clipboard of the machine that it stands on, also over ssh.
///
/// The sequence is OSC 52 of xterm ("XTerm Control Sequences", Operating System Commands): the text goes in
/// Base64 (RFC 4648), so that nothing in it can act.
enum Clipboard {
  /// How long a text may be, in bytes: with it the sequence has 100,000, which is where many terminals end.
  static let longest = 74_994

  /// What stands between the program and the terminal.
  enum Between: Equatable {
    case nothing, tmux, screen

    /// By the environment that multiplexers give to what runs in them; a TERM of tmux tells of one at the
    /// other end of ssh.
    init(environment: (String) -> String?) {
      if environment("TMUX") != nil || environment("TERM")?.hasPrefix("tmux") == true {
        self = .tmux
      } else {
        self = environment("STY") != nil ? .screen : .nothing
      }
    }
  }

  /// How much of a string screen takes at once: it keeps 768 bytes (MAXSTR in its `screen.h`), the end
  /// among them.
  private static let piece = 760

  static func sequence(_ text: String, through between: Between) throws(ClipboardProblem) -> String
  {
    let bytes = Array(text.utf8)
    guard bytes.count <= longest else { throw ClipboardProblem(bytes: bytes.count) }
    let plain = "\u{1B}]52;c;\(base64(bytes))\u{7}"
    switch between {
    case .nothing: return plain
    case .tmux:
      // tmux passes on what is wrapped where `allow-passthrough` is on, and takes what is not where
      // `set-clipboard` is on; what it does not take it drops. Whoever has both gets the same text twice.
      let doubled = plain.split(separator: "\u{1B}", omittingEmptySubsequences: false)
        .joined(separator: "\u{1B}\u{1B}")
      return "\u{1B}Ptmux;\(doubled)\u{1B}\\\(plain)"
    case .screen: return inPieces(Array(plain.utf8))
    }
  }

  /// Device control strings, whose contents screen passes on as they are.
  private static func inPieces(_ bytes: [UInt8]) -> String {
    stride(from: 0, to: bytes.count, by: piece).map { start in
      let part = bytes[start..<min(start + piece, bytes.count)]
      return "\u{1B}P\(String(decoding: part, as: UTF8.self))\u{1B}\\"
    }.joined()
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let isFilled = place <= group.count
        text.append(isFilled ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
