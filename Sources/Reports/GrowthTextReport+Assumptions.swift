import Findings
import Growth
import SourceText

/// What the answers rest on, with what they become at the ends of its range.
extension GrowthTextReport {
  /// The end of the headline: what nobody declared and the answer depends on.
  func decision(_ forecast: GrowthForecast) -> String? {
    let deciding = forecast.assumptions.filter(\.decides)
    guard let first = deciding.first else { return nil }
    let end = first.sweep.map { "; at \($0.worse.value) \(words($0.worse))" } ?? ""
    let more = deciding.count > 1 ? " \(deciding.count - 1) more below." : ""
    return "This depends on what nobody declared: \(first.text.printable)\(end).\(more)"
  }

  func assumptions(_ forecast: GrowthForecast) -> [String] {
    guard !forecast.assumptions.isEmpty else { return [] }
    let limit = input.isComplete ? Int.max : Self.shown
    var lines = [style.strong("Taken for granted")]
    for assumption in forecast.assumptions.prefix(limit) {
      let decides = assumption.decides ? "; decides" : ""
      lines += item(
        "\(assumption.text.printable) (\(origin(of: assumption).printable)\(decides)); "
          + effect(assumption))
    }
    return lines + more(forecast.assumptions.count - limit) + [""]
  }

  /// Where it comes from: the product whose default it is, or the convention.
  private func origin(of assumption: Assumption) -> String {
    guard let source = assumption.source else { return assumption.origin.word }
    guard assumption.origin == .default else { return source }
    let product = source.split(separator: ": http").first.map(String.init) ?? source
    return "default of \(input.isComplete ? source : product)"
  }

  /// The range, and what the answer becomes in it.
  private func effect(_ assumption: Assumption) -> String {
    guard let sweep = assumption.sweep else { return "no range is known" }
    let source = input.isComplete ? " (\(sweep.source))" : ""
    return "\(property(assumption))\(sweep.low.value) to \(sweep.high.value)\(source): "
      + effect(sweep)
  }

  private func property(_ assumption: Assumption) -> String {
    assumption.property.map { $0.printable + " " } ?? ""
  }

  private func effect(_ sweep: Sweep) -> String {
    if let journey = sweep.journey?.printable {
      let times = [sweep.low, sweep.high].map { $0.p99.map(Unit.seconds.format) ?? "no end" }
      return "p99 of \(journey) \(times[0]) to \(times[1])"
    }
    if sweep.low.headroom == sweep.high.headroom, sweep.low.element == sweep.high.element {
      return "no change of what is carried"
    }
    return words(sweep.low) + ", then " + words(sweep.high)
  }

  private func words(_ end: Sweep.End) -> String {
    guard let headroom = end.headroom, let element = end.element else { return "no limit is known" }
    return "\(element.printable) breaks first, at \(Unit.carried(headroom))x"
  }
}
