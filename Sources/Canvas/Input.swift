/// What the terminal says happened.
public enum Input: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  case resized(Size)
  /// The reader asks for the program's end: the terminal closed, or SIGTERM came.
  case ended
  /// The program runs again after it was stopped (SIGCONT): the screen must be drawn anew.
  case resumed
  /// SIGTSTP came from outside.
  case stopRequested
  /// SIGINT came from outside.
  case interrupted
}

/// A key as the reader pressed it.
public enum Key: Hashable, Sendable {
  case character(Character)
  /// Control with a letter, in lower case: `.control("d")`. Ctrl-I arrives as `.tab`, Ctrl-M and
  /// Ctrl-J as `.enter`, Ctrl-H as `.backspace`, because a terminal cannot tell them apart.
  case control(Character)
  case alt(Character)
  case function(Int)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
}
