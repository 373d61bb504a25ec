/// The formats of events that adduce knows.
public enum EventFormats {
  /// Every one, those first that only they can be.
  public static let all: [any EventFormat.Type] = [
    UCDPEvents.self, GTD.self, ACLED.self, PlainEvents.self,
  ]

  /// The format of a file by its first row; nil where none knows it.
  ///
  /// - Parameter key: that of the only format to be tried.
  public static func recognise(_ header: FileRow, as key: String? = nil) -> (any EventFormat)? {
    for format in all where key == nil || key == format.key {
      if let found = format.init(header: header) { return found }
    }
    return nil
  }
}
