import Description
import SourceText
import Terminal

/// `tenfold init [FILE]`: a first description from the answers to six questions.
struct InitCommand {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Offers the interview to a person at a terminal; whether it is wanted.
  static func isWanted() -> Bool {
    guard Terminal.isInteractive else { return false }
    StandardStreams.writeError(
      "There is no description here (*.tenfold.yaml). Write one from six questions? yes or no "
        + "(yes): ")
    var lines = LineReader(longest: 80)
    guard let line = lines.next() else {
      StandardStreams.writeError("\n")
      return false
    }
    return ["", "y", "yes"].contains(String(decoding: line, as: UTF8.self).trimmed.lowercased())
  }

  func run() throws(UsageError) -> Int32 {
    let (path, system) = try target()
    if Files.isThere(path) || Files.isLink(path) {
      throw UsageError(
        message: "`\(path.printable)` is there already, and is left as it is; name another file")
    }
    if let failure = OutputFile.refusal(of: path) { throw UsageError(message: failure.printable) }
    var interview = Interview(about: system)
    guard let description = interview.run() else {
      Output.complain("\ntenfold: the answers ended early; nothing is written\n")
      return 2
    }
    guard !description.isEmpty else {
      Output.complain("tenfold: nothing was answered; nothing is written\n")
      return 2
    }
    if let failure = Output.save(description.text, as: path) {
      throw UsageError(message: failure.printable)
    }
    guard Terminal.isInteractive else {
      Output.print("wrote \(path.printable); `tenfold \(path.printable)` reviews it\n")
      return 0
    }
    var review = arguments
    (review.command, review.operands) = (.review, [path])
    return try ReviewCommand(review).run()
  }

  /// The file, which is called after the folder where it is not named, and the system's name.
  private func target() throws(UsageError) -> (path: String, system: String) {
    let suffixes = DescriptionName.suffixes.filter { !$0.hasSuffix(".json") }
    let folder = Paths.real(".")?.split(separator: "/").last.map(String.init) ?? "system"
    let path = arguments.operands.first ?? folder + suffixes[0]
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    guard arguments.operands.count < 2, let suffix = suffixes.first(where: name.hasSuffix),
      name.count > suffix.count
    else {
      throw UsageError(
        message: "name one file that ends in \(suffixes[0]): \(Command.`init`.usage)")
    }
    return (path, String(name.dropLast(suffix.count)))
  }
}
