import Canvas
import Model
import Query

/// Where the events stand: marks over the outlines of countries and provinces, and a cursor that goes from mark to mark.
struct MapOverlay: OverlayPart {
  /// The events that are shown, and what they are called.
  let rows: RowRequest
  let words: String
  /// What is shown of the earth; nil until it is known where the events are.
  var projection: MapProjection?
  /// Where all of them are.
  private(set) var spread: MapMarks?
  /// Where they stand on the screen as it was asked for last, or before.
  private(set) var marks: MapMarks?
  /// The point of the mark under the cursor.
  var selected: GeoPoint?
  private(set) var ground = Kept<Drawn, MapGround>()
  /// What is written over it: there may be thousands of marks, and most keys change none of them.
  private(set) var lettering = Kept<Lettered, [MapLettering.Text]>()
  /// How many answers have told where marks stand.
  private(set) var answers = 0
  /// The marks, those of most events first.
  private(set) var ranked: [MapMarks.Mark] = []
  private(set) var outlines: MapOutlines?
  /// Where the mouse was while its button is down.
  var held: MouseEvent?
  private var asked: MapRequest?
  private var isAnswered = false
  private var hasAskedOutlines: Bool
  /// Whether all events were shown last, and not most of them.
  private var showsAll = false

  /// What a ground was drawn for.
  struct Drawn: Equatable, Sendable {
    var projection: MapProjection
    var hasOutlines: Bool
  }

  /// What the lettering was made for.
  struct Lettered: Equatable, Sendable {
    var drawn: Drawn
    var answer: Int
  }

  init(_ rows: RowRequest, words: String, outlines: MapOutlines?) {
    self.rows = rows
    self.words = words
    self.outlines = outlines
    hasAskedOutlines = outlines != nil
  }

  /// The part of the overlay that the map takes: all but the title and the lines below.
  static func size(in size: Size) -> Size {
    Size(width: size.width, height: max(1, size.height - 1 - footRows(in: size)))
  }

  /// How many lines stand below the map: on a narrow screen the attribution needs one of its own.
  static func footRows(in size: Size) -> Int {
    size.height < 6 ? min(1, size.height - 2) : size.width < 76 ? 3 : 2
  }

  mutating func settle(in size: Size) -> [Effect] {
    var effects: [Effect] = []
    if !hasAskedOutlines {
      hasAskedOutlines = true
      effects.append(.loadOutlines)
    }
    let mapSize = Self.size(in: size)
    if projection == nil, let core = spread?.core {
      projection = MapProjection(fitting: core, in: mapSize)
    } else if projection == nil, spread != nil {
      projection = MapProjection(fitting: .earth, in: mapSize)
    }
    projection?.settle(in: mapSize)
    let request = MapRequest(rows, in: projection?.grid)
    if request != asked, spread == nil || request.grid != nil {
      asked = request
      isAnswered = false
      effects.append(.ask(.map, .map(request)))
    }
    draw()
    return effects
  }

  private mutating func draw() {
    guard let projection else { return }
    let drawn = Drawn(projection: projection, hasOutlines: outlines != nil)
    if ground.value(for: drawn) == nil { ground.keep(MapGround(outlines, projection), for: drawn) }
    let lettered = Lettered(drawn: drawn, answer: answers)
    guard lettering.value(for: lettered) == nil else { return }
    lettering.keep(
      MapLettering.texts(self, projection, ground.value(for: drawn)), for: lettered)
  }

  mutating func forgetQuestions() {
    if !isAnswered { asked = nil }
    hasAskedOutlines = outlines != nil
  }

  mutating func take(_ outlines: MapOutlines) { self.outlines = outlines }

  mutating func take(_ reply: Reply, for slot: Slot) -> [Effect] {
    guard slot == .map, case .map(let marks) = reply else { return [] }
    isAnswered = true
    if marks.grid == nil {
      spread = marks
    } else {
      self.marks = marks
      answers += 1
      ranked = Self.ranked(marks.marks)
      keepSelection()
    }
    return []
  }

  // MARK: The cursor

