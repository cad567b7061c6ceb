package import Description
package import Facts
package import Rules
package import SourceText

/// What a user sets for a run.
package struct ReviewSettings: Sendable {
  /// Changes to rules, by id.
  package var rules: [String: RuleSettings] = [:]
  /// What is wrong with the project's settings.
  package var problems: [Problem] = []
  /// Other settings of rules for some elements or teams; later ones count more.
  package var overrides: [RuleOverride] = []
  /// The files of settings that count, the nearest last, for whoever wants to know what they were.
  package var configurationFiles: [SourceText] = []
  /// The project's file of accepted risks.
  package var acceptedFile: SourceText?
  /// Whether accepted risks are findings like all others.
  package var ignoresAccepted = false
  /// Whether `SharedDecisions` says which decisions of the file are about nothing.
  package var isOneOfRun = false
  /// How long the query of a rule may work; nil where the rules are the program's own.
  package var timeLimit: TimeLimit?
  /// What the system is to be looked at with, beyond what the description says of today.
  package var whatIf = WhatIf()
  /// Today, for decisions that end; nil when no decision ends.
  package var today: Day?

  /// No changes.
  package init() {}
}
