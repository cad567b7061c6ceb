import Findings
import Review
import Rules
import SourceText

/// SARIF 2.1.0 (OASIS standard, 2020): one run over all descriptions.
///
/// Findings are results; problems with the description are tool execution notifications, since they
/// are no results of a rule. Columns count Unicode code points.
struct SARIFReport: Report {
  private let locate: @Sendable (_ path: String) -> String
  private let rules: [Rule]
  /// What is said of the rules; made once, since both ends of the document are cut from the whole.
  private var descriptors: [JSONValue] = []
  private let ruleIndex: [String: Int]
  let separator = ",\n        "

  /// What GitHub's code scanning takes of a run; the gravest are kept.
  ///
  /// 25,000 results and 10 MB compressed by gzip (its documentation, "SARIF results exceed one or
  /// more limits"); results shrink to less than a sixth.
  let capacity: ReportCapacity? = ReportCapacity(pieces: 25_000, bytes: 60_000_000)

  /// Places that GitHub shows of a result, of 1,000 that it takes.
  private static let shownPlaces = 100

  init(_ settings: ReportSettings) {
    locate = settings.locate
    rules = settings.rules
    var index: [String: Int] = [:]
    for (number, rule) in rules.enumerated() { index[rule.id] = number }
    ruleIndex = index
    descriptors = rules.map(descriptor)
  }

  func head(_ run: RunSummary) -> String { Placeholder.parts(of: document(run, left: 0)).head }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let edits = subject.review.fixEdits
    return subject.review.findings.map { finding in
      let rank = finding.accepted == nil ? -finding.severity.rawValue : 1
      let result = result(finding, of: subject.review, edits[finding.fingerprint] ?? [])
      return ReportPiece(result.text(indent: 4), rank: rank)
    }
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String {
    Placeholder.parts(of: document(run, left: left)).tail
  }

  private func document(_ run: RunSummary, left: Int) -> String {
    let driver = JSONValue.members([
      "name": .string(Tool.name), "version": .string(Tool.version),
      "semanticVersion": .string(Tool.version), "rules": .array(descriptors),
    ])
    return JSONValue.members([
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .string("2.1.0"),
      "runs": .array([
        .members([
          "tool": .members(["driver": driver]),
          "columnKind": .string("unicodeCodePoints"),
          "automationDetails": .members(["id": .string("tenfold/")]),
          "results": .array([.placeholder]),
          "invocations": .array([invocation(run, left)]),
          "properties": .members(["overview": RunSummary.Overview(run: run).json]),
        ])
      ]),
    ]).text
  }

  private func invocation(_ run: RunSummary, _ left: Int) -> JSONValue {
    let excess = JSONValue.members([
      "level": .string("warning"), "descriptor": .members(["id": .string("too-many-results")]),
      "message": text("\(left) findings of the least severity are left out of this file"),
    ])
    return .members([
      "executionSuccessful": .bool(!run.isBroken),
      "toolExecutionNotifications": .array(
        run.problems.map(notification) + (left > 0 ? [excess] : [])),
    ])
  }

  private func descriptor(_ rule: Rule) -> JSONValue {
    .members([
      "id": .string(rule.id.printable),
      "name": .string(name(rule.id.printable)),
      "shortDescription": text(rule.title),
      "fullDescription": text(rule.summary),
      "help": .members([
        "text": .string(unlinked(rule.advice)), "markdown": .string(rule.help.printableLines),
      ]),
      "defaultConfiguration": .members(["level": .string(level(rule.severity))]),
      "properties": .members([
        "tags": .array([.string(String(rule.theme).printable), .string("scalability")]),
        "precision": .string("high"), "problem.severity": .string(level(rule.severity)),
      ]),
    ])
  }

  private func result(
    _ finding: JudgedFinding, of review: Review, _ edits: [FixEdit]
  ) -> JSONValue {
    let entry = ReportEntry(finding)
    return .members([
      "ruleId": .string(finding.rule.printable),
      "ruleIndex": ruleIndex[finding.rule].map(JSONValue.integer),
      "level": .string(entry.isQuiet ? "note" : level(finding.severity)),
      "message": text(entry.isAccepted ? entry.sentence : entry.remarkedSentence),
      "locations": .array([location(finding.place, element: finding.element)]),
      "relatedLocations": related(finding), "codeFlows": flow(finding),
      "fixes": edits.isEmpty ? nil : .array([fix(edits)]),
      // The same rule may find the same name in several systems of a run.
      "partialFingerprints": .members([
        "tenfold/v1": .string(finding.identity),
        // What GitHub tells alerts apart by.
        "primaryLocationLineHash": .string(finding.identity + ":1"),
      ]),
      "baselineState": finding.standing.map { .string(state($0)) },
      "suppressions": .array(
        (finding.accepted ?? finding.discussed).map { [suppression($0)] }
          ?? (entry.isQuiet ? [known] : [])),
      "properties": .members([
        "severity": .string(finding.severity.word),
        "confidence": .string(finding.confidence.word),
        "element": .string(finding.element.printable),
      ]),
    ])
  }

