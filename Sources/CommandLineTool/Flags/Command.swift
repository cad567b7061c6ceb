import Facts
import Reports

/// The commands of the program.
enum Command: String, CaseIterable, Sendable {
  case review, `init`, check, grow, plan, report, diff, compare, history, `import`, accept, fix
  case rules, explain, kinds, facts, query
  case schema, mcp
  case completion, man, help, version

  /// The commands that a user names.
  static let named = allCases.filter { $0 != .review }

  /// How it is called.
  var call: String { self == .review ? "tenfold FILE" : "tenfold \(rawValue)" }

  /// How its arguments are written.
  var usage: String {
    switch self {
    case .review: "tenfold FILE"
    case .`init`: "tenfold init [FILE]"
    case .check: "tenfold check [PATH...]"
    case .report: "tenfold report PATH... -o FILE"
    case .diff: "tenfold diff OLD NEW"
    case .compare: "tenfold compare FILE... [--scenario NAME]"
    case .history: "tenfold history FILE [--last N]"
    case .import: "tenfold import PATH... [-o FILE]"
    case .accept: "tenfold accept FILE RULE ELEMENT --reason TEXT"
    case .fix: "tenfold fix FILE [RULE [ELEMENT]] [--diff]"
    case .grow: "tenfold grow FILE [RUNS...]"
    case .plan: "tenfold plan FILE [--target 10x] [--by 2027-06]"
    case .rules: "tenfold rules [test] [TEXT...]"
    case .explain: "tenfold explain RULE|KEY|KIND|PRODUCT|TERM|SYMPTOM..."
    case .kinds: "tenfold kinds"
    case .facts: "tenfold facts [TABLE]"
    case .query: "tenfold query FILE SQL"
    case .schema: "tenfold schema [--for NAME]"
    case .mcp: "tenfold mcp [--root DIR] [--write]"
    case .completion: "tenfold completion SHELL"
    case .man: "tenfold man"
    case .help: "tenfold help [COMMAND]"
    case .version: "tenfold version"
    }
  }

  /// The most operands it takes, by its usage; nil where they may be as many as there are.
  var mostOperands: Int? {
    var (count, words) = (0, usage.split(separator: " ").dropFirst(self == .review ? 1 : 2))
    while let word = words.popFirst() {
      if word.drop(while: { $0 == "[" }).hasPrefix("-") {
        // A flag, with its value.
        if !word.hasSuffix("]") { words.removeFirst(min(1, words.count)) }
      } else if word.contains("...") {
        return nil
      } else {
        count += 1
      }
    }
    return count
  }

  /// One line of manual.
  var documentation: String {
    switch self {
    case .review:
      "Open the review of a description; without a terminal, the same as check. Without FILE, the "
        + "description here."
    case .`init`: "Write a first description from the answers to six questions, and open it."
    case .check:
      "Review descriptions: files, folders (all *.tenfold.yaml in them) or - for standard input."
    case .report: "Write the review document: FILE ends in .html, .md or .pdf."
    case .diff:
      "Compare two reviews: new, worse, better, fixed. OLD and NEW are files or REVISION:PATH."
    case .compare:
      "Show options side by side: headroom, p99, losses, findings. Files or REVISION:PATH."
    case .history: "Show headroom and findings over the git revisions of a description."
    case .import: "Write a first description from the files of other tools, such as Compose files."
    case .accept: "Record an accepted risk: reason, owner, expiry."
    case .fix: "Write what repairs findings into the description, comments and layout kept."
    case .grow: "Show what saturates first when demand multiplies, and when."
    case .plan: "Show the smallest set of changes that handles a target, in order and by when."
    case .rules: "List the rules, or those about a text; or test the examples on their pages."
    case .explain:
      "Explain a rule, key, kind, product, term or symptom; `terms` lists all words of reports."
    case .kinds: "List the kinds of components."
    case .facts: "Show the tables of facts that rules and queries read, column by column."
    case .query: "Run an SQL query over the facts of a description (read-only)."
    case .schema:
      "Print a JSON Schema: of descriptions and settings for editors, of JSON for programs."
    case .mcp: "Serve an assistant over the Model Context Protocol on standard streams."
    case .completion: "Print the completion script of a shell: bash, zsh or fish."
    case .man: "Print the manual page, for man(1)."
    case .help: "Show how the program, or one command, is used."
    case .version: "Print the version."
    }
  }

