import Findings
import Growth
import SourceText

/// What would have to change for the target to be carried.
extension GrowthTextReport {
  /// The remedies as an end of the headline; nil where none are needed or known.
  func remedy(_ forecast: GrowthForecast) -> String? {
    let remedies = forecast.remedies
    guard forecast.growth != nil, let first = remedies.steps.first else { return nil }
    let more = remedies.steps.count - 1
    let others = more > 0 ? ", and \(more) more \(more > 1 ? "changes" : "change")" : ""
    let change = "changing \(first.words.printable)\(others)"
    guard let rest = remedies.rest else { return "It is reached by \(change)." }
    return "It comes nearer by \(change); then \(rest.element.printable) is left, by its "
      + "\(rest.limit.words)."
  }

  /// The changes in order, each with what the system carries after it.
  func remedies(_ forecast: GrowthForecast) -> [String] {
    let remedies = forecast.remedies
    guard !remedies.steps.isEmpty else { return [] }
    let limit = input.isComplete ? Int.max : Self.shown
    var lines = [style.strong("To carry \(Unit.digits(remedies.target))x (law)")]
    for (index, step) in remedies.steps.prefix(limit).enumerated() {
      let gain = "\(Unit.carried(step.before))x before, \(Unit.carried(step.after))x after"
      lines += item("\(step.words.printable): \(gain)", "\(index + 1).")
    }
    lines += more(remedies.steps.count - limit)
    if let rest = remedies.rest {
      lines += item("then \(rest.element.printable) is left, by its \(rest.limit.words)")
    }
    return lines + [""]
  }
}
