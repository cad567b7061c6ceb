import Findings
import Review
import Screens
import SourceText

/// A review of a ticket shop, made by hand.
enum Sample {
  static let path = "ticket.tenfold.yaml"

  static func manual(_ rule: String) -> String? { rule == lease.rule ? page : nil }

  private static let page = """
    # The lease is shorter than the work

    A message is handed out again
    while it is still worked on.

    ## Find
    ```sql
    SELECT 1
    ```

    ## What to do
    - Raise the lease.
    - Take smaller batches.
    """

  static let contents: Contents = {
    var contents = Contents(path: path)
    contents.system = "Ticket shop"
    contents.findings = [lease, explained, sessions, warning, accepted]
    contents.questions = [
      Question(
        element: "mailer", property: "replicas",
        question: "How many replicas of mailer run (minimum..maximum)?",
        rules: ["queues/backlog-never-drains", "queues/consumer-underprovisioned"],
        place: place(34, 3, "  mailer: { kind: worker }", 6), example: "replicas: 2..20",
        form: "a number or a range"),
      Question(
        element: "orders-db", property: "resharding",
        question: "What is `resharding` of orders-db?",
        rules: ["sharding/fixed-shard-count"], place: place(32, 3, "  orders-db: {}", 9)),
    ]
    contents.problems = [
      Problem(
        .warning, "unknown-key", "a component has no key `replica`",
        remedy: "did you mean `replicas`?", place: place(21, 5, "    replica: 2", 7), path: path)
    ]
    (contents.checksMade, contents.checks) = (25, 36)
    contents.headroom = "0.25x"
    contents.outline = outline
    contents.verdict = GrowthVerdict(
      element: "payments", limit: "rate limit", carried: "0.25x", months: 0,
      target: .init(multiple: "10x", time: "18 months"))
    return contents
  }()

  /// The same shop as it would be described, for what is drawn of its components.
  static let outline = SystemOutline(
    .make(
      path: path, files: .memory([path: Array(description.utf8)]),
      rules: RuleSet(pages: [], areKnownRight: true)))

  private static let description = """
    tenfold: 1
    system: Ticket shop
    growth: 10x in 18 months
    journeys:
      buy-ticket: { from: shopper, calls: api.place-order, rate: 40/s, peak: 400/s }
      look-around: { from: shopper, calls: api.list-events, rate: 80/s, peak: 200/s }
    components:
      shopper: { kind: client }
      api:
        kind: service
        team: checkout
        zones: [east, west]
        replicas: 4
        concurrency: 64
        operations:
          place-order:
            takes: 30ms
            writes: orders-db
            calls: { to: payments, timeout: 2s }
            publishes: order-placed
          list-events: { takes: 10ms, reads: [ events-cache, { from: orders-db, hit: 90% } ] }
      events-cache: { kind: cache, read-capacity: 2k/s }
      orders-db: { kind: database, team: storage, read-capacity: 3k/s, write-capacity: 1.5k/s }
      order-placed: { kind: queue }
      mailer: { kind: worker, replicas: 8, consumes: { from: order-placed, takes: 50ms } }
      payments: { kind: external, limit: 100/s }
    scenarios:
      open-air: { set: { journeys.buy-ticket.peak: 4k/s } }
    """

  static let lease = JudgedFinding(
    Finding(
      rule: "queues/visibility-shorter-than-work", title: "The lease is shorter than the work",
      severity: .critical, element: "mailer consumes order-placed",
      message:
        "mailer consumes order-placed: it needs 40 s, but messages are handed out again after 30 s",
      arithmetic: "10 x 4 s = 40 s > 30 s",
      place: place(33, 61, "  order-placed: { kind: queue, technology: sqs, visibility: 30s }", 3),
      evidence: [
        Evidence(
          name: "visibility of order-placed", value: .number(30, .seconds), origin: .declared,
          place: place(33, 61, "", 3)),
        Evidence(
          name: "batch of mailer ← order-placed", value: .number(10, .count),
          origin: .default,
          source: "Amazon SQS"),
      ], advice: "Raise the lease above the slowest batch, with room to spare.",
      fingerprint: "lease"))

  static let explained: JudgedFinding = {
    var finding = JudgedFinding(
      Finding(
        rule: "queues/no-dlq", title: "No dead-letter queue", severity: .high,
        element: "order-placed",
        message: "order-placed hands out a failing message for ever",
        place: place(33, 3, "  order-placed: {}", 12),
        advice: "Move a message away after a few deliveries.", fingerprint: "dlq"))
    finding.explainedBy = "lease"
    return finding
  }()

  static let sessions = JudgedFinding(
    Finding(
      rule: "statefulness/in-memory-session", title: "Sessions in memory", severity: .high,
      element: "api", message: "api keeps sessions in memory and runs up to 20 replicas",
      place: place(25, 15, "    sessions: memory", 6), advice: "Keep sessions in a store.",
      fingerprint: "sessions"))

  static let warning = JudgedFinding(
    Finding(
      rule: "model/unused-component", title: "Unused", severity: .low, element: "日本語",
      message: "nothing uses 日本語\u{1B}[31m, and it uses nothing",
      place: place(40, 3, "  日本語\u{1B}[31m: { kind: service }", 3), advice: "Remove it.",
      fingerprint: "unused"))

  static let accepted: JudgedFinding = {
    var finding = JudgedFinding(
      Finding(
        rule: "queues/unbounded-queue", title: "No bound", severity: .medium,
        element: "order-placed",
        message: "order-placed takes messages without a limit",
        place: place(33, 3, "  order-placed: {}", 12),
        advice: "Set a bound.", fingerprint: "bound"))
    var risk = AcceptedRisk(place: finding.place)
    risk.reason = "the fleet is small"
    risk.owner = "Ada"
    risk.until = Day("2027-01-01")
    finding.accepted = risk
    return finding
  }()

  static func place(_ line: Int, _ column: Int, _ excerpt: String, _ length: Int) -> SourcePlace {
    SourcePlace(
      path: path, start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + length), excerpt: excerpt)
  }

  /// A screen that shows the review, after some keys.
  static func screen(_ width: Int, _ height: Int, keys: Key...) -> ReviewScreen {
    var screen = ReviewScreen(path: path, width: width, height: height)
    _ = screen.update(.reloaded(contents))
    for key in keys { _ = screen.press(key) }
    return screen
  }
}

extension ReviewScreen {
  /// Presses keys and says what they asked for; the pages of rules, and systems without some
  /// things, are handed over at once.
  mutating func press(_ keys: Key...) -> [Effect] {
    keys.flatMap { update(.key($0)) }.filter { effect in
      switch effect {
      case .lookUp(let rule):
        return !update(.manual(rule: rule, text: Sample.manual(rule))).isEmpty
      case .solve(let switches):
        guard let outline = contents?.outline else { return true }
        return !update(.solved(outline.solve(with: switches))).isEmpty
      default: return true
      }
    }
  }

  /// Types a text.
  mutating func type(_ text: String) {
    for character in text { _ = update(.key(.character(character))) }
  }

  /// The frame of the screen's size.
  func frame(_ width: Int, _ height: Int, ascii: Bool = false) -> CellGrid {
    var grid = CellGrid(width: width, height: height)
    draw(on: &grid, ascii: ascii)
    return grid
  }
}
