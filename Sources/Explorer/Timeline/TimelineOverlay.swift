import Canvas
import Model
import Query

/// The events of the list over time: bars by day, month or year, what lies in no single bar as lines below
/// them, and a span to choose, which the lists then follow.
struct TimelineOverlay: OverlayPart {
  /// Which events: those of the list, but for a span that was chosen here before.
  let expression: QueryExpression
  let scope: RecordID?
  /// How the title says that.
  let words: String
  /// The span that the list is narrowed to by now.
  private(set) var applied: DayRange?
  /// How many lie in which month, where the list knows; where to begin follows from it.
  private let months: MonthCounts?
  /// The day to begin at: that of the event under the cursor.
  private let day: DayNumber?

  /// The bars on the screen; nil until it is known where there are events.
  var window: TimelineWindow?
  private(set) var stacking: TimelineRequest.Stacking?
  private(set) var measure = TimelineRequest.Measure.events
  /// What was answered last, and to what.
  private(set) var timeline: Timeline?
  private(set) var answered: TimelineRequest?
  private var asked: TimelineRequest?
  /// Which of the wide events stands first below the bars.
  private(set) var firstSpan = 0
  /// Where a span was begun.
  var anchor: DayRange?
  /// A date that is being typed.
  private(set) var editor: LineEditor?

  init(_ state: ExplorerState) {
    let events = state.panes.events
    var all = events
    all.narrow(by: events.filters.filter { $0.origin != .timeline })
    expression = all.expression
    scope = events.scope
    let filters = all.filters.map { "[\($0.words)]" }
    words = ([events.scope == nil ? "all events" : events.scopeName] + filters)
      .joined(separator: " ")
    let chosen = events.filters.first { $0.origin == .timeline }
    applied = chosen?.expression.spans.first?.range
    months = chosen == nil ? events.months : nil
    day = events.selected?.date?.span.first
  }

  /// Whether what is shown answers the newest question.
  var isCurrent: Bool { answered != nil && answered == asked }

  /// What the newest answer tells of the bars on the screen; nil while their unit is another.
  var current: Timeline? {
    guard let timeline, let window, timeline.unit == window.unit else { return nil }
    return timeline
  }

