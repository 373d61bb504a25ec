/// Why outlines cannot be read.
public struct OutlinesProblem: Error, Equatable, Sendable {
  /// The physical line at fault, from 1.
  public var line: Int
  /// What is wrong, as a clause without a full stop.
  public var message: String

  /// Takes the parts as they are.
  public init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}

/// The text that outlines are kept in (`Data/geo/README.md`): first the words `adduce-geo 1`, then a line each
///
///     line border|coast LONGITUDE LATITUDE { EASTWARD NORTHWARD }
///     country|province CODE LATITUDE LONGITUDE WIDTH NAME
///     town NUMBER LATITUDE LONGITUDE POPULATION NAME
///
/// all in thousandths of a degree, the later points of a line as what is added to the one before; blank lines and those
/// that begin with `#` say nothing.
extension MapOutlines {
  /// Which of the lines a text has.
  public enum Scale: String, CaseIterable, Sendable {
    case world, countries, provinces
  }

  private static let first = "adduce-geo 1"

  /// Takes in what a text has; lines belong to a scale.
  public mutating func add(_ text: String, lines scale: Scale) throws(OutlinesProblem) {
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if number == 1 {
        guard Substring(line) == Self.first else {
          throw OutlinesProblem(line: 1, message: "the file does not begin with “\(Self.first)”")
        }
      } else if let start = line.first, start != UInt8(ascii: "#") {
        var fields = Fields(line)
        guard add(&fields, scale) else {
          throw OutlinesProblem(
            line: number, message: "“\(Substring(line.prefix(40)))” is no outline")
        }
      }
    }
  }

  private mutating func add(_ fields: inout Fields, _ scale: Scale) -> Bool {
    switch fields.word() {
    case "line":
      guard let lines = Self.lines(&fields) else { return false }
      switch scale {
      case .world: world += lines
      case .countries: countries += lines
      case .provinces: provinces += lines
      }
      return true
    case "country":
      guard let area = Self.area(&fields) else { return false }
      countryNames.append(area)
      return true
    case "province":
      guard let area = Self.area(&fields) else { return false }
      provinceNames.append(area)
      return true
    case "town":
      guard let id = fields.number(), let point = Self.point(&fields),
        let population = fields.number(), let name = fields.rest()
      else { return false }
      towns.append(Town(id: id, name: name, point: point, population: population))
      return true
    default: return false
    }
  }

  private static func area(_ fields: inout Fields) -> Area? {
    guard let code = fields.word(), let middle = point(&fields), let width = fields.number(),
      let name = fields.rest()
    else { return nil }
    return Area(code: code, name: name, middle: middle, width: width)
  }

  /// Latitude and longitude.
  private static func point(_ fields: inout Fields) -> GeoPoint? {
    guard let latitude = fields.number(), let longitude = fields.number() else { return nil }
    return point(latitude, longitude)
  }

  private static func point(_ latitude: Int, _ longitude: Int) -> GeoPoint? {
    guard abs(latitude) <= 90_000, abs(longitude) <= 180_000 else { return nil }
    return GeoPoint(latitude: Int32(latitude), longitude: Int32(longitude))
  }

  /// The pieces of a line: where it runs along the 180th meridian or at a pole, an area was cut for a flat map, and
  /// there is no coast.
  private static func lines(_ fields: inout Fields) -> [Line]? {
    let kind = fields.word()
    guard kind == "border" || kind == "coast" else { return nil }
    var (longitude, latitude) = (0, 0)
    var points: [GeoPoint] = []
    while let east = fields.number() {
      guard let north = fields.number(), abs(east) <= 360_000, abs(north) <= 360_000 else {
        return nil
      }
      longitude += east
      latitude += north
      guard let point = point(latitude, longitude) else { return nil }
      points.append(point)
    }
    guard points.count > 1, fields.isAtEnd else { return nil }
    return pieces(points).map { Line(isBorder: kind == "border", points: $0, box: box(of: $0)) }
  }

  private static func pieces(_ points: [GeoPoint]) -> [[GeoPoint]] {
    func isCut(_ one: GeoPoint, _ other: GeoPoint) -> Bool {
      abs(one.longitude) == 180_000 && abs(other.longitude) == 180_000
        || abs(one.latitude) == 90_000 && abs(other.latitude) == 90_000
    }
    var pieces: [[GeoPoint]] = []
    var piece = [points[0]]
    for (one, other) in zip(points, points.dropFirst()) {
      if isCut(one, other) {
        pieces.append(piece)
        piece = []
      }
      piece.append(other)
    }
    return (pieces + [piece]).filter { $0.count > 1 }
  }

  private static func box(of points: [GeoPoint]) -> GeoBox {
    var box = GeoBox(
      latitudes: points[0].latitude...points[0].latitude,
      longitudes: points[0].longitude...points[0].longitude)
    for point in points {
      box = box.union(
        GeoBox(
          latitudes: point.latitude...point.latitude,
          longitudes: point.longitude...point.longitude))
    }
    return box
  }
}

/// The fields of a line, parted by blanks.
private struct Fields {
  private var left: Substring.UTF8View

  init(_ line: Substring.UTF8View) { left = line }

  var isAtEnd: Bool { left.isEmpty }

  private mutating func next() -> Substring.UTF8View? {
    guard !left.isEmpty else { return nil }
    let end = left.firstIndex(of: UInt8(ascii: " ")) ?? left.endIndex
    let field = left[..<end]
    left = end < left.endIndex ? left[left.index(after: end)...] : left[end...]
    return field
  }

  mutating func word() -> String? {
    guard let field = next(), !field.isEmpty else { return nil }
    return String(Substring(field))
  }

  /// A whole number of at most nine digits; nil, and nothing is taken, where none comes next.
  mutating func number() -> Int? {
    let before = left
    guard let field = next() else { return nil }
    var (value, digits, isNegative) = (0, 0, false)
    for byte in field {
      switch byte {
      case UInt8(ascii: "-") where digits == 0 && !isNegative: isNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9") where digits < 9:
        value = 10 * value + Int(byte - UInt8(ascii: "0"))
        digits += 1
      default:
        left = before
        return nil
      }
    }
    guard digits > 0 else {
      left = before
      return nil
    }
    return isNegative ? -value : value
  }

  /// All that is left; nil where that is nothing.
  mutating func rest() -> String? {
    guard !left.isEmpty else { return nil }
    defer { left = left[left.endIndex...] }
    return String(Substring(left))
  }
}
