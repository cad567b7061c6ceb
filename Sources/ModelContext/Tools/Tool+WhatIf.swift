import Description
import Reports
import Review
import SourceText

extension Tool {
  /// Looks at a description with changes, and at multiples of its demand.
  static let whatIf = Tool(
    name: "what_if", title: "What if demand grows, or something changes",
    documentation: """
      What saturates first when demand multiplies, and what changes do: headroom before and after \
      with the arithmetic, elements and journeys at each multiple, findings that are fixed and \
      new, and the changes that would reach the target. Nothing is written.
      """,
    parameters: Subject.parameters + [
      Parameter(
        name: "set", form: .texts(most: 100),
        documentation: "Changes as PATH=VALUE, such as components.api.replicas=4..40, "
          + "components.api.operations.order.takes=20ms, journeys.buy.peak=2k/s."),
      Parameter(
        name: "at", form: .multiples(most: 12),
        documentation: "Multiples of today's peak to look at; default [1, 2, 10, 100]."),
      Parameter(
        name: "lose", form: .texts(most: 20), documentation: "Zones or components that are gone."),
      Parameter(
        name: "scenarios", form: .texts(most: 20),
        documentation: "Scenarios of the description that come true."),
      Parameter(
        name: "cold_caches", form: .flag, documentation: "Whether no cache has anything in it."),
      Parameter(
        name: "simulate", form: .flag,
        documentation: "Whether to simulate where queueing models are known to be wrong; takes "
          + "seconds."),
    ], output: WhatIfAnswer.schema
  ) { (call) throws(ToolFailure) in
    let subject = try Subject(call)
    var settings = GrowthReview.Settings()
    settings.whatIf = try WhatIf(call)
    let asked = call.numbers("at")
    settings.multiples = Set(asked.isEmpty ? [1, 2, 10, 100] : asked).union([1]).sorted()
    settings.simulation.when = call.isSet("simulate") ? .whereModelsFail : .never
    settings.simulation.isStopped = call.isCancelled
    let before = try subject.review().read()
    let growth = GrowthReview.make(
      path: subject.path, files: subject.files, catalogue: subject.rules.catalogue,
      settings: settings)
    let faults = growth.problems.filter { problem in
      problem.weight == .error && !before.problems.contains(problem)
    }
    guard faults.isEmpty else { throw ToolFailure(faults) }
    let after = settings.whatIf.isEmpty ? before : subject.review(settings.whatIf)
    return WhatIfAnswer(growth, before: before, after: after)
  }
}

extension WhatIf {
  /// What a call supposes.
  init(_ call: Call) throws(ToolFailure) {
    self.init()
    scenarios = call.texts("scenarios")
    losses = call.texts("lose")
    isCacheCold = call.isSet("cold_caches")
    for text in call.texts("set") {
      guard let change = Change(text) else {
        throw ToolFailure(
          "`\(text.prefix(60))` sets nothing; write it as components.api.replicas=4..40")
      }
      changes.append(change)
    }
  }
}
