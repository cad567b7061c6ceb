import Facts
import Findings
import Glibc
import Reports
import Review
import SourceText

/// `tenfold report FILE... -o review.html`: the review document.
struct ReportCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// What the document is, by the ending of its name.
  private enum Form: String, CaseIterable { case html, md, pdf }

  func run() throws(UsageError) -> Int32 {
    guard let output = options.output else {
      throw UsageError(message: "say where the document goes: \(Command.report.usage)")
    }
    guard let form = Form(rawValue: output.split(separator: ".").last.map(String.init) ?? "") else {
      throw UsageError(
        message: "`\(output.printable)` is no document that can be written; end it in .html, .md "
          + "or .pdf")
    }
    let rules = try RuleFolders.rules(options.ruleFolders)
    let check = CheckCommand(arguments)
    let reviews = inParallel(try check.descriptions()) { path in
      Review.make(
        path: path, files: Files.access(around: path), rules: rules,
        settings: Configuration.read(for: path, rules).settings)
    }
    Output.complain(rules.problems + reviews.flatMap(\.problems).filter { $0.weight == .error })
    let input = ReportInput(reviews: reviews, rules: rules.rules, isComplete: true)
    if let failure = write(input, form, output) {
      Output.complain("tenfold: \(failure.printable)\n")
      return 2
    }
    return reviews.contains(where: \.isBroken) || !rules.problems.isEmpty ? 2 : 0
  }

  private func write(_ input: ReportInput, _ form: Form, _ output: String) -> String? {
    do {
      let report = try (form == .md ? ReportFormat.markdown : .html).render(input)
      return form == .pdf ? PDF.save(report, as: output) : Output.save(report, as: output)
    } catch {
      return error.message
    }
  }
}

/// The document on paper, printed by a browser or by WeasyPrint.
private enum PDF {
  private static let browsers = ["chromium", "chromium-browser", "google-chrome", "chrome"]

  /// Prints a document into a file; nil, or what went wrong.
  static func save(_ document: [UInt8], as output: String) -> String? {
    guard let folder = temporaryFolder() else { return "cannot make a temporary folder" }
    let (page, paper) = (folder + "/review.html", folder + "/review.pdf")
    defer {
      unlink(page)
      unlink(paper)
      rmdir(folder)
    }
    if let failure = Output.save(document, as: page) { return failure }
    guard print(page, paper), let bytes = Files.bytes(paper) else {
      return "a PDF needs Chromium or WeasyPrint, and neither could print; write .html instead and "
        + "print it from a browser"
    }
    return Output.save(bytes, as: output)
  }

  private static func print(_ page: String, _ paper: String) -> Bool {
    for browser in browsers {
      let result = Program.run([
        browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
        "--print-to-pdf=\(paper)", "file://\(page)",
      ])
      if result?.status == 0, Files.isThere(paper) { return true }
    }
    return Program.run(["weasyprint", page, paper])?.status == 0 && Files.isThere(paper)
  }

  private static func temporaryFolder() -> String? {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/tenfold-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
