import Interchange
import Model
import Testing

/// The real list, release 22.1, by columns of the raw rows.
@Suite(.enabled(if: TestFiles.data != nil, "\(TestFiles.why)"))
struct UCDPActorListTests {
  /// All rows, cut at commas and line ends outside quotes, each with its physical line.
  private static let rows: [FileRow] = {
    guard let bytes = try? TestFiles.bytes("ucdp/ucdp-actor-221.csv") else { return [] }
    var rows: [FileRow] = []
    var fields: [[UInt8]] = [[]]
    var (quoted, line, start) = (false, 1, 1)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): quoted.toggle()
      case UInt8(ascii: ",") where !quoted: fields.append([])
      case 0x0A where !quoted:
        rows.append(FileRow(fields.map { String(decoding: $0, as: UTF8.self) }, line: start))
        (fields, start) = ([[]], line + 1)
      case 0x0D: break
      default: fields[fields.count - 1].append(byte)
      }
      if byte == 0x0A { line += 1 }
    }
    return rows
  }()

  private func read() throws -> (
    rows: [FileRow], found: ImportedRecords, actors: [UCDPActors.Actor]
  ) {
    let header = try #require(Self.rows.first)
    let reader = try #require(UCDPActors(header: header))
    let rows = Array(Self.rows.dropFirst())
    return (
      rows, reader.records(rows, file: "f", dataset: "ucdp-actors"),
      reader.read(rows, file: "f").actors
    )
  }

  @Test func everyRowIsAnActor() throws {
    let (rows, found, actors) = try read()
    #expect(rows.count == 1725 && actors.count == 1725 && found.problems == [])
    #expect(found.groups.count == Set(rows.map { $0[0] }).count && found.hasSoundIDs)
    #expect(actors.map(\.name) == rows.map { $0[1].split(separator: " ").joined(separator: " ") })
    #expect(actors.allSatisfy { $0.version == "22.1" && $0.organisation != nil })
    // Every fourth code is a government, and no other.
    for actor in actors {
      #expect((actor.organisation == .state) == actor.name.hasPrefix("Government of"))
    }
  }

  /// As many links of a bond as there are numbers in its column.
  @Test func everyNumberOfALinkIsARelation() throws {
    let (rows, found, actors) = try read()
    var total = 0
    for (bond, column) in zip(UCDPActors.Bond.allCases, [21, 24, 27, 30]) {
      let numbers = rows.map { row in
        row.isBlank(column) ? 0 : row[column].split(separator: ",").count
      }.reduce(0, +)
      #expect(actors.flatMap(\.links).count { $0.bond == bond } == numbers, "\(bond)")
      total += numbers
    }
    #expect(found.relations.count == total && total == 465)
    // Four of the actors that rows name are not in the list.
    #expect(
      found.relations.compactMap { if case .words(let words) = $0.to { words } else { nil } } == [
        "PBCP-ML (UCDP actor 2658)", "Liwa al-Haqq (UCDP actor 7610)",
        "Ansar al-Sham (UCDP actor 7611)", "Raia Mutomboki - Shukuru (UCDP actor 6493)",
      ])
  }

  /// Row of 5928: NameOrig Ahrar-ul-Hind, NewName Jamaat-ul-Ahrar, split from 356 (TTP), joined 356 again.
  @Test func jamaatUlAhrarSplitFromTheTTPAndJoinedIt() throws {
    let (_, found, actors) = try read()
    let actor = try #require(actors.first { $0.number == 5928 })
    #expect(actor.name == "Jamaat-ul-Ahrar" && actor.location == "Pakistan")
    #expect(
      actor.aliases.map { "\($0.text): \($0.kind)" } == [
        "Jamaat-ul-Ahrar: name", "Freedom fighters group: name", "Ahrar-ul-Hind: former",
        "The Freedom Fighters of India: former",
      ])
    #expect(
      actor.links.map { "\($0.bond) \($0.number) \($0.name ?? "-")" } == [
        "splinter 356 TTP", "joined 356 TTP",
      ])
    let relations = found.relations.filter { $0.from == .record("ucdp-5928") }
    #expect(relations.map(\.kind) == [.splinter, .merger])
    #expect(relations.allSatisfy { $0.to == .record("ucdp-356") })
    #expect(
      relations[0].statements[0].citations.map(\.passage.number.rawValue) == [actor.line])
  }

  /// Rows that name 356 (TTP): three factions for a time, four for good, two that joined it.
  @Test func theTTPHasItsSplinters() throws {
    let (_, found, _) = try read()
    let relations = found.relations.filter { $0.to == .record("ucdp-356") }
    let ids = relations.map(\.id.rawValue).sorted()
    #expect(
      ids == [
        "ucdp-1101-temporary-split-ucdp-356", "ucdp-1102-temporary-split-ucdp-356",
        "ucdp-1103-temporary-split-ucdp-356", "ucdp-3047-splinter-ucdp-356",
        "ucdp-399-joined-ucdp-356", "ucdp-5864-splinter-ucdp-356", "ucdp-5865-splinter-ucdp-356",
        "ucdp-5928-joined-ucdp-356", "ucdp-5928-splinter-ucdp-356",
      ])
    let temporary = relations.filter { $0.statements[0].note == "a temporary split" }
    #expect(temporary.count == 3)
  }

  /// Row of 234: NameOrig Jama’at Al-Tawhid wa Al-Jihad, NewName “TQJBR, ISI, ISIS, IS”.
  @Test func theIslamicStateHasItsFormerNames() throws {
    let (_, _, actors) = try read()
    let aliases = try #require(actors.first { $0.number == 234 }).aliases
    let current = aliases.filter { $0.kind != .former }.map(\.text)
    #expect(current == ["IS", "al-Dawla al-Islamiyya", "Islamic State"])
    for name in ["TQJBR", "ISI", "ISIS", "Islamic State of Iraq", "The Monotheism and Jihad Group"]
    {
      #expect(aliases.contains { $0.text == name && $0.kind == .former }, "\(name)")
    }
  }
}
