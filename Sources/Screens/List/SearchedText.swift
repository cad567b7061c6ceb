import SourceText

/// The texts of an entry that the filter looks into, in lower-case UTF-8: made when something is
/// first looked for, since most lists are never filtered, and not at each key.
///
/// All are equal: what tells entries apart is what they show.
struct SearchedText: Equatable, Sendable {
  private let bytes: Lazy<[UInt8]>

  /// Stands between two texts; no UTF-8 contains it.
  private static let separator: UInt8 = 0xFF

  init(_ texts: @escaping @Sendable () -> [String]) {
    bytes = Lazy {
      Array(texts().map { Array($0.lowercased().utf8) }.joined(separator: [Self.separator]))
    }
  }

  /// Whether one of the texts contains another, given as lower-case UTF-8.
  func contains(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    let bytes = bytes.value
    return bytes.indices.dropLast(needle.count - 1).contains {
      bytes[$0] == first && bytes[$0...].starts(with: needle)
    }
  }

  static func == (_: SearchedText, _: SearchedText) -> Bool { true }
}
