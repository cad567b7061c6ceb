import Glibc

/// The lines of standard input, as they come.
struct LineReader {
  private let longest: Int
  private var bytes: [UInt8] = []
  private var isOver = false

  /// A reader of lines with so many bytes; of a longer one it gives the start, one byte too many.
  init(longest: Int) { self.longest = longest }

  /// The next line without its end; nil when standard input is closed.
  mutating func next() -> [UInt8]? {
    var searched = 0
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { bytes.removeSubrange(...end) }
        return Array(bytes[..<min(end, longest + 1)])
      }
      // What is too long is not kept.
      if bytes.count > longest + 1 { bytes.removeSubrange((longest + 1)...) }
      searched = bytes.count
      guard !isOver, read() else {
        isOver = true
        defer { bytes = [] }
        return bytes.isEmpty ? nil : bytes
      }
    }
  }

  /// Reads some more; whether there was more.
  private mutating func read() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 16) { buffer in
      while true {
        let count = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        bytes.append(contentsOf: buffer[..<count])
        return true
      }
    }
  }
}
