import Rules

/// What became of a rule in a review.
package enum RuleOutcome: Sendable {
  /// The project has switched it off.
  case off
  /// Its page is faulty; a problem says how.
  case failed
  /// There is nothing in the description that it is about.
  case doesNotApply
  /// Some of its checks wait for answers.
  case waits
  /// All its checks were made.
  case checked

  init(of run: RuleRun?, isOff: Bool, isAbout: Bool) {
    self =
      if isOff { .off } else if let run {
        run.applicable == 0 ? .doesNotApply : run.made < run.applicable ? .waits : .checked
      } else { isAbout ? .failed : .doesNotApply }
  }
}
