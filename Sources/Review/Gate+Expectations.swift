import Architecture
import Findings
import Growth
import Rules
import YAML

/// The gate on what a description expects of its system.
extension Gate {
  /// Whether what `expect` says has to be met.
  ///
  /// What cannot be decided is not met; what somebody accepted is let pass.
  package static let expectations = Gate(
    "expectations", .word(["required", "optional"]), as: "WHETHER", .upper, usual: 0,
    flag: "Whether what the description expects (`expect`) has to be met: required (the default) "
      + "or optional; what cannot be decided is not met.",
    key: "Whether what the description expects (`expect`) has to be met.",
    .expectations { limit, review in
      guard limit < 1 else { return nil }
      let open = review.openExpectations
      guard let first = open.first else { return nil }
      let name = review.architecture?.name(of: first.element) ?? ""
      let rest = open.count > 1 ? "; \(open.count - 1) more" : ""
      return "\(review.metExpectations); \(first.about) of \(name) is "
        + (first.answer.verdict == .unmet ? "not met" : "undecided") + rest
    })
}

extension Review {
  /// `3 of 4 expectations met`.
  var metExpectations: String {
    let met = expectations.count { $0.answer.verdict == .met }
    return "\(met) of \(expectations.count) expectations met"
  }

  /// Those that are not met, or undecided, and that nobody has accepted.
  var openExpectations: [Expectation] {
    guard let architecture else { return [] }
    let accepted = Set(findings.filter { $0.accepted != nil }.map(\.fingerprint))
    return expectations.filter { expectation in
      let check = RuleCheck(
        rule: "capacity/expectation-not-met", element: expectation.element, about: expectation.about
      )
      return expectation.answer.verdict != .met
        && !accepted.contains(check.fingerprint(in: architecture))
    }
  }
}