  private static func ranked(_ marks: [MapMarks.Mark]) -> [MapMarks.Mark] {
    let counts = marks.map(\.count)
    return marks.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }.map { marks[$0] }
  }

  /// The mark under the cursor.
  var mark: MapMarks.Mark? {
    guard let selected else { return nil }
    return marks?.marks.first { $0.point == selected }
  }

  /// The cursor stays where it was as nearly as there is a mark; at first it is on the one of most events.
  private mutating func keepSelection() {
    guard let marks, let grid = marks.grid else { return }
    guard let before = selected, grid.box.surrounds(before) else {
      selected = ranked.first?.point
      return
    }
    let same = marks.marks.first { grid.cell(of: $0.point) == grid.cell(of: before) }
    selected = (same ?? nearest(to: before) { _, _ in true })?.point
  }

  /// The mark nearest to a point, in dots, of those that lie in such a direction from it.
  private func nearest(
    to point: GeoPoint, where lies: (_ east: Double, _ south: Double) -> Bool
  ) -> MapMarks.Mark? {
    guard let projection, let marks = marks?.marks, !marks.isEmpty else { return nil }
    let from = projection.points([point])[0]
    let distances = zip(marks, projection.points(marks.map(\.point))).compactMap {
      mark, place -> (MapMarks.Mark, Double)? in
      let (east, south) = (place.x - from.x, place.y - from.y)
      return lies(east, south) ? (mark, east * east + south * south) : nil
    }
    return distances.min { $0.1 < $1.1 }?.0
  }

  private mutating func step(by step: Int) {
    let ranked = ranked
    guard !ranked.isEmpty else { return }
    let here = ranked.firstIndex { $0.point == selected } ?? (step > 0 ? -1 : 0)
    selected = ranked[(here + step + ranked.count) % ranked.count].point
  }

  /// To the nearest mark in a direction; the map moves where there is none.
  private mutating func go(east: Double, south: Double) {
    if let selected,
      let next = nearest(
        to: selected,
        where: { dx, dy in
          let (along, across) = (dx * east + dy * south, dx * south - dy * east)
          return along > 0.5 && abs(across) <= along
        })
    {
      self.selected = next.point
    } else {
      projection?.move(east: east / 4, north: -south / 4)
    }
  }

  // MARK: Keys

  var hints: [(key: String, word: String)] {
    [
      ("n N", "marks"), ("Enter", "events"), ("+ -", "zoom"), ("↑↓←→", "move"),
      ("0", showsAll ? "most" : "all"), ("v", "all in view"), ("q", "close"),
      ("h j k l", "nearest mark"),
    ]
  }

  mutating func press(_ key: Key, on state: inout ExplorerState) -> [Effect] {
    switch key {
    case "n", .tab: step(by: 1)
    case "N", .backTab: step(by: -1)
    case "h": go(east: -1, south: 0)
    case "l": go(east: 1, south: 0)
    case "k": go(east: 0, south: -1)
    case "j": go(east: 0, south: 1)
    case .left: projection?.move(east: -0.25, north: 0)
    case .right: projection?.move(east: 0.25, north: 0)
    case .up: projection?.move(east: 0, north: 0.25)
    case .down: projection?.move(east: 0, north: -0.25)
    case "+", "=": zoom(by: 1.6)
    case "-", "_": zoom(by: 1 / 1.6)
    case "0": showAllOrMost()
    case .enter: return pickMark(on: &state)
    case "v": return pickView(on: &state)
    default:
      switch state.keymap.command(for: [key], in: .lists) {
      case .close, .back, .map: state.closeOverlay()
      default: break
      }
    }
    return []
  }

  /// About the mark under the cursor, so that it stays where it is.
  private mutating func zoom(by factor: Double) {
    let point = mark?.point
    projection?.zoom(by: factor, about: point)
  }

  private mutating func showAllOrMost() {
    showsAll.toggle()
    guard let size = projection?.size, let box = showsAll ? spread?.extent : spread?.core else {
      return
    }
    projection = MapProjection(fitting: box, in: size)
  }

  private func pickMark(on state: inout ExplorerState) -> [Effect] {
    guard let mark, let grid = marks?.grid, let cell = grid.cell(of: mark.point),
      let box = grid.box(of: cell)
    else {
      state.notice = .init(text: "no event stands in view; 0 shows all, - more of the earth")
      return []
    }
    return state.narrow(to: box, words: "placed \(place(of: mark))")
  }

  private func pickView(on state: inout ExplorerState) -> [Effect] {
    guard let grid = marks?.grid, marks?.marks.isEmpty == false else {
      state.notice = .init(text: "no event stands in view; 0 shows all, - more of the earth")
      return []
    }
    return state.narrow(to: grid.box, words: "placed within \(GeoWords.box(grid.box))")
  }

  /// `at Quetta` where all stand at one point; else about which town, or which point.
  func place(of mark: MapMarks.Mark) -> String {
    guard let name = name(of: mark) else { return "about \(GeoWords.point(mark.point))" }
    return "\(mark.isOnePoint ? "at" : "about") \(name)"
  }

  /// What the point of a mark is called, by the store or by the outlines; of several points, the largest town among
  /// them, where no other is far.
  func name(of mark: MapMarks.Mark) -> String? {
    if let name = mark.name { return name }
    if mark.isOnePoint {
      return outlines?.provinceNames.first { $0.middle == mark.point }?.name
    }
    guard let grid = marks?.grid, let box = grid.cell(of: mark.point).flatMap(grid.box(of:)),
      box.longitudes.count <= Self.near
    else { return nil }
    return outlines?.towns.first { box.surrounds($0.point) }?.name
  }

  /// In a cell no wider than this, in thousandths of a degree, a town may speak for what is about it.
  private static let near = 1000
}

extension ExplorerState {
  /// Lays the map of the events over the panes: of those in the list, whatever part of the map was picked before.
  mutating func showMap() {
    let filters = panes.events.filters.filter { $0.origin != .map }
    var list = panes.events
    list.narrow(by: filters)
    let scope = list.scope == nil ? "All events" : list.scopeName
    let words = [scope] + filters.map(\.words)
    show(MapOverlay(list.request(), words: words.joined(separator: " · "), outlines: outlines))
  }

  /// Takes the outlines that were loaded.
  mutating func take(_ outlines: MapOutlines) {
    self.outlines = outlines
    for index in overlays.indices {
      guard var map = overlays[index].part as? MapOverlay else { continue }
      map.take(outlines)
      overlays[index].part = map
    }
  }

  /// The lists follow what was picked on the map.
  fileprivate mutating func narrow(to box: GeoBox, words: String) -> [Effect] {
    leavePlace()
    focus = .events
    notice = .init(text: "events \(words); Esc lifts that, M shows the map")
    // An area of the query language does not go around: what lies on both sides of the 180th meridian is two.
    let areas = box.parts.map(QueryExpression.area)
    return add(
      Filter(
        origin: .map, words: words, expression: areas.count == 1 ? areas[0] : .any(areas)))
  }
}
