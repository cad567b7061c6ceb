import Description
import Findings
import SourceText

/// A project's `.tenfold-accepted.yaml`.
struct AcceptedFile {
  /// Name of the file, in the project's root.
  static let name = ".tenfold-accepted.yaml"

  /// Where a project keeps its decisions.
  static func path(in root: String) -> String { root + "/" + name }

  let path: String

  /// Adds a decision, and says how it did; the file stays as it is where that fails.
  ///
  /// One about the same finding is made again, and keeps what is not said anew.
  func add(_ risk: AcceptedRisk) throws(UsageError) -> String {
    let text = AcceptedText(SourceText(path: path, text: try read()))
    guard let new = text.adding(risk) else { throw refusal(of: risk) }
    if let failure = Output.save(new, as: path) { throw UsageError(message: failure.printable) }
    return text.earlier(than: risk) == nil ? "accepted in" : "accepted again in"
  }

  private func read() throws(UsageError) -> String {
    guard Files.isThere(path) else { return "" }
    guard let bytes = Files.bytes(path) else {
      throw UsageError(message: "cannot read \(path.printable)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError(message: "\(path.printable) is not UTF-8; save it as such")
    }
    return text
  }

  /// Why the decision cannot be written, with the entry that is to be written by hand.
  private func refusal(of risk: AcceptedRisk) -> UsageError {
    let entry = risk.entry(indent: 2).split(separator: "\n").map { String($0).printable }
    return UsageError(
      message: "the layout of \(path.printable) leaves no sure place for the decision; nothing was "
        + "changed, write it below `accepted:` yourself:\n" + entry.joined(separator: "\n"))
  }
}
