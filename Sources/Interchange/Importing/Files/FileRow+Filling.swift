extension FileRow {
  /// Fills the row from its bytes; false where they are more or less than one row.
  public mutating func fill(
    from bytes: UnsafeBufferPointer<UInt8>, offset: Int, line: Int, separator: UInt8,
    encoding: FileEncoding
  ) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var scan = CSVScan(
      base: base, end: bytes.count, separator: separator, isLast: true)
    bounds.removeAll(keepingCapacity: true)
    guard scan.row(&bounds) == .row, scan.next == bytes.count else { return false }
    self.line = line
    self.bytes = offset..<(offset + bytes.count)
    self.encoding = encoding
    take(scan)
    return true
  }

  /// Takes the bytes of a row that was scanned, and undoes doubled quotes.
  mutating func take(_ scan: CSVScan) {
    let base = scan.base
    content.removeAll(keepingCapacity: true)
    content.append(contentsOf: UnsafeBufferPointer(start: base, count: scan.rowEnd))
    for (field, place) in scan.doubled {
      let first = content.count
      var index = place.lowerBound
      while index < place.upperBound {
        content.append(base[index])
        // The second quote of two is left out.
        index += base[index] == UInt8(ascii: "\"") ? 2 : 1
      }
      bounds[field] = (first, content.count)
    }
  }
}
