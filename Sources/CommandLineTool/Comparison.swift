import Findings
import Review
import SourceText

/// What the reviews of a run are compared with: a baseline, a git revision or nothing.
struct Comparison: Sendable {
  private enum Source: Sendable {
    case nothing
    case baseline(Baseline, file: String, isNew: Bool)
    case revision(String)
  }

  private let source: Source
  private let updates: Bool
  private let rules: RuleSet

  /// Fails when the baseline cannot be read, or when both are asked for.
  init(_ options: Options, _ rules: RuleSet) throws(UsageError) {
    self.rules = rules
    updates = options.updatesBaseline
    switch (options.baseline, options.against) {
    case (nil, nil):
      guard !updates else { throw UsageError(message: "--update-baseline needs --baseline FILE") }
      source = .nothing
    case (nil, let revision?): source = .revision(revision)
    case (let file?, nil): source = try Self.baseline(file, updates)
    default:
      throw UsageError(message: "compare with a baseline or with a revision, not with both")
    }
  }

  private static func baseline(_ file: String, _ updates: Bool) throws(UsageError) -> Source {
    guard Files.isThere(file) else {
      guard updates else {
        throw UsageError(
          message: "there is no baseline `\(file.printable)`; --update-baseline writes one")
      }
      return .baseline(Baseline([]), file: file, isNew: true)
    }
    guard let text = Files.text(file) else {
      throw UsageError(message: "cannot read the baseline `\(file.printable)`")
    }
    let (baseline, problems) = Baseline.read(SourceText(path: file, text: text))
    if let problem = problems.first { throw UsageError(message: problem.line.printable) }
    return .baseline(baseline, file: file, isNew: false)
  }

  /// Says of each finding of a review how it stands.
  func compare(_ review: inout Review, _ settings: ReviewSettings) {
    switch source {
    case .nothing: break
    case .baseline(let baseline, _, let isNew):
      review.compare(with: isNew ? Baseline([review]) : baseline)
    case .revision(let revision):
      do throws(UsageError) {
        let git = try Git(around: review.path, revision: revision)
        let old = Review.make(
          path: review.path, files: git.files, rules: rules, settings: settings)
        review.compare(with: Baseline([old], withAccepted: true), calling: old.identity)
      } catch {
        review.problems.append(
          Problem(.error, "no-revision", error.message, path: review.path))
      }
    }
  }

  /// Writes the baseline when that was asked for; whether all went well.
  func save(_ reviews: [Review]) -> Bool {
    guard updates, case .baseline(let baseline, let file, let isNew) = source,
      !reviews.contains(where: \.isBroken)
    else { return true }
    let updated = isNew ? Baseline(reviews) : baseline.shrunk(to: reviews)
    if let failure = Output.save(updated.text, as: file) {
      Output.complain("tenfold: \(failure.printable)\\n")
      return false
    }
    return true
  }
}
