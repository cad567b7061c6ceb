import Glibc
import SourceText

/// The texts of an entry that the filter looks into, in lower-case UTF-8: made when something is
/// first looked for, since most lists are never filtered, and not at each key.
///
/// All are equal: what tells entries apart is what they show.
struct SearchedText: Equatable, Sendable {
  private let bytes: Lazy<[UInt8]>

  /// Stands behind each text; no UTF-8 contains it.
  private static let separator: UInt8 = 0xFF

  init(_ texts: @escaping @Sendable () -> [String]) {
    bytes = Lazy {
      var bytes: [UInt8] = []
      for text in texts() {
        bytes += text.loweredBytes
        bytes.append(Self.separator)
      }
      return bytes
    }
  }

  /// Whether one of the texts contains another, given as lower-case UTF-8.
  func contains(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    return bytes.value.withUnsafeBytes { bytes in
      guard var place = bytes.baseAddress else { return false }
      let end = place + (bytes.count - needle.count)
      while place <= end, let found = memchr(place, Int32(first), end - place + 1) {
        if memcmp(found, needle, needle.count) == 0 { return true }
        place = UnsafeRawPointer(found) + 1
      }
      return false
    }
  }

  static func == (_: SearchedText, _: SearchedText) -> Bool { true }
}

extension String {
  /// The text in lower case; what is ASCII alone needs no tables.
  fileprivate var loweredBytes: [UInt8] {
    let bytes = Array(utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return Array(lowercased().utf8) }
    return bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
