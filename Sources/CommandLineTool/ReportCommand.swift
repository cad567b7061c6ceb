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
    Output.complain(rules.problems)
    let check = CheckCommand(arguments)
    let paths = check.descriptions()
    let settings = ReportSettings(count: paths.count, rules: rules, isComplete: true)
    var isBroken = !rules.problems.isEmpty
    let write = { (format: ReportFormat, file: String) -> Bool in
      var run = ReportRun([(format, file)], settings, of: check.operands)
      isBroken = review(paths, rules, &run) || isBroken
      return run.finish()
    }
    let isWritten =
      switch form {
      case .html: write(.html, output)
      case .md: write(.markdown, output)
      case .pdf: PDF.isSaved(as: output) { write(.html, $0) }
      }
    return isWritten && !isBroken ? 0 : 2
  }

  /// Adds the reviews to the document; whether a description could not be read in full.
  private func review(_ paths: [String], _ rules: RuleSet, _ run: inout ReportRun) -> Bool {
    let reports = run.reports
    let progress = Progress(of: paths.count)
    var isBroken = false
    inParallel(Array(paths.enumerated())) { number, path in
      var settings = Configuration.read(for: path, rules, options).settings
      settings.isOneOfRun = true
      let review = Review.make(
        path: path, files: Files.access(around: path), rules: rules, settings: settings)
      return (review, reports.map { $0.pieces(review, number) })
    } handOver: { review, pieces in
      Output.complain(review.problems.filter { $0.weight == .error })
      isBroken = isBroken || review.isBroken
      run.add(review, pieces)
      progress.advance()
    }
    progress.finish()
    return isBroken
  }
}

/// The document on paper, printed by a browser or by WeasyPrint.
private enum PDF {
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
    guard print(page, paper), let bytes = Files.bytes(paper) else {
      return complain(
        "a PDF needs Chromium or WeasyPrint, and neither could print; write .html instead and "
          + "print it from a browser")
    }
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
    return Program.run(["weasyprint", page, paper])?.status == 0 && Files.isThere(paper)
  }

  private static func temporaryFolder() -> String? {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/tenfold-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
