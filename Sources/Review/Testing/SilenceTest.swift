import Architecture
import Description
import Findings
import Growth

/// Whether a description ever looks better for saying less.
///
/// Each fact is left unsaid once. What was found then stays as grave, or its rule asks something
/// that it did not ask before; the share of decidable checks does not rise, and neither
/// does a headroom that is no upper bound and names no new assumption. What a loss takes down is
/// not survived for it.
package struct SilenceTest {
  private let review: (String) -> Review

  /// A test of what is reviewed so.
  package init(review: @escaping (String) -> Review) { self.review = review }

  /// Something that looks better.
  package struct Gain: Hashable, Sendable {
    /// The key of the fact that is left unsaid.
    package let key: String
    /// The rule whose finding is gone or less grave; nil where it is none.
    package let rule: String?
    /// What looks better: `vanishes`, `sinks`, `checks`, `headroom` or `survives`.
    package let kind: String
    /// The element of the finding, or the numbers.
    package let words: String
  }

  /// What looks better for every `step`-th fact, from one on.
  package func gains(of description: String, from first: Int = 0, step: Int = 1) -> [Gain] {
    let full = review(description)
    let silences = DescriptionShape(description)?.silences ?? []
    return stride(from: first, to: silences.count, by: step).flatMap { index in
      let key = silences[index].fact.split(separator: ".").last.map(String.init) ?? ""
      return failures(full, review(silences[index].text)).map {
        Gain(key: key, rule: $0.rule, kind: $0.kind, words: $0.words)
      }
    }
  }

  private typealias Failure = (rule: String?, kind: String, words: String)

  private func failures(_ full: Review, _ less: Review) -> [Failure] {
    // A fact that has to be there says so itself.
    guard !less.isBroken else { return [] }
    return findings(full, less) + checks(full, less)
      + headroom(full.headroom, less.headroom) + survival(full, less)
  }

  private func findings(_ full: Review, _ less: Review) -> [Failure] {
    let asking = asked(less).subtracting(asked(full)).reduce(into: Set<String>()) {
      $0.insert($1.rule)
    }
    let left = Dictionary(less.findings.map { ($0.rule + "\n" + $0.element, $0.severity) }) {
      max($0, $1)
    }
    return full.findings.filter { !asking.contains($0.rule) }.compactMap { finding in
      let severity = left[finding.rule + "\n" + finding.element]
      guard severity.map({ $0 < finding.severity }) ?? true else { return nil }
      return (finding.rule, severity == nil ? "vanishes" : "sinks", finding.element)
    }
  }

  private struct Asked: Hashable {
    let element: String
    let property: String
    let rule: String
  }

  private func asked(_ review: Review) -> Set<Asked> {
    Set(
      review.questions.flatMap { question in
        question.rules.map {
          Asked(element: question.element, property: question.property, rule: $0)
        }
      })
  }

  /// The share that was made; where there is none, no check may come or go.
  ///
  /// A check that found something for want of a fact makes nothing look better.
  private func checks(_ whole: Review, _ reduced: Review) -> [Failure] {
    let full = whole.checks
    var less = reduced.checks
    let found = max(0, reduced.findings.count - whole.findings.count)
    less.made -= found
    less.of -= found
    let isBetter =
      full.of == 0 || less.of == 0
      ? less.made > full.made || less.of - less.made < full.of - full.made
      : less.made * full.of > full.made * less.of
    return isBetter
      ? [(nil, "checks", "\(less.made) of \(less.of), not \(full.made) of \(full.of)")] : []
  }

  private func headroom(_ full: HeadroomStatement?, _ less: HeadroomStatement?) -> [Failure] {
    guard let full, let less, less.multiple > full.multiple * 1.001, !less.isAtMost,
      !assumesMore(less, than: full)
    else { return [] }
    return [(nil, "headroom", "\(less.phrase), not \(full.phrase)")]
  }

  /// Whether something is assumed that was said before, which every answer names.
  private func assumesMore(_ less: HeadroomStatement?, than full: HeadroomStatement?) -> Bool {
    !Set(less?.assumes ?? []).isSubset(of: full?.assumes ?? [])
  }

  /// Kinds of losses that the description survives for saying less.
  private func survival(_ full: Review, _ less: Review) -> [Failure] {
    guard !assumesMore(less.headroom, than: full.headroom) else { return [] }
    return LossKind.allCases.indices.compactMap { index in
      var gates = Gates()
      gates[.survive] = Double(1 << index)
      func passes(_ review: Review) -> Bool {
        var review = review
        _ = gates.only(.survive).judge(&review)
        return review.gates.allSatisfy(\.isPassed)
      }
      return passes(less) && !passes(full)
        ? (nil, "survives", LossKind.allCases[index].rawValue) : nil
    }
  }
}
