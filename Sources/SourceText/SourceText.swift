/// Text of the user's files: bytes, lines, spans and the excerpts shown in complaints.
///
/// This module knows no YAML and no architecture, reads no files and imports nothing.

/// One text file, valid UTF-8 without a byte order mark.
package struct SourceText: Sendable {
  /// The path as the user wrote it; `-` is standard input.
  package let path: String
  /// The cleaned bytes: what was not text is replaced, byte for byte, by `?`.
  package let bytes: [UInt8]
  /// Offset of the first byte of each line; lines end with LF, CR LF or CR.
  let lineStarts: [UInt32]
  /// Scalars before each block of bytes, so that a column in a huge line costs one block; empty for
  /// a text without such lines.
  private let scalarsBefore: [UInt32]
  private static let blockSize = 4096

  /// A text made in the program or known to be clean.
  package init(path: String, text: String) {
    self.init(path: path, cleanBytes: Array(text.utf8))
  }

  init(path: String, cleanBytes: [UInt8]) {
    self.path = path
    bytes = cleanBytes
    lineStarts = Self.lineStarts(of: cleanBytes)
    scalarsBefore =
      Self.hasLongLine(lineStarts, cleanBytes.count) ? Self.scalarsBefore(cleanBytes) : []
  }

  /// The text between two byte offsets.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// All of the text.
  package var whole: String { string(0..<bytes.count) }

  /// How many lines the text has; an empty text has one.
  package var lineCount: Int { lineStarts.count }

  /// The one-based line and column of a byte offset; columns count Unicode scalars.
  package func position(at offset: Int) -> SourcePosition {
    let line = lineIndex(at: offset)
    let start = Int(lineStarts[line])
    let end = min(offset, bytes.count)
    let column = start < end ? countScalars(start..<end) : 0
    return SourcePosition(line: line + 1, column: column + 1)
  }

  /// How many scalars some bytes are, whole blocks of them without looking.
  private func countScalars(_ range: Range<Int>) -> Int {
    guard range.count > Self.blockSize else { return Self.countScalars(bytes[range]) }
    return scalars(before: range.upperBound) - scalars(before: range.lowerBound)
  }

  private static func hasLongLine(_ starts: [UInt32], _ end: Int) -> Bool {
    var longest = end - Int(starts[starts.count - 1])
    for index in starts.indices.dropLast() {
      longest = max(longest, Int(starts[index + 1] - starts[index]))
    }
    return longest > blockSize
  }

  /// How many scalars stand before an offset.
  private func scalars(before offset: Int) -> Int {
    let block = offset / Self.blockSize
    return Int(scalarsBefore[block])
      + Self.countScalars(bytes[block * Self.blockSize..<offset])
  }

  private static func scalarsBefore(_ bytes: [UInt8]) -> [UInt32] {
    var counts: [UInt32] = [0]
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      let block = bytes[start..<min(start + blockSize, bytes.count)]
      counts.append((counts.last ?? 0) + UInt32(countScalars(block)))
    }
    return counts
  }

  private static func countScalars(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }

  /// The byte range of a one-based line, without its line break.
  package func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return start..<end
  }

  /// A line, or the part of a long one round an offset, cut between scalars.
  func window(of line: Range<Int>, around offset: Int) -> Range<Int> {
    var start = max(line.lowerBound, offset - 400)
    var end = min(line.upperBound, offset + 800)
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<max(start, end)
  }

  /// The same text with everything outside a range as blanks, so that positions stay.
  package func blanked(outside range: Range<Int>) -> SourceText {
    var bytes = Array(bytes.prefix(range.upperBound))
    for index in bytes.indices.prefix(range.lowerBound)
    where bytes[index] != UInt8(ascii: "\n") && bytes[index] != UInt8(ascii: "\r") {
      bytes[index] = UInt8(ascii: " ")
    }
    return SourceText(path: path, cleanBytes: bytes)
  }

  /// The same text with the bytes of some ranges as asterisks, line breaks apart, so that positions
  /// stay and nobody can quote what stood there.
  package func hiding(_ ranges: [Range<Int>]) -> SourceText {
    var bytes = bytes
    for range in ranges {
      for index in range.clamped(to: 0..<bytes.count)
      where bytes[index] != UInt8(ascii: "\n") && bytes[index] != UInt8(ascii: "\r") {
        bytes[index] = UInt8(ascii: "*")
      }
    }
    return SourceText(path: path, cleanBytes: bytes)
  }

  /// Zero-based index of the line an offset lies on, by binary search.
  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func lineStarts(of bytes: [UInt8]) -> [UInt32] {
    var starts: [UInt32] = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte <= 0x0D else { continue }
        let endsLine =
          byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
        if endsLine { starts.append(UInt32(index + 1)) }
      }
    }
    return starts
  }
}

/// A one-based line and column; columns count Unicode scalars.
package struct SourcePosition: Hashable, Sendable {
  /// One-based line.
  package let line: Int
  /// One-based column in Unicode scalars.
  package let column: Int

  /// A position from its parts.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
