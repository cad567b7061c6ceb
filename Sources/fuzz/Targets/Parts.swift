/// An input of several texts: lines `%% next` part them, so that it is one file all the same.
enum Parts {
  private static let mark = "\n%% next\n"

  /// Several texts as one input.
  static func joined(_ parts: [[UInt8]]) -> [UInt8] { Array(parts.joined(separator: mark.utf8)) }

  /// So many texts of an input; those that are missing are empty.
  static func split(_ bytes: [UInt8], into count: Int) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var rest = bytes[...]
    while parts.count < count - 1, let found = rest.firstRange(of: mark.utf8) {
      parts.append(Array(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    parts.append(Array(rest))
    return parts + Array(repeating: [], count: max(0, count - parts.count))
  }
}
