import Canvas
import Foundation
import Testing

@testable import Terminal

@Suite struct ThemeTests {
  private static let shown = Palette.allCases.filter { $0 != .automatic }

  /// Relative luminance, and contrast of two (WCAG 2.2, "relative luminance", "contrast ratio").
  private static func luminance(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private static func leastContrast(_ ink: Ink) throws -> Double {
    let light: Double
    switch ink {
    case .tone(let red, let green, let blue): light = luminance(red, green, blue)
    case .place(let place):
      let parts = try #require(Tones.parts(of: place), "one of the terminal's own")
      light = luminance(parts.red, parts.green, parts.blue)
    }
    return min((light + 0.05) / 0.05, 1.05 / (light + 0.05))
  }

  @Test func everyToneIsReadableOnBlackAndOnWhite() throws {
    for (role, ink) in Theme.indexed.merging(Theme.tones, uniquingKeysWith: { first, _ in first }) {
      #expect(try Self.leastContrast(ink) >= 4.5, "\(role)")
    }
    for (role, ink) in Theme.tones { #expect(try Self.leastContrast(ink) >= 4.5, "\(role)") }
  }

  @Test func noColourIsLostOnBlackOrWhite() {
    for role in Style.Role.allCases {
      let colour = Theme(.sixteen).look(of: Style(role)).colour
      #expect(![.place(0), .place(3), .place(4), .place(7)].contains(colour), "\(role)")
    }
  }

  /// Where bold text is shown in the bright colour.
  @Test func nothingBoldIsGreenOrCyanOnTheTerminalsOwnGround() {
    for role in Style.Role.allCases {
      for marks in [Style.Marks(), .selectedElsewhere, .match, .cited] {
        let look = Theme(.sixteen).look(of: Style(role, marks: marks))
        guard look.attributes.contains(.bold) else { continue }
        #expect(![.place(2), .place(6)].contains(look.colour), "\(role) \(marks)")
      }
    }
  }

  /// A place in a description by parts is a dark blue: such numbers never stand for one another.
  @Test func partsAndPlacesAreNotTakenForOneAnother() {
    let eight = DirectColours(places: 8)
    #expect(eight.number(of: .place(7)) == 7)
    #expect(eight.number(of: .place(15)) == 0xFFFFFF)
    #expect(eight.number(of: .place(63)) == 0x5F5FFF)
    #expect(eight.number(of: .tone(red: 8, green: 129, blue: 153)) == 0x088199)
    #expect(eight.number(of: .tone(red: 0, green: 0, blue: 3)) == 0x000103)
    let all = DirectColours(places: 256)
    #expect(all.number(of: .place(63)) == 63)
    #expect(all.number(of: .tone(red: 0, green: 0, blue: 200)) == 0x0001C8)
    #expect(DirectColours.description(besides: "tmux-256color") == "tmux-direct")
    #expect(DirectColours.description(besides: "linux") == nil)
  }

  @Test func withoutColoursEveryRoleThatMattersStaysApart() {
    for palette in [Palette.mono, .highContrast] {
      let theme = Theme(palette)
      let plain = theme.look(of: .plain)
      for role in [
        Style.Role.title, .heading, .focus, .figure, .link, .key, .problem, .bar, .citation,
        .caution,
      ] {
        #expect(theme.look(of: Style(role)).attributes != plain.attributes, "\(palette) \(role)")
      }
    }
    for role in Style.Role.allCases {
      #expect(Theme(.mono).look(of: Style(role)).colour == nil)
      #expect(!Theme(.highContrast).look(of: Style(role)).attributes.contains(.dim))
    }
  }

  @Test func marksStayApartInEveryTheme() {
    for palette in Self.shown {
      let theme = Theme(palette)
      for marks in [Style.Marks.selected, .selectedElsewhere, .match, .cited] {
        #expect(theme.look(of: Style(.plain, marks: marks)) != theme.look(of: .plain))
      }
      #expect(theme.look(of: Style(.date, marks: .selected)).colour == nil)
    }
  }

  /// Each tone has a place of its own in the palette.
  @Test func noToneTakesAnothersPlace() {
    let tones = Set(Theme.tones.values)
    let places = tones.compactMap { ink -> UInt8? in
      guard case .tone(let red, let green, let blue) = ink else { return nil }
      return Tones.nearest(red: red, green: green, blue: blue)
    }
    #expect(Set(places).count == tones.count)
    #expect(Tones.nearest(red: 95, green: 95, blue: 255) == 63)
    #expect(Tones.nearest(red: 118, green: 118, blue: 118) == 243)
  }

  private func resolved(
    _ palette: Palette, colours: Int = 256, canChange: Bool = true, isDirect: Bool = false,
    saysTrueColour: Bool = true, wantsNone: Bool = false
  ) -> Palette {
    palette.resolved(
      for: .init(
        colours: colours, canChange: canChange, isDirect: isDirect, saysTrueColour: saysTrueColour,
        wantsNone: wantsNone))
  }

  @Test func theTerminalGetsWhatItCanShow() {
    #expect(resolved(.automatic) == .sixteen)
    #expect(resolved(.automatic, wantsNone: true) == .mono)
    #expect(resolved(.indexed, wantsNone: true) == .indexed, "what is asked for comes first")
    #expect(resolved(.automatic, colours: -1) == .mono)
    #expect(resolved(.indexed, colours: 8) == .sixteen)
    #expect(resolved(.trueColour) == .trueColour)
    #expect(resolved(.trueColour, saysTrueColour: false) == .indexed)
    #expect(resolved(.trueColour, canChange: false) == .indexed)
    #expect(
      resolved(
        .trueColour, colours: 1 << 24, canChange: false, isDirect: true, saysTrueColour: false)
        == .trueColour)
    #expect(resolved(.trueColour, colours: 8) == .sixteen)
    #expect(resolved(.highContrast, colours: -1) == .mono)
    for palette in Self.shown { #expect(resolved(palette, colours: 0) == .mono) }
  }

  @Test func aSettingIsALook() throws {
    #expect(
      Look(try ColourSetting(reading: "cyan bold underline"))
        == Look(.place(6), [.bold, .underline]))
    #expect(
      Look(try ColourSetting(reading: "131 dim italic")) == Look(.place(131), [.dim, .italic]))
    #expect(
      Look(try ColourSetting(reading: "#c05a0a reverse"))
        == Look(.tone(red: 0xC0, green: 0x5A, blue: 0x0A), .reverse))
    #expect(Look(try ColourSetting(reading: "default")) == Look())
  }

  @Test func whatTheReaderWantsComesBeforeTheTheme() {
    let theme = Theme(.sixteen, overrides: [.date: Look(.place(3), .bold)])
    #expect(theme.look(of: .date) == Look(.place(3), .bold))
    #expect(theme.look(of: .citation) == Theme(.sixteen).look(of: .citation))
    #expect(Theme(.mono, overrides: [.date: Look(.place(3), .bold)]).look(of: .date).colour == nil)
  }
}
