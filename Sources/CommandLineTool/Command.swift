/// What the program can be told to do.
enum Command: String, CaseIterable, Sendable {
  case review, check, grow, rules, explain, facts, query, schema, help, version

  /// How its arguments are written.
  var usage: String {
    switch self {
    case .review: "tenfold FILE"
    case .check: "tenfold check [PATH...]"
    case .grow: "tenfold grow FILE"
    case .rules: "tenfold rules [test] [TEXT]"
    case .explain: "tenfold explain RULE"
    case .facts: "tenfold facts [TABLE]"
    case .query: "tenfold query FILE SQL"
    case .schema: "tenfold schema"
    case .help: "tenfold help [COMMAND]"
    case .version: "tenfold version"
    }
  }

  /// One line of manual.
  var documentation: String {
    switch self {
    case .review: "Open the review of a description; without a terminal, the same as check."
    case .check:
      "Review descriptions: files, folders (all *.tenfold.yaml in them) or - for standard input."
    case .grow: "Show what breaks first when demand multiplies, and when."
    case .rules: "List the rules, or test the examples on their pages."
    case .explain: "Show the manual of a rule."
    case .facts: "Show the tables of facts that rules and queries read, column by column."
    case .query: "Run an SQL query over the facts of a description; it can only read."
    case .schema: "Print the JSON Schema of the description language, for editors."
    case .help: "Show how the program, or one command, is used."
    case .version: "Print the version."
    }
  }

  /// More manual, shown by `tenfold help COMMAND`.
  var details: String {
    switch self {
    case .check, .review:
      """
      Exit status: 0 when nothing is found at or above --fail-on, 1 when something is, 2 when a
      description could not be read in full, was not found, or the command was used wrongly.
      """
    case .grow:
      """
      Demand is counted from today's peak. Capacity, utilisation and headroom follow from
      operational laws, response times from queueing models. --set takes the path of a key in the
      description: components.api.operations.order.takes=20ms, journeys.buy.peak=2k/s,
      growth="5x in 1 year". Exit status: 0; 1 when --min-headroom is not reached; 2 when the
      description could not be read in full or the command was used wrongly.
      """
    case .rules:
      """
      `tenfold rules` lists all rules, or those whose id contains TEXT. `tenfold rules test` runs
      the examples on their pages, as written and mutated; with --rules DIR, those of DIR.
      """
    case .query:
      """
      Only SELECT is possible: nothing can be written, attached or loaded, and a query that runs too
      long or returns more than 100,000 rows is stopped. `tenfold facts` lists the tables.
      """
    default: ""
    }
  }
}
