import Model
import Query

/// The day as of which the casebook is read: what its sources said that were certainly written by then.
struct AsOf: Equatable, Sendable {
  /// What was typed; its last day counts.
  var dates: DateFilter
  /// The whole library, for what is left out of it.
  var whole: Overview

  var day: DayNumber { dates.range.last }

  /// As the header says it on every screen.
  var chip: String { " as of \(day) " }

  /// What can be read, and what is left out: `3 of 5 sources; 1 without a sure date and 2 datasets left out`.
  var words: String { Self.words(whole, by: day) }

  static func words(_ library: Overview, by day: DayNumber) -> String {
    let all = library.written
    let known = all.filter { $0.map { $0 <= day } ?? false }.count
    let sources = all.count == 1 ? "source" : "sources"
    var left: [String] = []
    let undated = all.count { $0 == nil }
    if undated > 0 { left.append("\(undated) without a sure date") }
    let datasets = library.collections.count { $0.kind == .dataset }
    if datasets > 0 { left.append(datasets == 1 ? "1 dataset" : "\(datasets) datasets") }
    let rest = left.isEmpty ? "" : "; left out: \(left.joined(separator: ", "))"
    return "\(known) of \(all.count) \(sources)\(rest)"
  }
}

extension ExplorerState {
  /// What is asked is asked as of the day that is set. This is the one place that knows of it: panes and
  /// overlays ask and are answered as ever.
  func asking(_ effects: [Effect]) -> [Effect] {
    guard let asOf else { return effects }
    return effects.map { effect in
      switch effect {
      case .ask(let slot, let request): return .ask(slot, .known(by: asOf.day, request))
      case .export(var request):
        request.known = asOf.dates
        return .export(request)
      default: return effect
      }
    }
  }

  /// Reads the casebook as of another day, or, with nil, all of it.
  mutating func read(asOf new: DateFilter?) -> [Effect] {
    guard let whole = asOf?.whole ?? overview, new != asOf?.dates else { return [] }
    asOf = new.map { AsOf(dates: $0, whole: whole) }
    notice = .init(text: asOf.map { "as of \($0.day.words): \($0.words)" } ?? "all sources again")
    let effects = readAnew()
    if asOf == nil { overview = whole }
    return effects
  }

  /// A question could not be answered: as of a day a record may not be known yet, which the pane says.
  mutating func fail(_ problem: StoreProblem, for slot: Slot) -> [Effect] {
    if let asOf, case .noSuchRecord = problem {
      let why = "not to be read as of \(asOf.day.words)"
      switch slot {
      case .record: panes.record.miss("not known as of \(asOf.day.words)")
      case .reader: panes.reader?.miss(why)
      case .events, .months:
        panes.events.restrict(to: nil, named: "")
        notice = .init(text: "that is not known as of \(asOf.day.words): all events")
      default: break
      }
      return []
    }
    if problem != .cancelled {
      notice = .init(text: "\(problem.message). \(problem.remedy)", isProblem: true)
    }
    return []
  }
}
