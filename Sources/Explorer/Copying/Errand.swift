import Model
import Query

/// Something to be done with works that are asked for first.
struct Errand: Equatable, Sendable {
  enum Aim: Equatable, Sendable {
    case copyCitation, copyLink, openAddress, openFile
  }

  let aim: Aim
  let pointed: Pointed
  /// The works that are not known yet.
  private(set) var missing: [RecordID]
  private var known: [RecordID: Source] = [:]

  init(_ aim: Aim, _ pointed: Pointed) {
    self.aim = aim
    self.pointed = pointed
    missing = pointed.works
    if let source = pointed.source { known[source.id] = source }
  }

  mutating func take(_ source: Source) {
    known[source.id] = source
    missing.removeAll { $0 == source.id }
  }

  /// The works in their order.
  var works: [Source] {
    let ids = [pointed.source?.id].compactMap(\.self) + pointed.works
    return ids.compactMap { known[$0] }
  }

  /// What says where it comes from, a line a passage.
  var citation: String {
    if let row = pointed.row { return CitationText.text(row, works: works) }
    let lines = pointed.citations.compactMap { citation in
      known[citation.passage.source].map {
        CitationText.text($0, citation, names: pointed.names)
      }
    }
    guard lines.isEmpty, let source = pointed.source else { return lines.joined(separator: "\n") }
    return CitationText.text(source)
  }

  /// The addresses of its works, or those that a dataset's row holds, each once.
  var addresses: [String] {
    var addresses: [String] = []
    let fields = pointed.row?.fields.map(\.value) ?? []
    for address in works.compactMap(\.url) + fields.filter({ $0.hasPrefix("http") })
    where !addresses.contains(address) { addresses.append(address) }
    return addresses
  }
}

extension ExplorerState {
  /// Goes on with an errand: asks for the next work, or does what is to be done.
  mutating func run(_ errand: Errand) -> [Effect] {
    if errand.aim == .openFile { return askForFile(errand) }
    self.errand = errand
    if let next = errand.missing.first { return [.ask(.errand, .dossier(next))] }
    self.errand = nil
    switch errand.aim {
    case .copyCitation: return copy(errand.citation, as: "the citation")
    case .copyLink: return copy(errand.addresses.joined(separator: "\n"), as: "the link")
    case .openAddress, .openFile: return openAddress(errand)
    }
  }

  /// Takes what an errand asked for.
  mutating func takeForErrand(_ reply: Reply) -> [Effect] {
    guard var errand else { return [] }
    switch reply {
    case .dossier(let dossier):
      guard case .source(let source) = dossier.record else { return [] }
      errand.take(source)
      return run(errand)
    case .reading(let reading):
      self.errand = nil
      return open(fileOf: reading)
    default: return []
    }
  }

  // MARK: Opening

  /// `O`: the address of the source under the cursor, or of the one that the fact rests on.
  mutating func openAddress() -> [Effect] {
    guard let pointed else { return refuseErrand("O opens the address of a source") }
    return run(Errand(.openAddress, pointed))
  }

  /// `o`: the file that was attached to it.
  mutating func openFile() -> [Effect] {
    if overlays.isEmpty, focus == .reader, let reading = panes.reader?.reading {
      return open(fileOf: reading)
    }
    guard let pointed else { return refuseErrand("o opens the file attached to a source") }
    return run(Errand(.openFile, pointed))
  }

  private mutating func refuseErrand(_ text: String) -> [Effect] {
    notice = .init(text: "\(text); there is none under the cursor")
    return []
  }

  private mutating func openAddress(_ errand: Errand) -> [Effect] {
    guard let address = errand.addresses.first else {
      let work = errand.works.first?.name
      notice = .init(
        text: work.map { "no address is known of \($0)" } ?? "no source has an address")
      return []
    }
    return [.open(address)]
  }

  private mutating func askForFile(_ errand: Errand) -> [Effect] {
    let held = errand.pointed.source.map { $0.isHeld ? [$0.id] : [] }
    guard let source = (held ?? errand.pointed.citations.map(\.passage.source)).first else {
      notice = .init(text: "no passages of it are coded, so no copy can be attached")
      return []
    }
    self.errand = errand
    return [.ask(.errand, .reading(source))]
  }

  private mutating func open(fileOf reading: Reading) -> [Effect] {
    guard let copy = reading.copy else {
      notice = .init(text: "no copy of \(reading.source.id) is attached: adduce attach FILE")
      return []
    }
    guard copy.file != .missing else {
      notice = .init(text: "\(copy.path) is not there any more", isProblem: true)
      return []
    }
    return [.open(copy.path)]
  }
}
