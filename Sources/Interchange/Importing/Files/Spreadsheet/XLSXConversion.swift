/// Writes one worksheet of an .xlsx workbook (ECMA-376 Part 1, 18) as CSV (RFC 4180, UTF-8, LF).
///
/// Everything is read and written as a stream: memory does not grow with the sheet, only by eight bytes
/// for each different text in it. Values are as the sheet holds them, whatever their format shows:
/// numbers without exponents, days as `2018-01-02`. Cells and rows that the sheet leaves out are empty
/// fields; rows above the first one that holds anything, and below the last, are not written.
public struct XLSXConversion: Sendable {
  /// The sheet's name; nil for the first that is not hidden.
  public var sheet: String?
  /// What the parts of the workbook may hold unpacked, all together, and what may be written, in bytes.
  /// It is counted by what comes out, not by what the archive says.
  public var limit: Int

  /// 8 GB hold the largest sheet that people work with many times over.
  public init(sheet: String? = nil, limit: Int = 8_000_000_000) {
    self.sheet = sheet
    self.limit = limit
  }

  /// Converts a workbook. What is half written is removed where it fails.
  ///
  /// - Parameter progress: Told every now and then how many bytes have been unpacked, and how many
  ///   there are as the archive says; what it throws stops the conversion.
  /// - Throws: `.unreadable`, `.damaged`, `.tooLarge`, `.unwritable`; `.cancelled` where `progress` threw.
  public func convert(
    _ path: String, to csv: String, progress: (_ done: Int, _ of: Int) throws -> Void
  ) throws(ImportFileProblem) {
    let archive = try WorkbookArchive(path: path, limit: limit)
    let workbook = try Workbook(archive, sheet: sheet)
    let sink = try CSVSink(path: csv, limit: limit)
    do throws(ImportFileProblem) {
      try write(archive, workbook, sink, progress)
      try sink.finish()
    } catch {
      sink.abandon()
      throw error
    }
  }

  private func write(
    _ archive: WorkbookArchive, _ workbook: Workbook, _ sink: CSVSink,
    _ progress: (Int, Int) throws -> Void
  ) throws(ImportFileProblem) {
    let total = archive.size(workbook.sheet) + (workbook.strings.map(archive.size) ?? 0)
    let strings = SharedStrings(beside: sink.path)
    var done = 0
    for (part, events) in [
      (workbook.strings, SharedStringsPart(strings, path: archive.path) as any XMLStreamEvents),
      (workbook.sheet, SheetPart(workbook, strings, sink)),
    ] {
      guard let part else { continue }
      let stream = try XMLStream(events, path: archive.path)
      var told = done
      let exists = try archive.read(part) { (piece) throws(ImportFileProblem) in
        try stream.take(piece)
        done += piece.count
        guard done - told >= 1 << 20 else { return }
        told = done
        do { try progress(done, max(done, total)) } catch { throw ImportFileProblem.cancelled }
      }
      guard exists else {
        throw .damaged(path: archive.path, detail: "the part \(part) is missing")
      }
      try stream.finish()
    }
    do { try progress(done, done) } catch { throw .cancelled }
  }
}
