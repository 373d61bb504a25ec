public import Canvas
import Model

/// The list in the first pane at the start.
public enum FirstList: String, CaseIterable, Hashable, Sendable {
  case groups, people, places, sources

  var kind: RecordKind {
    switch self {
    case .groups: .group
    case .people: .person
    case .places: .place
    case .sources: .source
    }
  }
}

/// What a reader may choose, by a config file or while the program runs. As made, it is what holds where
/// nobody chose anything.
public struct Settings: Equatable, Sendable {
  /// Which key does what.
  public var keymap = Keymap.standard
  /// Which colours.
  public var theme = Palette.automatic
  /// Roles that look otherwise than the theme has them.
  public var colours: [Style.Role: ColourSetting] = [:]
  /// Whether the mouse selects and scrolls; then the terminal needs Shift to select text.
  public var usesMouse = false
  /// Whether changes are told line by line, without a full screen.
  public var isLinear = false
  /// Whether a sentence at the foot teaches the first keys.
  public var teaches = true
  /// The list to begin with.
  public var firstList = FirstList.groups
  /// Folders of casebooks to open where none is named; empty for the usual one.
  public var casebooks: [String] = []
  /// Datasets to open where none is named; empty for all that are imported.
  public var datasets: [String] = []

  /// What holds where nobody chose anything.
  public init() {}
}

/// What `:set` can change.
enum Setting: String, CaseIterable {
  case mouse, theme, lessons

  var help: String {
    switch self {
    case .mouse: "whether the mouse selects and scrolls"
    case .theme: "the colours of the screen"
    case .lessons: "whether a sentence at the foot teaches keys"
    }
  }

  /// What it may be.
  var values: [String] {
    switch self {
    case .mouse, .lessons: ["on", "off"]
    case .theme: Palette.allCases.map(\.rawValue)
    }
  }

  /// What it is.
  func value(in settings: Settings) -> String {
    switch self {
    case .mouse: settings.usesMouse ? "on" : "off"
    case .lessons: settings.teaches ? "on" : "off"
    case .theme: settings.theme.rawValue
    }
  }

  /// Makes it one of `values`.
  func set(_ value: String, in settings: inout Settings) {
    switch self {
    case .mouse: settings.usesMouse = value == "on"
    case .lessons: settings.teaches = value == "on"
    case .theme: settings.theme = Palette(rawValue: value) ?? settings.theme
    }
  }
}

extension ExplorerState {
  /// Takes what the reader chose before the start.
  mutating func configure(_ settings: Settings) -> [Effect] {
    self.settings = settings
    keymap = settings.keymap
    guard panes.indexKind != settings.firstList.kind, focus == .index else { return [] }
    return overview == nil
      ? {
        panes.indexKind = settings.firstList.kind; return []
      }()
      : show(list: settings.firstList.kind)
  }

  /// `:set`, which lasts until the end of the program.
  mutating func set(_ setting: Setting, to value: String) -> [Effect] {
    setting.set(value, in: &settings)
    notice = .init(text: "\(setting.rawValue) \(setting.value(in: settings)), until you leave")
    switch setting {
    case .mouse: return [.mouse(settings.usesMouse)]
    case .theme: return [.theme(settings.theme.rawValue)]
    case .lessons: return []
    }
  }
}
