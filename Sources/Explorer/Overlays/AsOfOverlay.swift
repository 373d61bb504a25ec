import Canvas
import Model
import Query
import Text

/// A prompt for the day as of which the casebook shall be read.
struct AsOfOverlay: OverlayPart {
  private(set) var editor = LineEditor()
  /// What the text means; nil while it names no day.
  private(set) var dates: DateFilter?
  private var problem: String?

  init() {}

  private mutating func take(_ key: Key) {
    guard editor.take(key) else { return }
    dates = nil
    problem = nil
    if isEmpty { return }
    do {
      let typed = try TypedDates(reading: editor.text)
      if typed.isUndated || typed.range.last == .distantFuture {
        problem = "that has no last day: a year, a month or a day, such as 2016"
      } else {
        dates = DateFilter(typed, typed: typed.range.last.description)
      }
    } catch { problem = "\(error.message): \(error.remedy)" }
  }

  private var isEmpty: Bool { editor.text.allSatisfy(\.isWhitespace) }

  var area: OverlayArea { .foot }
  var hints: [(key: String, word: String)] { [] }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case .escape: state.closeOverlay()
    case .enter:
      guard dates != nil || isEmpty else { return [] }
      state.closeOverlay()
      return state.read(asOf: dates)
    default: take(key)
    }
    return []
  }

  func view(in size: Size, of state: ExplorerState) -> Frame {
    var frame = Frame(size)
    let prompt = " As of  "
    frame.put(prompt: prompt, editor)
    let column = prompt.count + max(Cells.width(editor.text), 4) + 3
    let words = words(state)
    let room = size.width - column
    frame.put(
      words.first { Cells.width($0) <= room } ?? words.last ?? "", row: 0, column: column,
      limit: size.width, style: problem == nil ? .dim : .caution)
    return frame
  }

  /// How it is understood, as it is typed; the longest first.
  private func words(_ state: ExplorerState) -> [String] {
    if let problem { return [problem] }
    if let dates {
      let said = "what sources dated by \(dates.range.last.words) say"
      let library = state.asOf?.whole ?? state.overview
      let left = library.map { ": " + AsOf.words($0, by: dates.range.last) } ?? ""
      return [said + left, said]
    }
    return [
      state.asOf == nil
        ? "a date: 2016, 2016-08, 8 Aug 2016" : "another date, or Enter: all sources again"
    ]
  }
}
