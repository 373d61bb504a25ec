import Foundation
import Text

/// A town with its names in Latin letters.
struct Town: Decodable {
  let name: String
  let alternatenames: [String]

  /// The towns of `geo/places-af-pk.jsonl`.
  static func all(_ path: String) throws -> [Town] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(whereSeparator: \.isNewline).map {
      try JSONDecoder().decode(Town.self, from: Data($0.utf8))
    }
  }

  /// Which pairs of towns' names are taken.
  enum Choice {
    /// All names in Latin letters, also those that GeoNames has by machine from other scripts
    /// (`zwr kwt`, `ka bu er`: they begin with a small letter), and codes (`KBL`). Of the names of
    /// other towns every second is taken by hash, the others are near.
    case latin
    /// Without those of machines, and without codes.
    case written
    /// Of the written names those that differ from the town's by at most half of their letters, for
    /// many are other names of the town; of other towns' names all near.
    case spellings
  }

  /// Pairs of a town and each of its other names, and as many of a town and another town's name.
  ///
  /// Near is the most alike, by plain edit distance over length, of 300 names taken by hash. Names
  /// that fold to the same are no pair, and of those that fold alike one is taken.
  static func pairs(_ towns: [Town], _ choice: Choice) -> [NamePair] {
    let names = towns.map { $0.others(written: choice != .latin) }
    let own = towns.indices.map { Set((names[$0] + [towns[$0].name]).map(joined)) }
    let all = towns.indices.flatMap { town in names[town].map { (town, $0) } }
    var pairs: [NamePair] = []
    for (number, (town, name)) in all.enumerated() {
      let half = towns[town].name
      if choice == .spellings, distance(half, name) > 0.5 { continue }
      pairs.append(NamePair(half, name, isMatch: true, half: half))
      let isNear = choice == .spellings || number.isMultiple(of: 2)
      var candidates: [String] = []
      var state = NamePair.hash("\(half) \(number)")
      while candidates.count < (isNear ? 300 : 1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let (other, name) = all[Int(state >> 33) % all.count]
        if other != town, !own[town].contains(joined(name)) { candidates.append(name) }
      }
      let nearest = candidates.map { ($0, distance(half, $0)) }.min { $0.1 < $1.1 }
      pairs.append(NamePair(half, nearest!.0, isMatch: false, half: half))
    }
    return pairs
  }

  private func others(written: Bool) -> [String] {
    var seen: Set<String> = [Self.joined(name)]
    return alternatenames.filter { name in
      let isLatin = Folding.words(name).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
      let isCode = name.count <= 3 && name == name.uppercased()
      let isWritten = name.first { $0.isLetter }?.isUppercase == true && !isCode
      guard isLatin, !written || isWritten, !Self.joined(name).isEmpty else { return false }
      return seen.insert(Self.joined(name)).inserted
    }
  }

  private static func joined(_ name: String) -> String { Folding.words(name).joined() }

  /// Levenshtein distance over the longer length.
  private static func distance(_ one: String, _ other: String) -> Double {
    let (one, other) = (Array(joined(one).utf8), Array(joined(other).utf8))
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let swap = diagonal + (letter == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(swap, diagonal + 1, row[column] + 1)
      }
    }
    return Double(row[other.count]) / Double(max(one.count, other.count, 1))
  }
}
