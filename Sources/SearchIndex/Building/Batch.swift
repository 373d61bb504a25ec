/// Texts and keys of some documents on their way from the thread that adds them to the one that
/// indexes them: copied, so that nothing of Swift's strings is shared.
final class Batch {
  enum Kind: UInt8 {
    case document, text, key
  }

  fileprivate static let headerSize = 5
  private var bytes: RawBytes

  /// How many bytes it has.
  var size: Int { bytes.count }

  init(capacity: Int = 1 << 16) { bytes = RawBytes(capacity: capacity) }

  /// Begins a document, to which belongs what follows.
  func begin(_ document: UInt32) {
    header(.document, count: 4)
    let at = bytes.extend(by: 4)
    bytes.start.storeBytes(of: document, toByteOffset: at, as: UInt32.self)
  }

  func add(text: String) {
    var text = text
    text.withUTF8 { utf8 in
      header(.text, count: utf8.count)
      bytes.append(UnsafeRawBufferPointer(utf8))
    }
  }

  func add(_ field: Field, key: String) {
    var (name, key) = (field.name, key)
    name.withUTF8 { name in
      key.withUTF8 { key in
        header(.key, count: name.count + key.count + 1)
        bytes.append(UnsafeRawBufferPointer(name))
        bytes.append(0)
        bytes.append(UnsafeRawBufferPointer(key))
      }
    }
  }

  func add(_ parts: DocumentParts) { bytes.append(parts.batch.bytes.bytes) }

  private func header(_ kind: Kind, count: Int) {
    let at = bytes.extend(by: Self.headerSize)
    bytes.start.storeBytes(of: kind.rawValue, toByteOffset: at, as: UInt8.self)
    bytes.start.storeBytes(of: UInt32(count), toByteOffset: at + 1, as: UInt32.self)
  }

  /// Gives the texts and keys that were added, in order, each with its document, and forgets them.
  func drain(_ take: (Kind, UInt32, UnsafeRawBufferPointer) -> Void) {
    let all = bytes.bytes
    var at = 0
    var document: UInt32 = 0
    while at < all.count {
      let kind = Kind(rawValue: all[at]) ?? .key
      let count = Int(all.loadUnaligned(fromByteOffset: at + 1, as: UInt32.self))
      at += Self.headerSize
      if kind == .document {
        document = all.loadUnaligned(fromByteOffset: at, as: UInt32.self)
      } else {
        take(kind, document, UnsafeRawBufferPointer(rebasing: all[at..<(at + count)]))
      }
      at += count
    }
    bytes.removeAll()
  }
}

/// Texts and keys that many documents share, made ready once.
public final class DocumentParts {
  fileprivate let batch = Batch(capacity: 256)

  /// Nothing as yet.
  public init() {}

  /// Adds a text whose words find the document; what is a phrase in one does not reach into the next.
  public func add(text: String) { if !text.isEmpty { batch.add(text: text) } }

  /// Adds an exact key by which the document is found.
  public func add(_ field: Field, key: String) {
    field.check()
    batch.add(field, key: key)
  }
}

extension Field {
  /// Stops where the name is one that an index cannot have.
  func check() {
    precondition(!name.utf8.contains(0) && name.first != " ", "no name of a field: \(name)")
  }
}