  /// What a shell offers as operands, one after the other; the last stands for all that follow.
  var operands: [Choices] {
    switch self {
    case .review, .`init`, .check, .grow, .plan, .report, .diff, .compare, .history, .import:
      [.files]
    case .accept, .fix: [.files, .rules(or: []), .nothing]
    case .query: [.files, .nothing]
    case .rules: [.rules(or: ["test"]), .folders]
    case .explain: [.rules(or: Explanation.words)]
    case .facts: [.words(FactSchema.tables.map(\.name))]
    case .completion: [.words(Shell.allCases.map(\.rawValue))]
    case .help: [.words(Command.allCases.map(\.rawValue))]
    case .kinds, .schema, .mcp, .man, .version: [.nothing]
    }
  }

  /// More manual, shown by `tenfold help COMMAND`.
  var details: String {
    switch self {
    case .check, .review:
      """
      Exit status: 0 when nothing is found at or above --fail-on, 1 when something is or another
      gate fails (standard error names it), 2 when a description could not be read in full,
      was not found, or the command was used wrongly.
      """
    case .`init`:
      """
      Asks on standard error who calls the system, how often, which stores, queues and third parties
      it uses, and how demand grows, and reads the answers from standard input, one line each. An
      empty line leaves out what is not known. An answer that cannot be read is asked again. FILE
      ends in .tenfold.yaml and must not exist; without it, it is named after the folder. Exit
      status 2 when nothing was written.
      """
    case .diff:
      """
      REVISION:PATH is as git writes it: main:shop/shop.tenfold.yaml starts at the top folder of
      the repository, main:./shop.tenfold.yaml where you are. Exit status 1 when a finding is new
      or worse, at or above --fail-on; 2 when a description could not be read in full, was not
      found, or the command was used wrongly.
      """
    case .compare:
      """
      A column per option: a file, REVISION:PATH as git writes it, or a scenario of a file. Of one
      file alone all scenarios are shown beside today, or those named by --scenario; with several
      files --scenario adds a column to each. Response times are modelled at today's peak. A number
      that may be worse than it reads (at most, at least) is the best of its row only among its
      like. Exit status: 0; 2 when a description could not be read in full, was not found, or the
      command was used wrongly.
      """
    case .history:
      """
      The revisions of HEAD that touched the description, under its earlier names too, or a file
      that it includes or imports; the newest last. Each is reviewed with the decisions of its day,
      and with the rules and settings of today. Commits that changed the headroom are listed with
      what it was before. Exit status: 0; 2 when no revision could be read or the command was used
      wrongly.
      """
    case .import:
      """
      Reads files and folders as one system and writes what they say: components, products,
      replicas, arrows with what each rests on, and as comments what is left to say. Formats are
      recognised by their contents. Nothing is run or fetched, and values of variables are never
      written. The files can be reviewed as they are, `tenfold check docker-compose.yml`, or named
      under `import:` in a description, which adds to them.
      """
    case .accept:
      """
      The decision goes into .tenfold-accepted.yaml in the root of the project, with the severity
      and the headroom of today: when the risk gets worse than that, or the last day is over, the
      finding is open again. A decision made again keeps owner, last day and ticket unless they are
      given.
      """
    case .fix:
      """
      Makes the change that the page of a rule knows for its finding, with the finding's numbers,
      and reviews again: a fix is only made where its finding is gone and nothing graver came. Of
      what a person has to decide it says so. Without RULE all findings are looked at; --diff shows
      the lines and writes nothing. Exit status: 0; 1 when a fix could not be made; 2 when the
      description could not be read in full or the command was used wrongly.
      """
    case .grow:
      """
      Demand is counted from today's peak. Capacity, utilisation and headroom follow from
      operational laws, response times from queueing models. --set takes the path of a key in the
      description: components.api.operations.order.takes=20ms, journeys.buy.peak=2k/s,
      growth="5x in 1 year". Exit status: 0; 1 when --min-headroom is not reached; 2 when the
      description could not be read in full or the command was used wrongly.

      A bar ends at the headroom of its element, on a scale from 0.1x to 1000x; the line is the
      target. n-1 is the headroom without one replica, mon the months until the limit is reached; a
      number marked as at most may be lower, because something is undeclared. Consumers count from
      the mean rate, since the queue in front absorbs the peak. A call that waits holds its server,
      a queue passes no more than its consumers take, an autoscaler opens the pools of all its
      replicas and follows the climb from rate to peak as its interval, lag and start allow. Zones
      take their share of the replicas with them; what is lost answers with its timeout, or at once
      where there is a breaker.

      Where servers are held by calls that wait, where callers give up and try again, and in the
      tails of journeys that wait for one component again and again, models are known to be wrong:
      there it simulates, and marks times with ~. The simulation runs the same model as discrete
      events: a request holds a server while it works and while it waits for a call, times out after
      its timeout, makes its attempts, is turned away from a full queue; what nobody waits for goes
      on unless the relation says `cancels: yes`; messages come at their mean rate. The first tenth
      of a run is cut off, intervals (95 %) come from batch means, a seed gives the same numbers on
      every machine, and Ctrl-C shows what is known by then.
      """
    case .plan:
      """
      Each step is one value of the description, large enough for the target, with the line it is
      written on, the limit that needs it and when, and what saturates first after it. The target
      is --target, else what the description expects to handle or its declared growth, else 10x;
      with --by, the system is taken to grow to it by then. All steps are reviewed together: which
      findings they end and bring, and which expectations are met. Where the models are known to be
      wrong the steps are tried in the simulation, and sized for more where it serves too little.
      Other ways follow: a cache or shards where a store has to become larger, a queue in front, a
      store of its own or a read replica where that ends a limit, and one step less where another
      one makes up for it. --write writes the first plan into the description,
      comments and layout kept; --diff shows the lines and writes nothing. Exit status: 0 when
      target and expectations are met with all steps of the first plan; 1 when they are not; 2 when
      the description could not be read in full, no limit of it is known or the command was used
      wrongly.
      """
    case .rules:
      """
      `tenfold rules` lists all rules; with TEXT those about it, the best first: with a part of an
      id, such as queues/, or with words of their titles and texts. `tenfold rules test` runs the
      examples on their pages, as written and mutated; with --rules DIR, those of DIR.
      """
    case .schema:
      """
      Schemas of what people write (draft 7) know every key, its unit and its form: `tenfold schema`
      for *.tenfold.yaml, `tenfold schema --for settings` for .tenfold.yaml. Schemas of what
      `--format json` of check, grow, plan, diff, compare, history and rules writes (draft 2020-12)
      list every key as required and allow no other. `reviews` is a list however many descriptions
      were named; a value that is not there is null. Times are in seconds (_s), rates per second
      (_per_s), shares from 0 to 1, multiples in times today's peak; numbers have six significant
      digits. `format_version` grows when a key goes or means something else; keys may be added
      without that, so validate with the schema of the program that wrote the document.
      """
    case .query:
      """
      Only SELECT is possible: nothing can be written, attached or loaded, and a query that runs too
      long or returns more than 100,000 rows is stopped. `tenfold facts` lists the tables.
      """
    case .mcp:
      """
      An assistant starts it, in the folder of the project or with --root, and ends it by closing
      standard input. Its tools review a description, look at what-ifs, explain names, query facts
      and tell the language; rule pages are resources. Only descriptions below the root are read,
      and nothing is written unless --write is given: then one tool writes single keys, and shows
      the lines that differ.
      """
    default: ""
    }
  }
}
