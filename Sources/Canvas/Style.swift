/// What a cell means; the terminal decides how that looks in its colours, or without any.
///
/// A role never carries meaning alone: every view that uses one also says it in words or signs,
/// so that a monochrome screen stays readable.
public struct Style: Hashable, Sendable {
  /// The part that a text plays on the screen.
  public enum Role: UInt8, CaseIterable, Sendable {
    /// Ordinary text.
    case plain
    /// Secondary text: labels, notes, things out of focus.
    case dim
    /// The name of the thing that a pane shows.
    case title
    /// A section within a pane.
    case heading
    /// Frame lines and margins.
    case border
    /// Frame lines and the title of the pane that has the keyboard.
    case focus
    /// A date.
    case date
    /// A number that is evidence: killed, wounded, strength.
    case figure
    /// A pointer to a passage.
    case citation
    /// A name that can be followed to a record.
    case link
    /// A key in help and hints.
    case key
    /// What the reader should beware of: uncertain, rival, alleged.
    case caution
    /// Something that went wrong.
    case problem
    /// The bar at the foot of the screen.
    case bar
  }

  /// Marks laid over a role.
  public struct Marks: OptionSet, Hashable, Sendable {
    /// One bit a mark.
    public let rawValue: UInt8
    /// Takes any value.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The row under the cursor of the pane in focus.
    public static let selected = Marks(rawValue: 1)
    /// The row under the cursor of a pane that is not in focus.
    public static let selectedElsewhere = Marks(rawValue: 2)
    /// Part of a text that a search found.
    public static let match = Marks(rawValue: 4)
    /// The passage that a citation led to.
    public static let cited = Marks(rawValue: 8)
  }

  /// The part that the text plays.
  public var role: Role
  /// What lies over the role.
  public var marks: Marks

  /// A role with marks over it.
  public init(_ role: Role, marks: Marks = []) {
    self.role = role
    self.marks = marks
  }
  /// `Role.plain`, without marks.
  public static let plain = Style(.plain)
  /// `Role.dim`, without marks.
  public static let dim = Style(.dim)
  /// `Role.title`, without marks.
  public static let title = Style(.title)
  /// `Role.heading`, without marks.
  public static let heading = Style(.heading)
  /// `Role.border`, without marks.
  public static let border = Style(.border)
  /// `Role.focus`, without marks.
  public static let focus = Style(.focus)
  /// `Role.date`, without marks.
  public static let date = Style(.date)
  /// `Role.figure`, without marks.
  public static let figure = Style(.figure)
  /// `Role.citation`, without marks.
  public static let citation = Style(.citation)
  /// `Role.link`, without marks.
  public static let link = Style(.link)
  /// `Role.key`, without marks.
  public static let key = Style(.key)
  /// `Role.caution`, without marks.
  public static let caution = Style(.caution)
  /// `Role.problem`, without marks.
  public static let problem = Style(.problem)
  /// `Role.bar`, without marks.
  public static let bar = Style(.bar)
}
