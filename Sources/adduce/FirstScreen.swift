import Canvas
import Explorer
import Library
import Query

/// The explorer as it begins.
enum FirstScreen {
  /// Asks for all that the first screen shows and waits for it, so that the first frame is a whole
  /// one.
  static func state(_ size: Size, _ store: Collections) -> ExplorerState {
    var state = ExplorerState()
    var effects = update(&state, .started(size))
    while !effects.isEmpty {
      guard case .ask(let slot, let request) = effects.removeFirst() else { continue }
      do throws(StoreProblem) {
        effects += update(&state, .answered(slot, try store.answerNow(request)))
      } catch {
        effects += update(&state, .failed(slot, error))
      }
    }
    for notice in store.notices { _ = update(&state, .told(notice)) }
    return state
  }
}
