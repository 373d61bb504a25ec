import Text

extension AlteredCopy {
  private static let menu = [
    "Home", "World", "Regions", "Opinion", "Video", "Subscribe", "Sign in", "Search this site",
    "Newsletters", "Podcasts", "Contact us", "Archive", "Latest", "Most read", "My account",
  ]
  private static let between = [
    "Advertisement", "Share this page", "Read more: five things we learned this week",
    "Follow us for updates", "Listen to this article, 12 minutes", "Story continues below",
    "Sign up for our morning briefing and get the day's top stories in your inbox.",
    "Related: how the harvest failed, and what came after", "Click to enlarge", "Copy link",
    "You have read 2 of 5 free articles this month. Subscribe now to keep reading.",
  ]
  private static let foot = [
    "Terms of use", "Privacy and cookies", "Accessibility help", "About us", "Careers",
    "Copyright. All rights reserved. We are not responsible for the content of external sites.",
    "More like this", "Top stories", "Ten pictures that tell the story of the day",
  ]

  /// Passages as a web page has them: menus before, a line or two between every third and the next,
  /// and a long foot.
  mutating func addWithFurniture(
    _ lines: [Substring], _ change: (inout AlteredCopy, String) -> String
  ) {
    for _ in 0..<30 { add(other: Self.menu[below(Self.menu.count)] + "\n") }
    add(
      lines,
      between: { copy in
        var furniture = "\n"
        while copy.below(3) == 0 {
          furniture += Self.between[copy.below(Self.between.count)] + "\n"
        }
        return furniture
      }, change: change)
    for _ in 0..<40 { add(other: Self.foot[below(Self.foot.count)] + "\n") }
  }

  /// Passages as a printed page has them: after every 40 lines a foot and a head, which mostly stand in
  /// the middle of a passage.
  mutating func addPages(_ lines: [Substring]) {
    var line = 0
    add(
      lines,
      change: { _, passage in
        let lines = Cells.wrapped(passage, to: 72)
        return lines.enumerated().map { index, wrapped in
          line += 1
          return line % 40 == 0 && index + 1 < lines.count
            ? "\(wrapped)\n\nJournal of Unlikely Studies, volume 3 \(line / 40)\n\n"
              + "Downloaded from the archive of the county library" : wrapped
        }.joined(separator: "\n")
      })
  }
}
