/// A ZIP archive of stored parts (APPNOTE 4.3: local headers, central directory, its end).
public enum SampleArchive {
  /// The archive's bytes. `flags` are the general purpose flags of each part: 1 says it is encrypted.
  public static func bytes(_ parts: [(String, String)], flags: UInt16 = 0) -> [UInt8] {
    bytes(parts.map { ($0.0, Array($0.1.utf8)) }, flags: flags)
  }

  /// The same of parts that are no text.
  public static func bytes(_ parts: [(String, [UInt8])], flags: UInt16 = 0) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in parts {
      let place = archive.count
      var header: [UInt8] = []
      put(UInt16(20), &header)
      put(flags, &header)
      put(UInt16(0), &header)
      put(UInt32(0), &header)
      put(crc(content), &header)
      put(UInt32(content.count), &header)
      put(UInt32(content.count), &header)
      put(UInt16(name.utf8.count), &header)
      put(UInt16(0), &header)
      archive += Array("PK\u{3}\u{4}".utf8) + header + Array(name.utf8) + content
      directory += Array("PK\u{1}\u{2}".utf8) + [20, 0] + header
      directory += [UInt8](repeating: 0, count: 10)
      put(UInt32(place), &directory)
      directory += Array(name.utf8)
    }
    var end = Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
    put(UInt16(parts.count), &end)
    put(UInt16(parts.count), &end)
    put(UInt32(directory.count), &end)
    put(UInt32(archive.count), &end)
    return archive + directory + end + [0, 0]
  }

  private static func put(_ number: some FixedWidthInteger, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  /// The checksum of ISO 3309 that ZIP uses.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { bytes in
      table.withUnsafeBufferPointer { table in
        var sum = UInt32.max
        for byte in bytes { sum = sum >> 8 ^ table[Int((sum ^ UInt32(byte)) & 0xFF)] }
        return ~sum
      }
    }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in
      sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
    }
  }
}
