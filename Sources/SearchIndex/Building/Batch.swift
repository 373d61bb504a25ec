/// Texts and keys of some documents on their way from the thread that adds them to the one that
/// indexes them: copied, so that nothing of Swift's strings is shared.
final class Batch {
  enum Kind: UInt8 {
    case text, key
  }

  private static let recordSize = 9
  private var bytes = RawBytes(capacity: 1 << 16)

  /// How many bytes it has.
  var size: Int { bytes.count }

  func add(text: String, of document: UInt32) {
    var text = text
    text.withUTF8 { utf8 in
      header(.text, document, count: utf8.count)
      bytes.append(UnsafeRawBufferPointer(utf8))
    }
  }

  func add(_ field: Field, key: String, of document: UInt32) {
    var (name, key) = (field.name, key)
    name.withUTF8 { name in
      key.withUTF8 { key in
        header(.key, document, count: name.count + key.count + 1)
        bytes.append(UnsafeRawBufferPointer(name))
        bytes.append(0)
        bytes.append(UnsafeRawBufferPointer(key))
      }
    }
  }

  private func header(_ kind: Kind, _ document: UInt32, count: Int) {
    let at = bytes.extend(by: Self.recordSize)
    bytes.start.storeBytes(of: kind.rawValue, toByteOffset: at, as: UInt8.self)
    bytes.start.storeBytes(of: document, toByteOffset: at + 1, as: UInt32.self)
    bytes.start.storeBytes(of: UInt32(count), toByteOffset: at + 5, as: UInt32.self)
  }

  /// Gives what was added, in order, and forgets it.
  func drain(_ take: (Kind, UInt32, UnsafeRawBufferPointer) -> Void) {
    let all = bytes.bytes
    var at = 0
    while at < all.count {
      let kind = Kind(rawValue: all[at]) ?? .key
      let document = all.loadUnaligned(fromByteOffset: at + 1, as: UInt32.self)
      let count = Int(all.loadUnaligned(fromByteOffset: at + 5, as: UInt32.self))
      at += Self.recordSize
      take(kind, document, UnsafeRawBufferPointer(rebasing: all[at..<(at + count)]))
      at += count
    }
    bytes.removeAll()
  }
}
