import Glibc
import SourceText

/// The document on paper, printed by a browser or by WeasyPrint.
enum PDF {
  private static let browsers = ["chromium", "chromium-browser", "google-chrome", "chrome"]

  /// Prints the document that `write` makes into a file; false when that cannot be done.
  static func isSaved(as output: String, _ write: (_ page: String) -> Bool) -> Bool {
    guard let folder = temporaryFolder() else { return complain("cannot make a temporary folder") }
    let (page, paper) = (folder + "/review.html", folder + "/review.pdf")
    defer {
      unlink(page)
      unlink(paper)
      rmdir(folder)
    }
    guard write(page) else { return false }
    guard print(page, paper), var bytes = Files.bytes(paper) else {
      return complain(
        "a PDF needs Chromium or WeasyPrint, and neither could print; write .html instead and "
          + "print it from a browser")
    }
    forgetDates(in: &bytes)
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
      let result = Program.run([
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--print-to-pdf=\(paper)", "file://\(page)",
      ])
      if result?.status == 0, Files.isThere(paper) { return true }
    }
    let printed = Program.run(["env", "SOURCE_DATE_EPOCH=0", "weasyprint", page, paper])
    return printed?.status == 0 && Files.isThere(paper)
  }

  /// Puts one day in the place of the dates on which it was made, so that the same input gives the
  /// same bytes; their lengths stay, since a PDF counts its bytes.
  static func forgetDates(in bytes: inout [UInt8]) {
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      let mark = Array(key.utf8)
      var start = 0
      while let place = bytes[start...].firstRange(of: mark) {
        start = place.upperBound
        for (offset, digit) in "19700101000000".utf8.enumerated()
        where start + offset < bytes.count && (48...57).contains(bytes[start + offset]) {
          bytes[start + offset] = digit
        }
      }
    }
  }

  private static func temporaryFolder() -> String? {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/tenfold-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
