import SourceText

/// The document on paper, printed by a browser or by WeasyPrint.
enum PDF {
  private static let browsers = ["chromium", "chromium-browser", "google-chrome", "chrome"]
  /// Seconds until a browser that does not end is taken to hang.
  private static let patience = 300

  /// Prints the document that `write` makes into a file; false when that cannot be done.
  static func isSaved(as output: String, _ write: (_ page: String) -> Bool) -> Bool {
    guard Restart.trialNumber == nil else { return write(output) }
    let isSaved = TemporaryFolder.hold(for: ["review.html", "review.pdf"]) { paths in
      isPrinted(write, paths[0], paths[1], as: output)
    }
    return isSaved ?? complain("cannot make a temporary folder")
  }

  private static func isPrinted(
    _ write: (_ page: String) -> Bool, _ page: String, _ paper: String, as output: String
  ) -> Bool {
    guard write(page) else { return false }
    guard print(page, paper), var bytes = Files.bytes(paper) else {
      return complain(
        "a PDF needs Chromium or WeasyPrint, and neither could print; write .html instead and "
          + "print it from a browser")
    }
    forgetTheRun(in: &bytes)
    var file = OutputFile(output)
    bytes.withUnsafeBytes { file.write($0) }
    return file.finish().map(complain) ?? true
  }

  private static func complain(_ failure: String) -> Bool {
    Output.complain("tenfold: \(failure.printable)\n")
    return false
  }

  private static func print(_ page: String, _ paper: String) -> Bool {
    for browser in browsers {
      let result = Subprocess.run(
        [
          browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
          "--print-to-pdf=\(paper)", "file://\(escaped(page))",
        ], seconds: patience)
      if result?.status == 0, Files.isThere(paper) { return true }
    }
    let printed = Subprocess.run(
      ["env", "SOURCE_DATE_EPOCH=0", "weasyprint", page, paper], seconds: patience)
    return printed?.status == 0 && Files.isThere(paper)
  }

  /// A path as an address has it (RFC 3986): with signs escaped that mean something there.
  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte -> String in
      let letter = Character(Unicode.Scalar(byte))
      let isPlain = byte < 128 && (letter.isLetter || letter.isNumber || "/-._~".contains(letter))
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(letter) : "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }

  /// Makes the same bytes from the same input.
  ///
  /// A browser writes when it printed, and names the nodes of the page in the order in which they
  /// came up while it loaded, which differs now and then. All lengths stay, since a PDF counts its
  /// bytes.
  private static func forgetTheRun(in bytes: inout [UInt8]) {
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      for start in places(behind: key, in: bytes) {
        put("19700101000000", at: start, of: &bytes)
      }
    }
    let nodes = places(behind: "(node", in: bytes).compactMap { start -> (Int, String)? in
      let name = bytes[start...].prefix { (48...57).contains($0) }
      return name.count == 8 ? (start, String(decoding: name, as: UTF8.self)) : nil
    }
    // The tree of names is sorted, so the names keep their order.
    let order = Set(nodes.map(\.1)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(order, 1...))
    for (start, name) in nodes {
      put(digits(numbers[name] ?? 0, width: 8), at: start, of: &bytes)
    }
  }

  private static func places(behind key: String, in bytes: [UInt8]) -> [Int] {
    let mark = Array(key.utf8)
    var found: [Int] = []
    var rest = bytes[...]
    while let place = rest.firstRange(of: mark) {
      found.append(place.upperBound)
      rest = rest[place.upperBound...]
    }
    return found
  }

  /// Digits in the place of as many digits.
  private static func put(_ digits: String, at start: Int, of bytes: inout [UInt8]) {
    for (index, digit) in zip(start..., digits.utf8)
    where index < bytes.count && (48...57).contains(bytes[index]) {
      bytes[index] = digit
    }
  }
}
