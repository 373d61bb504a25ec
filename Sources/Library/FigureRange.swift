import Model

extension CasualtyFigure {
  /// The numbers it allows; open ends are 0 and `Int32.max`.
  var range: ClosedRange<Int32> {
    let number = Int32(clamping: value)
    if let estimates {
      let all = [number, Int32(clamping: estimates.low), Int32(clamping: estimates.high)]
      return (all.min() ?? number)...(all.max() ?? number)
    }
    return switch qualifier {
    case .exact, .about: number...number
    case .nearly: max(0, number - 1)...max(0, number - 1)
    case .atLeast: number...Int32.max
    case .moreThan: (number < .max ? number + 1 : number)...Int32.max
    case .upTo: 0...number
    }
  }
}
