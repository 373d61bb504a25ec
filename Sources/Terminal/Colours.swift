import CNcurses
import Canvas
import Glibc

/// A theme on the terminal at hand: colours as curses has them.
struct Colours {
  private var theme = Theme(.mono)
  private var pairs: [Pair: Int16] = [:]
  private var looks: [Style: (attributes: attr_t, pair: Int16)] = [:]
  /// Places of the palette that hold tones of ours, whole: to set them again after a stop.
  private var tones: [UInt8: Ink] = [:]
  private var isStarted = false
  private var direct: DirectColours?

  private struct Pair: Hashable {
    var text: Int32
    var below: Int32
  }

  /// Whether the terminal's palette was changed and must be put back.
  var hasChangedPalette: Bool { !tones.isEmpty }

  /// What curses and the environment say of the terminal.
  static var abilities: Palette.Abilities {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return Palette.Abilities(
      colours: Int(tigetnum("colors")),
      canChange: tigetflag("ccc") == 1 && adduce_capability("initc") != nil
        && adduce_capability("oc") != nil,
      isDirect: DirectColours(colours: tigetnum("colors")) != nil,
      saysTrueColour: ["truecolor", "24bit"].contains(variable("COLORTERM"))
        || tigetflag("Tc") == 1,
      wantsNone: !variable("NO_COLOR").isEmpty)
  }

  /// Takes the nearest theme that the terminal can show, and says which that is.
  mutating func use(_ palette: Palette, overrides: [Style.Role: Look]) -> Palette {
    var palette = palette.resolved(for: Self.abilities)
    if palette != .mono, !start() { palette = .mono }
    TerminalOutput.write(puttingPaletteBack)
    tones = [:]
    theme = Theme(palette, overrides: overrides)
    looks = [:]
    return palette
  }

  /// Declares colours; false where curses cannot.
  private mutating func start() -> Bool {
    if isStarted { return true }
    isStarted = has_colors() && start_color() == OK && use_default_colors() == OK
    direct = DirectColours(colours: adduce_colours())
    return isStarted
  }

  /// The bytes that give the terminal its palette back; none where it was not changed.
  ///
  /// First the tones that xterm gives those places, then the word that forgets all changes: mlterm 3.9 and
  /// rxvt-unicode 9.30 do not know the latter, and where it is known it is the last to be heard.
  var puttingPaletteBack: String {
    guard hasChangedPalette else { return "" }
    let tones = tones.keys.sorted().compactMap { place -> String? in
      let usual = Tones.usual(of: place)
      return adduce_tone(
        Int32(place), Self.thousandths(usual.red), Self.thousandths(usual.green),
        Self.thousandths(usual.blue)
      ).map { String(cString: $0) }
    }
    return tones.joined() + (adduce_capability("oc").map { String(cString: $0) } ?? "")
  }

  /// Sets our tones again, after the terminal had its own.
  func setTones() {
    for (place, ink) in tones { set(place, to: ink) }
  }

  private func set(_ place: UInt8, to ink: Ink) {
    guard case .tone(let red, let green, let blue) = ink else { return }
    init_extended_color(
      Int32(place), Self.thousandths(red), Self.thousandths(green), Self.thousandths(blue))
  }

  /// terminfo counts in thousandths and rounds down on its way back.
  private static func thousandths(_ part: UInt8) -> Int32 { (Int32(part) * 1000 + 254) / 255 }

  /// A style as curses shows it.
  mutating func look(of style: Style) -> (attributes: attr_t, pair: Int16) {
    if let look = looks[style] { return look }
    let look = theme.look(of: style)
    var attributes: attr_t = 0
    if look.attributes.contains(.bold) { attributes |= adduce_bold }
    if look.attributes.contains(.dim) { attributes |= adduce_dim }
    if look.attributes.contains(.reverse) { attributes |= adduce_reverse }
    if look.attributes.contains(.italic) { attributes |= adduce_italic }
    if look.attributes.contains(.underline) { attributes |= adduce_underline }
    let shown = (attributes, pair(of: look.colour))
    looks[style] = shown
    return shown
  }

  /// The pair of a colour on the theme's ground; 0 is the terminal's own.
  private mutating func pair(of colour: Ink?) -> Int16 {
    guard isStarted, theme.palette != .mono else { return 0 }
    let text = (colour ?? theme.ground?.text).flatMap { place(of: $0) } ?? -1
    let below = theme.ground.flatMap { place(of: $0.below) } ?? -1
    guard text >= 0 || below >= 0 else { return 0 }
    let pair = Pair(text: text, below: below)
    if let known = pairs[pair] { return known }
    let number = Int16(pairs.count + 1)
    guard Int32(number) < adduce_pairs(), init_extended_pair(Int32(number), text, below) == OK
    else { return 0 }
    pairs[pair] = number
    return number
  }

  /// Where in the palette a colour is or has been put; nil where the terminal has no such place.
  private mutating func place(of ink: Ink) -> Int32? {
    if let direct { return direct.number(of: ink) }
    // More than 256 that are not places are parts of a size that is not known here.
    let count = adduce_colours() > 256 ? 8 : adduce_colours()
    switch ink {
    case .place(let place) where Int32(place) < count: return Int32(place)
    // Of eight colours: the bright ones are those with attributes.
    case .place(let place): return place < 16 ? Int32(place % 8) : nil
    case .tone(let red, let green, let blue):
      guard count >= 256 else { return nil }
      let place = Tones.nearest(red: red, green: green, blue: blue)
      if theme.palette == .trueColour, tones[place] == nil {
        tones[place] = ink
        set(place, to: ink)
      }
      return Int32(place)
    }
  }
}
