import Model

/// What a row of the GTD says of one number of people: a figure, or that it is unknown and why.
enum GTDCount: Equatable {
  case figure(CasualtyFigure)
  /// A share of the figure for several incidents, which is no whole number: `about` the nearest one.
  case share(CasualtyFigure, written: String)
  /// Never 0: `the field is blank`.
  case unknown(why: String)

  var figure: CasualtyFigure? {
    switch self {
    case .figure(let figure), .share(let figure, _): figure
    case .unknown: nil
    }
  }
}

extension GTD {
  /// A number of people by the codebook's section VIII: blank, -9 and -99 are unknown. Nil where the
  /// file has no such column.
  func count(_ row: FileRow, _ column: Int?) -> GTDCount? {
    guard let column else { return nil }
    if row.isBlank(column) { return .unknown(why: "the field is blank") }
    switch row.integer(column) {
    case let number? where number >= 0: return .figure(CasualtyFigure(number))
    case let number? where number == -9 || number == -99:
      return .unknown(why: "coded \(number): unknown")
    case nil:
      if let number = row.decimal(column), (0..<1e9).contains(number) {
        let nearest = Int(number.rounded())
        return .share(CasualtyFigure(nearest, .about), written: row.text(column) ?? "")
      }
    default: break
    }
    return .unknown(why: "“\(row.text(column) ?? "")” is no number of people")
  }

  /// One line for lists where the figures alone would hide that the dead were not counted.
  func line(_ killed: GTDCount?, _ wounded: GTDCount?) -> String? {
    guard case .unknown? = killed else {
      guard killed?.figure?.value == 0, case .unknown? = wounded else { return nil }
      return "0 killed, wounded unknown"
    }
    switch wounded?.figure {
    case let figure?: return "killed unknown, \(figure.short) wounded"
    case nil: return "killed unknown"
    }
  }

  /// The facts of the row's numbers of killed and wounded.
  func casualties(_ row: FileRow) -> [DatasetFact] {
    let columns: [(String, Property, String, String?)] = [
      ("nkill", .killed, "Killed", "total, attackers included"),
      ("nkillter", .killed, "Killed, attackers", nil),
      ("nkillus", .killed, "Killed, US citizens", nil),
      ("nwound", .wounded, "Wounded", "total, attackers included"),
      ("nwoundte", .wounded, "Wounded, attackers", nil),
      ("nwoundus", .wounded, "Wounded, US citizens", nil),
    ]
    return columns.compactMap { name, property, label, note in
      guard let column = names.place(name), let count = count(row, column) else { return nil }
      func fact(_ value: DatasetFact.Value, _ note: String?) -> DatasetFact {
        DatasetFact(property, label, value, columns: [column], note: note)
      }
      return switch count {
      case .figure(let figure): fact(.figure(figure), note)
      case .share(let figure, let written):
        fact(
          .figure(figure),
          [note, "the row says \(written): a share of the total for several incidents"]
            .compactMap(\.self).joined(separator: "; "))
      case .unknown(let why): fact(.text("unknown"), why)
      }
    }
  }
}
