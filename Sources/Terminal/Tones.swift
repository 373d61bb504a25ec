/// The colours that xterm's places 16 to 255 have: a cube of 6 by 6 by 6, and 24 greys.
enum Tones {
  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// Red, green and blue; nil of the first 16, which are the terminal's own.
  static func parts(of place: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8)? {
    guard place >= 16 else { return nil }
    if place >= 232 {
      let grey = 8 + 10 * (place - 232)
      return (grey, grey, grey)
    }
    let index = Int(place - 16)
    return (levels[index / 36], levels[index / 6 % 6], levels[index % 6])
  }

  /// The first 16 as xterm has them, where nobody chose others.
  private static let first: [(red: UInt8, green: UInt8, blue: UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// Red, green and blue of any place, as xterm has them.
  static func usual(of place: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    parts(of: place) ?? first[Int(place)]
  }

  /// The place whose colour is least far away.
  static func nearest(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
    func distance(_ place: UInt8) -> Int {
      guard let parts = parts(of: place) else { return .max }
      return [(parts.red, red), (parts.green, green), (parts.blue, blue)].reduce(0) {
        let apart = Int($1.0) - Int($1.1)
        return $0 + apart * apart
      }
    }
    return (16...255).min { distance($0) < distance($1) } ?? 16
  }
}
