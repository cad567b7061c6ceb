package import SourceText

/// What somebody has to say before a rule, or the headroom, can be decided.
package struct Question: Hashable, Sendable {
  /// The element asked about.
  package let element: String
  /// The element as a noun, where its name is a clause: `api → payments`.
  package let subject: String
  /// The property that is unknown.
  package let property: String
  /// The question in words.
  package let question: String
  /// The rules that wait for the answer, sorted.
  package let rules: [String]
  /// Whether it is asked of every system: no row of a rule waits for the answer.
  package let standsAlone: Bool
  /// Where the element is written.
  package let place: SourcePlace
  /// The line that answers it, with a usual value: `peak: 400/s`.
  package let example: String
  /// What a value looks like.
  package let form: String
  /// What sort of element is asked about, to count several: `operation`.
  package let noun: String
  /// What is taken until somebody says it, such as `1`; nil where nothing is.
  package let assumed: String?
  /// What hangs on the answer.
  package let stake: Stake

  /// A question from its parts.
  package init(
    element: String, subject: String? = nil, property: String, question: String, rules: [String],
    standsAlone: Bool = false, place: SourcePlace, example: String = "", form: String = "",
    noun: String = "element", assumed: String? = nil, stake: Stake = Stake()
  ) {
    self.element = element
    self.subject = subject ?? element
    self.property = property
    self.question = question
    self.rules = rules
    self.standsAlone = standsAlone
    self.place = place
    self.example = example
    self.form = form
    self.noun = noun
    self.assumed = assumed
    self.stake = stake
  }

  /// What a question is about, from what decides most to what decides least.
  package enum Topic: String, CaseIterable, Sendable {
    /// How much an element handles.
    case capacity
    /// How many copies run, and where.
    case copies
    /// How much comes.
    case demand
    /// How a change reaches everybody, and how back.
    case change
    /// How lost data comes back.
    case recovery
    /// What clients hold open.
    case connections
    /// How work is done.
    case behaviour
    /// What is good to know of every component.
    case hygiene
  }

  /// What hangs on an answer.
  package struct Stake: Hashable, Sendable {
    /// What the question is about.
    package var topic = Topic.behaviour
    /// Whether the headroom rests on it.
    package var decidesHeadroom = false
    /// Checks that wait for it first.
    package var checks = 0
    /// Those whose finding would be high or critical.
    package var severeChecks = 0
    /// Whether the element is part of a critical journey.
    package var isCritical = false
    /// How much all of this weighs; not positive where the answer decides nothing.
    package var weight = 0

    /// Nothing hangs on it.
    package init() {}

    /// What the answer decides, in words: `the headroom and 2 checks`.
    package var words: String {
      var parts = decidesHeadroom ? ["the headroom"] : []
      if checks > 0 { parts.append(checks == 1 ? "1 check" : "\(checks) checks") }
      guard parts.isEmpty else { return parts.joined(separator: " and ") }
      return switch topic {
      case .copies: "what the loss of a copy or a zone costs"
      case .connections: "whether clients reconnect all at once"
      default: "nothing yet"
      }
    }
  }

  /// Questions that stand before all findings, at most.
  package static let opening = 3
}

extension [Question] {
  /// The questions whose answers decide most, which open every report.
  package var opening: [Question] { prefix(Question.opening).filter { $0.stake.weight > 0 } }

  /// Checks that the answers decide.
  package var checks: Int { reduce(0) { $0 + $1.stake.checks } }
}
