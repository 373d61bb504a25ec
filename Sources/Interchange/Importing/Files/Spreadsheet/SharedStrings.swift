import Glibc

/// The texts that the cells of a workbook share, by their numbers (ECMA-376 Part 1, 18.4.8).
///
/// Few of them are kept in memory; more go to a file that has no name and is gone with this value. Of
/// each text eight bytes stay in memory, and of the file the pieces last used.
final class SharedStrings {
  /// Where each text ends.
  private var ends: [Int] = []
  /// All texts, or those not yet in the file.
  private var recent: [UInt8] = []
  /// Where `recent` begins.
  private var recentStart = 0
  private let folder: String
  private var file: Int32 = -1
  private var blocks: [Int: [UInt8]] = [:]
  private var lately: [Int] = []

  /// So many bytes stay in memory before they go to the file.
  private let room: Int
  private static let block = 1 << 16
  /// How many pieces of the file are kept: 4 MB.
  private static let kept = 64

  /// The file lies beside another one, where there is room for what the sheet holds.
  init(beside path: String, room: Int = 4 << 20) {
    self.room = room
    folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  deinit { if file >= 0 { close(file) } }

  var count: Int { ends.count }
  /// Whether texts have gone to the file.
  var isSpilled: Bool { file >= 0 }
  /// What is kept in memory of the texts, in bytes.
  var inMemory: Int { recent.count + blocks.values.reduce(0) { $0 + $1.count } }

  /// Adds the next text.
  ///
  /// - Throws: `.unwritable`.
  func append(_ text: ArraySlice<UInt8>) throws(ImportFileProblem) {
    recent += text
    ends.append(recentStart + recent.count)
    if recent.count >= room { try spill() }
  }

  /// Puts a text in place of what `text` holds; false where there is none of that number.
  func read(_ number: Int, into text: inout [UInt8]) throws(ImportFileProblem) -> Bool {
    guard ends.indices.contains(number) else { return false }
    text.removeAll(keepingCapacity: true)
    var start = number == 0 ? 0 : ends[number - 1]
    let end = ends[number]
    while start < min(end, recentStart) {
      let index = start / Self.block
      let piece = try piece(index)
      let from = start - index * Self.block
      let to = min(piece.count, end - index * Self.block)
      text += piece[from..<to]
      start += to - from
    }
    if start < end { text += recent[(start - recentStart)..<(end - recentStart)] }
    return true
  }

  private func piece(_ index: Int) throws(ImportFileProblem) -> [UInt8] {
    if let known = blocks[index] { return known }
    let start = index * Self.block
    var piece = [UInt8](repeating: 0, count: min(Self.block, recentStart - start))
    var done = 0
    while done < piece.count {
      let want = piece.count - done
      let got = piece.withUnsafeMutableBytes { room in
        pread(file, room.baseAddress.map { $0 + done }, want, off_t(start + done))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw failed }
      done += got
    }
    if lately.count >= Self.kept { blocks[lately.removeFirst()] = nil }
    lately.append(index)
    blocks[index] = piece
    return piece
  }

  private func spill() throws(ImportFileProblem) {
    if file < 0 {
      var name = Array("\(folder)/.adduce-XXXXXX".utf8CString)
      file = mkstemp(&name)
      guard file >= 0 else { throw failed }
      unlink(name)
    }
    var done = 0
    while done < recent.count {
      let left = recent.count - done
      let step = recent.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + done }, left) }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { throw failed }
      done += step
    }
    recentStart += recent.count
    recent.removeAll(keepingCapacity: true)
  }

  private var failed: ImportFileProblem {
    .unwritable(path: folder, detail: String(cString: strerror(errno)))
  }
}

/// Fills the table from its part.
final class SharedStringsPart: XMLStreamEvents {
  private let strings: SharedStrings
  private var text: SheetText

  init(_ strings: SharedStrings, path: String) {
    self.strings = strings
    text = SheetText(path: path)
  }

  func begin(_ name: XMLName, _ attributes: XMLPairs) {
    if "si" ~= name { text.clear() } else { text.begin(name, attributes) }
  }

  func end(_ name: XMLName) throws(ImportFileProblem) {
    text.end(name)
    if "si" ~= name { try strings.append(text.decoded()) }
  }

  func text(_ piece: UnsafeRawBufferPointer) throws(ImportFileProblem) { try text.add(piece) }
}
