import Findings
import Review
import Rules
import SourceText

/// SARIF 2.1.0 (OASIS standard, 2020): one run over all descriptions.
///
/// Findings are results; problems with the description are tool execution notifications, since they
/// are no results of a rule. Columns count Unicode code points.
struct SARIFReport {
  let input: ReportInput
  private let ruleIndex: [String: Int]

  init(_ input: ReportInput) {
    self.input = input
    var index: [String: Int] = [:]
    for (number, rule) in input.rules.enumerated() { index[rule.id] = number }
    ruleIndex = index
  }

  func render() -> String {
    JSONValue.members([
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .string("2.1.0"),
      "runs": .array([run]),
    ]).text
  }

  private var run: JSONValue {
    .members([
      "tool": .members([
        "driver": .members([
          "name": .string(Tool.name), "version": .string(Tool.version),
          "semanticVersion": .string(Tool.version),
          "rules": .array(input.rules.map(descriptor)),
        ])
      ]),
      "columnKind": .string("unicodeCodePoints"),
      "automationDetails": .members(["id": .string("tenfold/")]),
      "invocations": .array([invocation]),
      "results": .array(results.map(result)),
    ])
  }

  /// GitHub's code scanning takes so many results of a run (its documentation, "SARIF results
  /// exceed one or more limits"); the gravest are kept.
  private static let resultLimit = 25_000

  private var results: [Finding] {
    let all = input.reviews.flatMap(\.findings)
    guard all.count > Self.resultLimit else { return all }
    let kept = all.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      if (left.accepted == nil) != (right.accepted == nil) { return left.accepted == nil }
      return left.severity == right.severity
        ? $0.offset < $1.offset : left.severity > right.severity
    }.prefix(Self.resultLimit)
    return kept.sorted { $0.offset < $1.offset }.map(\.element)
  }

  private var cut: Int {
    max(0, input.reviews.reduce(0) { $0 + $1.findings.count } - Self.resultLimit)
  }

  private var excess: JSONValue {
    .members([
      "level": .string("warning"), "descriptor": .members(["id": .string("too-many-results")]),
      "message": text("\(cut) findings of the least severity are left out of this file"),
    ])
  }

  private var invocation: JSONValue {
    let problems = input.reviews.flatMap(\.problems)
    return .members([
      "executionSuccessful": .bool(!input.reviews.contains(where: \.isBroken)),
      "toolExecutionNotifications": .array(
        problems.map(notification) + (cut > 0 ? [excess] : [])),
    ])
  }

  private func descriptor(_ rule: Rule) -> JSONValue {
    .members([
      "id": .string(rule.id),
      "name": .string(name(rule.id)),
      "shortDescription": text(rule.title),
      "fullDescription": text(rule.summary),
      "help": .members(["text": .string(rule.advice), "markdown": .string(rule.manual)]),
      "defaultConfiguration": .members(["level": .string(level(rule.severity))]),
      "properties": .members([
        "tags": .array([.string(String(rule.theme)), .string("scalability")]),
        "precision": .string("high"), "problem.severity": .string(level(rule.severity)),
      ]),
    ])
  }

  private func result(_ finding: Finding) -> JSONValue {
    let message = finding.arithmetic.map { "\(finding.message) (\($0))" } ?? finding.message
    return .members([
      "ruleId": .string(finding.rule),
      "ruleIndex": ruleIndex[finding.rule].map(JSONValue.integer),
      "level": .string(level(finding.severity)),
      "message": text("\(message). \(finding.advice)"),
      "locations": .array([location(finding.place, element: finding.element)]),
      "relatedLocations": related(finding), "codeFlows": flow(finding),
      "partialFingerprints": .members(["tenfold/v1": .string(finding.fingerprint)]),
      "baselineState": finding.standing.map { .string(state($0)) },
      "suppressions": .array(finding.accepted.map { [suppression($0)] } ?? []),
      "properties": .members([
        "severity": .string(finding.severity.word),
        "confidence": .string(finding.confidence.word), "element": .string(finding.element),
      ]),
    ])
  }

  private func suppression(_ risk: AcceptedRisk) -> JSONValue {
    .members([
      "kind": .string(risk.line == nil ? "external" : "inSource"), "status": .string("accepted"),
      "justification": .string(risk.sentence.printable),
    ])
  }

  private func state(_ standing: Standing) -> String {
    switch standing {
    case .new: "new"
    case .worse, .better: "updated"
    case .unchanged: "unchanged"
    }
  }

  /// The places of declared evidence; left out where there is none beside the finding's own.
  private func related(_ finding: Finding) -> JSONValue? {
    let others = finding.evidence.filter { $0.place != nil && $0.place != finding.place }
    guard !others.isEmpty else { return nil }
    return .array(
      others.enumerated().compactMap { index, evidence in
        evidence.place.map { place in
          .members([
            "id": .integer(index + 1), "physicalLocation": physical(place),
            "message": text("\(evidence.name) = \(evidence.value.words)"),
          ])
        }
      })
  }

  /// The way through the system, for findings about chains and rings.
  private func flow(_ finding: Finding) -> JSONValue? {
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
        .members(["fullyQualifiedName": .string(element), "kind": .string("element")])
      ]),
    ])
  }

  private func physical(_ place: SourcePlace) -> JSONValue {
    .members([
      "artifactLocation": .members(["uri": .string(uri(place.path))]),
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

  private func text(_ text: String) -> JSONValue { .members(["text": .string(text.printable)]) }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "note"
    }
  }

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
