/// The lines at which blocks of a file begin, by which what is broken in one hides no other one.
enum HCLHeaders {
  /// The blocks of a file, and how many names each has.
  static let labels = [
    "resource": 2, "data": 2, "module": 1, "variable": 1, "output": 1, "provider": 1, "check": 1,
    "locals": 0, "terraform": 0, "moved": 0, "import": 0, "removed": 0,
  ]

  /// Where they are, in order; a text that looks like one is among them.
  static func all(in bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      if isHeader(bytes[start...index]) { found.append(start) }
      start = index + 1
    }
    if isHeader(bytes[start...]) { found.append(start) }
    return found
  }

  /// Whether a line is `word "name" "name" {` and what may follow, from its first byte on.
  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.prefix { $0 >= 0x61 && $0 <= 0x7A }
    guard (4...9).contains(word.count),
      let count = labels[String(decoding: word, as: UTF8.self)]
    else { return false }
    var rest = line[word.endIndex...]
    for _ in 0..<count {
      rest = rest.drop(while: isBlank)
      let isQuoted = rest.first == UInt8(ascii: "\"")
      let name = rest.dropFirst(isQuoted ? 1 : 0).prefix(while: isPart)
      guard !name.isEmpty else { return false }
      rest = line[name.endIndex...]
      guard isQuoted else { continue }
      guard rest.first == UInt8(ascii: "\"") else { return false }
      rest = rest.dropFirst()
    }
    return rest.drop(while: isBlank).first == UInt8(ascii: "{")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: "-_.".utf8.contains(byte)
    }
  }

  // MARK: - Of a list of them

  /// The first one after a place.
  static func first(of headers: [Int], after place: Int) -> Int? {
    let number = number(of: headers, after: place)
    return number < headers.count ? headers[number] : nil
  }

  /// The last one at or before a place.
  static func last(of headers: [Int], upTo place: Int) -> Int? {
    let number = number(of: headers, after: place)
    return number > 0 ? headers[number - 1] : nil
  }

  static func contains(_ headers: [Int], _ place: Int) -> Bool {
    last(of: headers, upTo: place) == place
  }

  private static func number(of headers: [Int], after place: Int) -> Int {
    var (low, high) = (0, headers.count)
    while low < high {
      let middle = (low + high) / 2
      if headers[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
