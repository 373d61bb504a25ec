extension ExtendedDate {
  /// What may stand before or after a part of a date (ISO 8601-2:2019, 8.4).
  enum Qualifier: Character, CaseIterable, Hashable, Sendable {
    case uncertain = "?"
    case approximate = "~"
    case both = "%"

    var isUncertain: Bool { self != .approximate }
    var isApproximate: Bool { self != .uncertain }
  }

  /// The parts of a date that a mark may belong to; a season stands where a month does.
  enum Part: Int, CaseIterable, Hashable, Sendable {
    case year, month, day
  }

  /// The marks of a date, where they are written.
  ///
  /// One before a part is of this part alone, one after it is of the part and of all to its left:
  /// in `2004-06~-11` year and month are approximate, in `2004-~06-11` the month alone.
  struct Marks: Hashable, Sendable {
    private var before = Triple()
    private var after = Triple()

    private struct Triple: Hashable, Sendable {
      var year: Qualifier?
      var month: Qualifier?
      var day: Qualifier?

      subscript(part: Part) -> Qualifier? {
        get {
          switch part {
          case .year: year
          case .month: month
          case .day: day
          }
        }
        set {
          switch part {
          case .year: year = newValue
          case .month: month = newValue
          case .day: day = newValue
          }
        }
      }
    }

    init() {}

    var isEmpty: Bool { self == Marks() }

    mutating func put(before: Qualifier?, after: Qualifier?, _ part: Part) {
      self.before[part] = before
      self.after[part] = after
    }

    /// The text of a part with its marks around it.
    func around(_ text: String, _ part: Part) -> String {
      (before[part].map { String($0.rawValue) } ?? "") + text
        + (after[part].map { String($0.rawValue) } ?? "")
    }

    /// The parts that a mark belongs to, of those that the mark says something about.
    func parts(_ says: (Qualifier) -> Bool) -> [Part] {
      Part.allCases.filter { part in
        let marks = [before[part]] + Part.allCases.suffix(from: part.rawValue).map { after[$0] }
        return marks.contains { $0.map(says) ?? false }
      }
    }

    /// The parts at which a mark stands that says approximate.
    var approximateAt: [Part] {
      Part.allCases.filter {
        (before[$0]?.isApproximate ?? false) || (after[$0]?.isApproximate ?? false)
      }
    }
  }
}