  /// Why what is known as it is alarms nobody.
  private var known: JSONValue {
    .members([
      "kind": .string("external"), "status": .string("accepted"),
      "justification": .string("known before, and no worse since"),
    ])
  }

  /// What `tenfold fix` would write, as lines in place of others.
  private func fix(_ edits: [FixEdit]) -> JSONValue {
    .members([
      "artifactChanges": .array(
        Dictionary(grouping: edits, by: \.path).sorted { $0.key < $1.key }.map { path, edits in
          .members([
            "artifactLocation": .members(["uri": .string(uri(locate(path)))]),
            "replacements": .array(edits.map(replacement)),
          ])
        })
    ])
  }

  private func replacement(_ edit: FixEdit) -> JSONValue {
    .members([
      "deletedRegion": .members([
        "startLine": .integer(edit.line), "startColumn": .integer(1),
        "endLine": .integer(edit.line + edit.removed), "endColumn": .integer(1),
      ]), "insertedContent": .members(["text": .string(edit.text)]),
    ])
  }

  private func suppression(_ risk: AcceptedRisk) -> JSONValue {
    .members([
      "kind": .string(risk.line == nil ? "external" : "inSource"),
      "status": .string(risk.status == .inDiscussion ? "underReview" : "accepted"),
      "justification": .string(risk.remark.printable),
    ])
  }

  private func state(_ standing: BaselineState) -> String {
    switch standing {
    case .new: "new"
    case .worse, .better: "updated"
    case .unchanged: "unchanged"
    }
  }

  /// The places of declared evidence; left out where there is none beside the finding's own.
  private func related(_ finding: JudgedFinding) -> JSONValue? {
    let others = finding.evidence.filter { $0.place != nil && $0.place != finding.place }
    guard !others.isEmpty else { return nil }
    return .array(
      others.prefix(Self.shownPlaces).enumerated().compactMap { index, evidence in
        evidence.place.map { place in
          .members([
            "id": .integer(index + 1), "physicalLocation": physical(place),
            "message": text("\(evidence.name) = \(evidence.value.words)"),
          ])
        }
      })
  }

  /// The way through the system, for findings about chains and rings.
  private func flow(_ finding: JudgedFinding) -> JSONValue? {
    guard !finding.steps.isEmpty else { return nil }
    let locations = finding.steps.map { step in
      JSONValue.members([
        "location": location(step.place, element: step.element, message: step.element)
      ])
    }
    let thread = JSONValue.members(["locations": .array(locations)])
    return .array([.members(["threadFlows": .array([thread])])])
  }

  private func location(
    _ place: SourcePlace, element: String, message: String? = nil
  ) -> JSONValue {
    .members([
      "message": message.map(text),
      "physicalLocation": physical(place),
      "logicalLocations": .array([
        .members(["fullyQualifiedName": .string(element.printable), "kind": .string("element")])
      ]),
    ])
  }

  private func physical(_ place: SourcePlace) -> JSONValue {
    .members([
      "artifactLocation": .members(["uri": .string(uri(locate(place.path)))]),
      "region": .members([
        "startLine": .integer(place.start.line), "startColumn": .integer(place.start.column),
        "endLine": .integer(place.end.line), "endColumn": .integer(place.end.column),
      ]),
    ])
  }

  private func notification(_ problem: Problem) -> JSONValue {
    .members([
      "level": .string(problem.weight == .error ? "error" : "warning"),
      "message": text(problem.sentence),
      "descriptor": .members(["id": .string(problem.code)]),
      "locations": problem.place.map {
        .array([.members(["physicalLocation": physical($0)])])
      },
    ])
  }

  private func text(_ text: String) -> JSONValue { .members(["text": .string(unlinked(text))]) }

  /// The text, printable and without links: `[words](address)` is one in a plain text, and where
  /// brackets are escaped there is none (SARIF 2.1.0, 3.11.6).
  ///
  /// A text that holds no link keeps its brackets, for readers that know no escapes.
  private func unlinked(_ text: String) -> String {
    let text = text.printable
    guard text.utf8.firstRange(of: "](".utf8) != nil else { return text }
    return text.escaped { ["[", "]", "\\"].contains($0) ? "\\\($0)" : nil }
  }

  /// SARIF's levels are called as ours.
  private func level(_ severity: Severity) -> String { "\(ReportEntry.Level(severity))" }

  /// `queues/no-dlq` as `QueuesNoDlq`, SARIF's form of a readable identifier.
  private func name(_ id: String) -> String {
    id.split { $0 == "/" || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// A relative reference or file URI (RFC 3986): all but unreserved characters and `/` escaped.
  private func uri(_ path: String) -> String {
    let escaped = path.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || "-._~/".utf8.contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(scalar) : "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
    return escaped.hasPrefix("/") ? "file://" + escaped : escaped
  }
}
