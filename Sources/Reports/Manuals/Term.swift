import SourceText
import YAML

/// A word that reports use, and what it means in them.
struct Term {
  let name: String
  let meaning: String

  /// Each word once, in the order in which a reader meets them.
  static let all = [
    Term(
      name: "headroom",
      meaning: "How many times today's peak a system carries, with the element that sets it: the "
        + "smallest over the journeys that start at a client or an external."),
    Term(
      name: "at most",
      meaning: "The number is a bound: a fact that could only lower it is unknown. It passes no "
        + "gate, and must be told as a bound."),
    Term(
      name: "declared", meaning: "Written in the description, at a file, line and column."),
    Term(
      name: "default",
      meaning: "What the product does when nobody says otherwise, with the page that says so."),
    Term(name: "assumed", meaning: "A stated convention, because nobody said otherwise."),
    Term(name: "derived", meaning: "Computed from other values; as good as the weakest of them."),
    Term(
      name: "unknown",
      meaning: "Nobody said it and nothing can be assumed. It is asked for, and is neither a pass "
        + "nor a failure."),
    Term(
      name: "finding",
      meaning: "A rule's hit on an element: severity, message, place, the numbers used with the "
        + "origin of each, and advice."),
    Term(
      name: "question",
      meaning: "A fact that a rule or the headroom waits for, with the line that answers it."),
    Term(
      name: "severity",
      meaning: "critical loses money or data, or is an outage at today's peak; high fails at the "
        + "first fault or within six months; medium within the horizon; low beyond it, or hygiene."
    ),
    Term(
      name: "peak",
      meaning: "Today's peak rate of a journey. Headroom and multiples are counted from it; "
        + "without one, from the rate."),
    Term(
      name: "checks made",
      meaning: "How many of the checks that apply were decided; the others wait for an answer."),
    Term(
      name: "accepted risk",
      meaning: "A finding that somebody decided to live with: reason, owner, last day, and the "
        + "headroom at which it was accepted."),
    Term(
      name: "scenario",
      meaning: "A named overlay of the description, such as a sale, a lost zone or cold caches."),
    Term(name: NoteKey.text, meaning: NoteKey.documentation),
    Term(
      name: "law",
      meaning: "Found by an operational law, which assumes no distribution; `model` is a queueing "
        + "model, `simulated` a discrete-event simulation."),
  ]

  /// The manual as lines.
  var text: String {
    "\(name)  (term)\n\n" + meaning.wrapped(width: 98).map { "  \($0)\n" }.joined()
  }
}
