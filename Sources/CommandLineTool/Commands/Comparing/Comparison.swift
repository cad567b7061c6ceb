import Findings
import Reports
import Review
import SourceText

/// What the reviews of a run are compared with: a baseline, a git revision or nothing.
struct Comparison {
  enum Source: Sendable {
    case nothing
    case baseline(Baseline)
    /// The baseline is written by this run, so everything is known.
    case newBaseline
    case revision(GitRepositories)
  }

  let source: Source
  /// The baseline to write, once all reviews have been added.
  private var update: (file: String, baseline: BaselineUpdate)?

  /// What the reviews of some descriptions are compared with.
  ///
  /// Fails when the baseline or the revision cannot be read, or when both are asked for.
  init(of paths: [String], _ options: Options) throws(UsageError) {
    if options.against == nil,
      let gate = Gate.all.first(where: { $0.isOfChange && options.gates[$0] != nil })
    {
      throw UsageError(message: "--\(gate.name) needs --against REVISION")
    }
    switch (options.baseline, options.against) {
    case (nil, nil):
      guard !options.updatesBaseline else {
        throw UsageError(message: "--update-baseline needs --baseline FILE")
      }
      source = .nothing
    case (nil, let revision?):
      source = .revision(try GitRepositories(of: paths, at: revision))
    case (let file?, nil):
      let known = try Self.baseline(file, of: paths, options.updatesBaseline)
      source = known.map(Source.baseline) ?? .newBaseline
      if options.updatesBaseline { update = (file, BaselineUpdate(of: known)) }
    default:
      throw UsageError(message: "compare with a baseline or with a revision, not with both")
    }
  }

  /// The baseline in a file; nil when it is yet to be written.
  private static func baseline(
    _ file: String, of paths: [String], _ updates: Bool
  ) throws(UsageError) -> Baseline? {
    guard var baseline = try baseline(in: file) else {
      guard !updates else { return nil }
      throw UsageError(
        message: "there is no baseline `\(file.printable)`; --update-baseline writes one")
    }
    let roots = Repository.roots(of: paths)
    baseline.look { path in roots.contains { Files.isThere(Paths.joined($0, path)) } }
    return baseline
  }

  private static func baseline(in file: String) throws(UsageError) -> Baseline? {
    guard Files.isThere(file) else { return nil }
    let text = try GuardedFiles.namedText(file, "the baseline")
    let (baseline, problems) = Baseline.read(SourceText(path: file, text: text))
    guard let problem = problems.first else { return baseline }
    throw UsageError(
      message: "`\(file.printable)` is no baseline that Tenfold wrote "
        + "(\(problem.line.printable)); remove it and write it anew with --update-baseline")
  }

  /// Remembers of a review what a baseline needs.
  mutating func add(_ review: Review) {
    update?.baseline.add(review)
  }

  /// What is in no review because it is gone from some folders, in words.
  func losses(below folders: [String]) -> [String] {
    guard case .revision(let repositories) = source else { return [] }
    let doubts =
      folders.isEmpty
      ? []
      : repositories.all.compactMap { git in
        git.moveRefusal.map { "git does not tell what is gone since `\(git.revision)`: \($0)" }
      }
    return doubts
      + folders.flatMap { folder in
        repositories.all.flatMap { git in
          git.gone(from: folder).map { "`\($0)`, which was there at `\(git.revision)`, is gone" }
        }
      }
  }

  /// Writes the baseline when that was asked for; whether all went well.
  ///
  /// What could not be read in full, a description or a rule, would seem to be fixed.
  func save(isPartial: Bool) -> Bool {
    guard let update else { return true }
    guard !isPartial else {
      Output.complain(
        "tenfold: \(update.file.printable) is not written, since not all could be read\n")
      return true
    }
    do throws(UsageError) {
      let busy = UsageError(busy: update.file)
      let words = try FileLock.hold(of: update.file, else: busy) { () throws(UsageError) in
        let (baseline, words) = update.baseline.applied(to: try Self.baseline(in: update.file))
        if let failure = Output.save(baseline.text, as: update.file, isEdited: true) {
          throw UsageError(message: failure.printable)
        }
        return words
      }
      Output.complain("tenfold: wrote \(update.file.printable): \(words)\n")
      return true
    } catch {
      Output.complain("tenfold: \(error.message)\n")
      return false
    }
  }
}

extension Comparison.Source {
  /// The settings that judge a description: those of the revision that it is compared with.
  ///
  /// So no change loosens what judges it. What today's would let pass is among the problems of the
  /// first description that has them.
  func judge(
    _ today: Configuration, of description: DescriptionFile, _ rules: RuleSet
  ) -> Configuration {
    guard case .revision(let repositories) = self, let git = repositories[description.path] else {
      return today
    }
    let base = git.configuration(of: description.path, rules)
    var judge = today.judged(by: base)
    if description.isFirstOfProject {
      judge.settings.problems += today.loosenings(since: base, at: git.revision, rules)
    }
    return judge
  }

  /// Says of each finding of a review how it stands.
  func compare(_ review: inout Review, _ rules: RuleSet, _ settings: ReviewSettings) {
    switch self {
    case .nothing: break
    case .baseline(let baseline): review.compare(with: baseline)
    case .newBaseline: review.compare(with: Baseline([review]))
    case .revision(let repositories):
      guard let git = repositories[review.path],
        let (old, settings) = git.review(of: review.path, rules, settings)
      else {
        if let git = repositories[review.path] {
          let settings = git.settings(settings, of: review.path)
          review.holdDecisions(to: nil, settings, at: git.revision)
        }
        review.compare(with: Baseline([]))
        guard let why = repositories.refusal(of: review.path) else { return }
        return review.doubt(
          "it is not known what the description was at `\(repositories.revision)` (\(why))")
      }
      review.holdDecisions(to: old, settings, at: git.revision)
      review.compare(with: old)
      guard let problem = old.problems.first(where: { $0.weight == .error }) else { return }
      review.doubt(
        "the description at `\(git.revision)` could not be read in full (\(problem.line))")
    }
  }
}

extension GitRepositories {
  /// What changed in a description since the revision, its decisions held to those of then.
  ///
  /// Fails where the description was not there.
  func difference(
    of review: Review, _ rules: RuleSet, _ settings: ReviewSettings
  ) throws(UsageError) -> ReviewDiff {
    guard let git = self[review.path],
      let (old, settings) = git.review(of: review.path, rules, settings)
    else {
      let why = refusal(of: review.path) ?? "it was not there"
      throw UsageError(
        message: "`\(review.path.printable)` has no description at `\(revision.printable)`: \(why)")
    }
    var new = review
    new.holdDecisions(to: old, settings, at: git.revision)
    return ReviewDiff(old: old, new: new)
  }
}

extension Git {
  /// The review of a description, by its path now, at the revision, and the settings that it was
  /// made with; nil where it was not there.
  fileprivate func review(
    of description: String, _ rules: RuleSet, _ settings: ReviewSettings
  ) -> (review: Review, settings: ReviewSettings)? {
    guard let (path, files) = self.description(description) else { return nil }
    var settings = self.settings(settings, of: description)
    // What is wrong with the project's settings of today, the review of today says itself.
    settings.problems = []
    return (Review.make(path: path, files: files, rules: rules, settings: settings), settings)
  }
}

extension Review {
  /// Says that the comparison with a revision is in doubt.
  fileprivate mutating func doubt(_ why: String) {
    problems.append(
      Problem(
        .warning, "broken-revision", why,
        remedy: "findings may be called new that were there before", path: path))
  }
}
