import Canvas
import Model
import Query
import Text

/// A prompt for a date; the events follow what is typed as far as it reads.
struct DateOverlay: OverlayPart {
  private(set) var editor = LineEditor()
  /// What the text means; nil while it does not read.
  private(set) var dates: TypedDates?
  private var problem: DateProblem?

  init() {}

  /// Takes a key; false where it is none of the prompt's.
  mutating func take(_ key: Key) -> Bool {
    guard editor.take(key) else { return false }
    dates = nil
    problem = nil
    if editor.text.allSatisfy(\.isWhitespace) { return true }
    do { dates = try TypedDates(reading: editor.text) } catch { problem = error }
    return true
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let prompt = " Date  "
    frame.put(prompt: prompt, editor)
    let text: String
    if let dates, dates.isUndated {
      text = "undated events stand last; G goes there"
    } else if let dates {
      text =
        "first event from \(DayRange(first: dates.range.first, last: dates.range.first).words) on · Enter"
    } else if let problem {
      text = "\(problem.message): \(problem.remedy)"
    } else {
      text = "2016, 2016-08, 8 Aug 2016, summer 2014"
    }
    let column = max(prompt.count + Cells.width(editor.text) + 3, 30)
    frame.put(text, row: 0, column: column, style: problem == nil ? .dim : .caution)
    return frame
  }
}

extension ExplorerState {
  /// To the first event on a date or later.
  mutating func go(to dates: TypedDates) -> [Effect] {
    leavePlace()
    focus = .events
    followed = nil
    return [.ask(.eventsPosition, panes.events.position(of: .day(dates.range.first)))]
  }
}

extension DateOverlay {
  var area: OverlayArea { .foot }
  var hints: [(key: String, word: String)] { [] }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape: state.closeOverlay()
    case .enter:
      guard let dates else { return [] }
      state.closeOverlay()
      return state.go(to: dates)
    default: _ = take(key)
    }
    return []
  }
}
