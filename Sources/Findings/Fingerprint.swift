import SourceText

/// A short stable identity of some parts, as 16 hexadecimal digits.
///
/// Parts are joined by a unit separator, which no name holds.
package func fingerprint(_ parts: [String]) -> String {
  ShortHash(of: parts.joined(separator: "\u{1F}").utf8).text
}
