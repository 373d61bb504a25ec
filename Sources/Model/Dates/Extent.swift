/// How a thing fills its date: an attack between May and July was on some day of it, a siege from May
/// to July on all of them.
public enum Extent: String, CaseIterable, Hashable, Sendable {
  /// At some time within the date.
  case within
  /// From the start to the end of the date, on every day.
  case throughout
}

extension ExtendedDate {
  /// The days that are certainly covered: from the latest possible start to the earliest possible end
  /// where the thing lasted throughout, nil where there are none and for `.within`.
  ///
  ///     2014-05/2014-07  throughout   31 May to 1 July 2014
  ///     2014-05          throughout   nil: it may have begun and ended on any one day of May
  ///
  /// An end that is open or unknown makes sure of nothing but a start that is one day: no source knows
  /// that a thing never ended. A set of one date counts as that date, a set of several as none. `~`
  /// and `?` change nothing here, as they add nothing to the bounds.
  public func sure(_ extent: Extent) -> DayRange? {
    guard extent == .throughout else { return nil }
    let ends: (Point?, Point?)
    switch form {
    case .point(let point): ends = (point, point)
    case .interval(let start, let end): ends = (start.point, end.point)
    case .set(.one, let members):
      guard members.count == 1, case .date(let point)? = members.first else { return nil }
      ends = (point, point)
    case .set(.all, let members):
      guard members.count == 1, let only = members.first else { return nil }
      ends = only.ends
    }
    // An open end counts as the other one: all that is sure of both is what is sure of that one.
    guard let start = ends.0 ?? ends.1, let end = ends.1 ?? ends.0,
      start.lastDay <= end.firstDay
    else { return nil }
    return DayRange(
      first: DayNumber(clamping: start.lastDay), last: DayNumber(clamping: end.firstDay))
  }
}
