import Description
import Findings
import SourceText

/// A project's `.tenfold-accepted.yaml`.
struct AcceptedFile {
  let path: String

  /// Adds a decision, and says in words what that was; the file stays as it is where it fails.
  ///
  /// One about the same finding is made again, and keeps what is not said anew.
  func add(_ risk: AcceptedRisk) throws(UsageError) -> String {
    try FileLock.hold(of: path, else: UsageError(busy: path)) { () throws(UsageError) in
      try addAlone(risk)
    }
  }

  private func addAlone(_ risk: AcceptedRisk) throws(UsageError) -> String {
    let text = AcceptedText(SourceText(path: path, text: try read()))
    let earlier = text.earlier(than: risk)
    let risk = risk.completed(by: earlier)
    if let until = risk.until, let today = Clock.today, until < today {
      throw UsageError(
        message: "the decision ended on \(until.text); set a new last day: --until DAY")
    }
    guard let new = text.adding(risk) else { throw refusal(of: risk) }
    if let failure = Output.save(new, as: path, isEdited: true) {
      throw UsageError(message: failure.printable)
    }
    return earlier == nil ? "accepted in" : "accepted again in"
  }

  private func read() throws(UsageError) -> String {
    let bytes: [UInt8]
    switch GuardedFiles.ofProject(path) {
    case .success(let found): bytes = found?.bytes ?? []
    case .failure(let failure):
      throw UsageError(message: "cannot read \(path.printable); it \(failure.message)")
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
