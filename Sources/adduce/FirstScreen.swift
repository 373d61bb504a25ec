import Canvas
import Explorer
import Library
import Query

/// The explorer as it begins, and as keys leave it, with every question answered before it goes on.
struct FirstScreen {
  private(set) var state = ExplorerState()
  /// Questions that were put off.
  private(set) var later: [Effect] = []
  private let store: Collections
  private let putOff: Set<Slot>

  /// Asks for all that the first screen shows and waits for it, so that the first frame is a whole
  /// one.
  ///
  /// - Parameter putOff: questions that the first frame need not wait for.
  init(
    _ size: Size, _ store: Collections, _ settings: Settings, _ memory: Memory = Memory(),
    notices: [String] = [],
    putOff: Set<Slot> = []
  ) {
    self.store = store
    self.putOff = putOff
    act(.configured(settings))
    act(.started(size, memory))
    let notices = store.notices + notices
    if !notices.isEmpty { act(.told(notices.joined(separator: " · "))) }
  }

  /// Presses keys, each when all that the one before asked for has come. What would reach outside, such as
  /// to open a file, is left undone.
  mutating func press(_ keys: [Key]) {
    for key in keys { act(.pressed(key)) }
  }

  private mutating func act(_ action: Action) {
    var effects = update(&state, action)
    while !effects.isEmpty {
      let effect = effects.removeFirst()
      if effect == .loadOutlines { effects += update(&state, OutlinesFolder.loading) }
      guard case .ask(let slot, let request) = effect else { continue }
      if putOff.contains(slot) {
        later.append(effect)
        continue
      }
      do throws(StoreProblem) {
        effects += update(&state, .answered(slot, try store.answerNow(request)))
      } catch {
        effects += update(&state, .failed(slot, error))
      }
    }
  }
}