  /// The span from where it was begun to the cursor, or the bar under the cursor.
  var span: TimelineSpan? {
    window.map { TimelineSpan(from: anchor ?? $0.cursorDays, to: $0.cursorDays) }
  }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    guard case .timeline(let timeline) = reply else { return [] }
    self.timeline = timeline
    answered = asked
    return []
  }

  mutating func settle(in size: Size) -> [Effect] {
    let layout = TimelineLayout(size, legendLines: legend(width: size.width).count)
    place(width: layout.plot.count)
    window?.resize(width: layout.plot.count)
    if let current { firstSpan = max(0, min(firstSpan, current.wide - layout.spans.count)) }
    let request = TimelineRequest(
      expression: expression, scope: scope, unit: window?.unit ?? .year,
      bars: window?.bars ?? 0..<0, stacking: stacking, measure: measure,
      wide: firstSpan..<(firstSpan + layout.spans.count))
    guard request != asked else { return [] }
    asked = request
    return [.ask(.timeline, .timeline(request))]
  }

  /// Finds where to begin, as soon as that is known.
  private mutating func place(width: Int) {
    guard window == nil else { return }
    if let applied {
      window = TimelineWindow(showing: applied, finest: .day, width: width)
      _ = window?.zoom(by: -2)
      window?.move(to: applied.first)
    } else if let months, let days = MonthBars(months, room: width).days {
      let isOneMonth = CalendarMonth(of: days.first) == CalendarMonth(of: days.last)
      window = TimelineWindow(
        showing: days, finest: months.isMostlyByYear ? .year : isOneMonth ? .day : .month,
        width: width)
    } else if let extent = timeline?.extent {
      window = TimelineWindow(showing: extent, finest: .month, width: width)
    }
    if applied == nil, let day, let window, window.bars.contains(window.unit.number(of: day)) {
      self.window?.move(to: day)
    }
  }

  mutating func forgetQuestions() { if !isCurrent { asked = nil } }

  var list: ShownList? {
    ShownList(
      RowRequest(.event, expression: expression, scope: scope, count: 0), words: words)
  }

  var guide: OverlayGuide? {
    editor != nil
      ? nil
      : OverlayGuide(
        "the timeline", openedBy: [.timeline], scrolls: false,
        [
          .init("h", .left, command: .previousPane, help: "one bar earlier"),
          .init("l", .right, command: .nextPane, help: "one bar later"),
          .init("H", .pageUp, "b", .control("b"), command: .pageUp, help: "a screen earlier"),
          .init("L", .pageDown, .control("f"), command: .pageDown, help: "a screen later"),
          .init(.home, "g", command: .top, help: "to the first event"),
          .init(.end, "G", command: .bottom, help: "to the last event"),
          .init("+", "=", "z", help: "finer: from years to days"),
          .init("-", "_", "Z", help: "coarser"),
          .init("0", help: "all of it"),
          .init("v", " ", help: "begin a span at the bar, or leave it"),
          .init(.enter, command: .open, help: "narrow the events to the span or bar"),
          .init("x", help: "lift the span"),
          .init("s", help: "stack the bars: by kind, by group, or not"),
          .init("m", help: "measure: events, or casualties"),
          .init("d", command: .date, help: "to a date"),
          .init("j", .down, command: .down, help: "scroll what lies in no single bar"),
          .init("k", .up, command: .up, help: "scroll it back"),
          .init("q", .escape, "T", command: .close, help: "close this"),
          .init(.backspace, .control("o"), command: .back, help: "close this"),
        ])
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    if editor != nil {
      type(key, on: &state)
      return []
    }
    switch key {
    case "q", .escape, "T", .backspace, .control("o"):
      state.closeOverlay()
      return [.cancel(.timeline)]
    case .enter: return choose(on: &state)
    case "x":
      anchor = nil
      guard let lifted = applied else { break }
      applied = nil
      state.notice = .init(text: "lifted: \(TimelineSpan(from: lifted, to: lifted).words)")
      return state.removeFilters(of: .timeline)
    case "s": stacking = Self.after(stacking, of: TimelineRequest.Stacking.allCases)
    case "m":
      measure = Self.after(measure, of: TimelineRequest.Measure.allCases) ?? .events
    case "v", " ": anchor = anchor == nil ? window?.cursorDays : nil
    case "d": editor = LineEditor()
    case "j", .down: firstSpan += 1
    case "k", .up: firstSpan = max(0, firstSpan - 1)
    default: move(key, on: &state)
    }
    return []
  }

  /// The one after another, none after the last, the first after none.
  private static func after<Case: Equatable>(_ one: Case?, of all: [Case]) -> Case? {
    guard let one, let index = all.firstIndex(of: one) else { return all.first }
    return index + 1 < all.count ? all[index + 1] : nil
  }

  private mutating func move(_ key: Key, on state: inout ExplorerState) {
    guard var window else { return }
    let extent = timeline?.extent
    switch key {
    case "h", .left: window.move(by: -1)
    case "l", .right: window.move(by: 1)
    case "H", .pageUp, "b", .control("b"): window.turn(pages: -1)
    case "L", .pageDown, .control("f"): window.turn(pages: 1)
    case .home, "g": if let extent { window.move(to: window.unit.number(of: extent.first)) }
    case .end, "G": if let extent { window.move(to: window.unit.number(of: extent.last)) }
    case "+", "=", "z":
      if !window.zoom(by: 1) { state.notice = .init(text: "finer than days there is nothing") }
    case "-", "_", "Z":
      if !window.zoom(by: -1) { state.notice = .init(text: "this is all that fits") }
    case "0":
      if let extent {
        window = TimelineWindow(showing: extent, finest: .month, width: window.width)
      }
    default: break
    }
    if window != self.window { firstSpan = 0 }
    self.window = window
  }

  /// Takes a key of the date that is typed; Enter goes there.
  private mutating func type(_ key: Key, on state: inout ExplorerState) {
    switch key {
    case .escape: editor = nil
    case .enter:
      do {
        let dates = try TypedDates(reading: editor?.text ?? "")
        let day = dates.range.first == .distantPast ? dates.range.last : dates.range.first
        if dates.isUndated || day == .distantFuture || day == .distantPast { return }
        window?.move(to: day)
        editor = nil
      } catch {
        state.notice = .init(text: "\(error.message): \(error.remedy)", isProblem: true)
      }
    default: _ = editor?.take(key)
    }
  }

  /// Narrows the list to the span, and goes to it.
  func choose(on state: inout ExplorerState) -> [Effect] {
    guard let span else { return [] }
    guard let filter = span.filter else {
      state.notice = .init(text: "\(span.words) cannot be asked for", isProblem: true)
      return []
    }
    state.leavePlace()
    state.focus = .events
    return [.cancel(.timeline)] + state.add(filter)
  }

  var hints: [(key: String, word: String)] {
    if editor != nil { return [("Enter", "go to the date"), ("Esc", "back")] }
    return [
      ("h l", "move"), ("+ -", "zoom"), ("v", "span"), ("Enter", "narrow"),
      ("s", "stack"), ("m", "measure"), ("q", "close"), ("d", "date"), ("x", "lift the span"),
    ]
  }
}

extension ExplorerState {
  /// `T`: the events of the list over time.
  mutating func showTimeline() {
    show(TimelineOverlay(self))
  }
}

extension MonthCounts {
  /// Whether more is known by its year alone than by its month.
  fileprivate var isMostlyByYear: Bool {
    years.reduce(0) { $0 + $1.count } > months.reduce(0) { $0 + $1.count }
  }
}

extension MonthBars {
  /// All days of the bars; nil where nothing is.
  fileprivate var days: DayRange? {
    guard let first, let last else { return nil }
    return DayRange(
      first: first.firstDay,
      last: last.advanced(by: showsYears ? 13 - last.month : 1).firstDay.advanced(by: -1))
  }
}
