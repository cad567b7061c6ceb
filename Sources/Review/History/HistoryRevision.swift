/// A revision of a description, as version control names it.
package struct HistoryRevision: Hashable, Sendable {
  /// Its whole name.
  package let id: String
  /// As much of that as tells it from others.
  package let short: String
  /// The day it was committed, `2026-11-30`.
  package let day: String
  /// What its author says it does, in a line.
  package let subject: String

  /// A revision from its parts.
  package init(id: String, short: String, day: String, subject: String) {
    (self.id, self.short, self.day, self.subject) = (id, short, day, subject)
  }
}
