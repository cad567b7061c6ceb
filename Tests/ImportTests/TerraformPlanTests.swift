import Description
import Import
import Review
import Testing
import TestSupport

/// Plans and states of Terraform.
@Suite struct TerraformPlanTests {
  private static let start = "{ \"format_version\": \"0.1\", \"terraform_version\": \"0.12.1\", "

  private static func plan(_ resources: String, _ rest: String = "") -> String {
    start + "\"planned_values\": { \"root_module\": { \"resources\": [\(resources)] } }\(rest) }"
  }

  private static func queue(_ name: String, _ values: String = "{}") -> String {
    """
    { "address": "aws_sqs_queue.\(name)", "mode": "managed", "type": "aws_sqs_queue",
      "name": "\(name)", "values": \(values) }
    """
  }

  @Test func `what is deleted is no part of the system, and what stays is`() {
    let changes = ["one": "no-op", "two": "delete"].sorted { $0.key < $1.key }.map {
      """
      { "address": "aws_sqs_queue.\($0.key)", "mode": "managed", "type": "aws_sqs_queue",
        "name": "\($0.key)", "change": { "actions": ["\($0.value)"], "after": {} } }
      """
    }.joined(separator: ",")
    let rest = ", \"resource_changes\": [\(changes)]"
    for text in [
      Self.plan(Self.queue("one"), rest), Self.start + rest.dropFirst(2) + " }",
    ] {
      let read = Imported(["plan.json": text])
      #expect(read.lines == ["one: queue", "one.technology = amazon-sqs"])
      #expect(read.reading.notes[0].sentence.contains("1 resource (the plan deletes them)"))
    }
  }

  /// Lists of ten that hold the list before them, as aliases, and are nothing that JSON can say.
  private static func laughs(_ separator: String) -> String {
    let all = (1...11).map { level in
      "&a\(level) [\((0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ","))]"
    }
    return (["&a0 [x]"] + all).joined(separator: separator)
  }

  @Test(arguments: [nil, "terraform-plan"])
  func `a plan that repeats itself by aliases is refused, and takes no time`(_ format: String?) {
    let text =
      "format_version: '1.2'\nterraform_version: '1.5'\n"
      + "planned_values: { root_module: { resources: [\(Self.laughs(","))] } }\n"
    let read = Imported(["plan.yaml": text], as: format)
    #expect(read.lines == [])
    #expect(read.problems.map(\.code) == ["aliases-in-plan"])
  }

  @Test func `a text in a plan that only looks like JSON stays a text`() {
    let policy = "[\(Self.laughs(","))]"
    let read = Imported([
      "plan.json": Self.plan(Self.queue("one", "{ \"redrive_policy\": \"\(policy)\" }"))
    ])
    #expect(read.lines == ["one: queue", "one.technology = amazon-sqs"])
  }

  /// A plan with a queue that has a right, unlike the product's, visibility and dead-letter queue.
  private static func unknown(_ mark: String, _ expressions: String) -> String {
    plan(
      queue("jobs"),
      """
      , "resource_changes": [{ "address": "aws_sqs_queue.jobs", "mode": "managed",
        "type": "aws_sqs_queue", "name": "jobs",
        "change": { "actions": ["create"], "after": {}, "after_unknown": { \(mark) } } }],
      "configuration": { "root_module": { "resources": [
        { "address": "aws_sqs_queue.jobs", "expressions": { \(expressions) } }] } }
      """)
  }

  /// The visibility of the first component, with what its product does by itself.
  private static func visibility(_ text: String) -> Double? {
    review(bytes: Array(text.utf8), path: "plan.json").architecture?
      .completed(with: RuleSet.builtIn.catalogue).components[0].facts.number(.visibility)
  }

  private static func withheld(_ text: String) -> [String] {
    Imported(["plan.json": text]).reading.draft.components[0].facts.withheld.map(\.name)
  }

  @Test func `what is known only after it is applied is neither a default nor absent`() {
    let mark = "\"visibility_timeout_seconds\": true, \"redrive_policy\": true"
    let set = "{ \"references\": [\"var.x\"] }"
    let text = Self.unknown(
      mark, "\"visibility_timeout_seconds\": \(set), \"redrive_policy\": \(set)")
    #expect(Self.withheld(text) == ["visibility", "dead-letter.to", "max-deliveries"])
    let note = Imported(["plan.json": text]).reading.notes[0].sentence
    #expect(note.contains("visibility_timeout_seconds"))
    #expect(note.contains("it is set to what the files do not tell"))
    #expect(Self.visibility(text) == nil)
    // What the configuration leaves to the provider is what the product does by itself.
    let silent = Self.unknown(mark, "")
    #expect(Self.withheld(silent).isEmpty)
    #expect(Self.visibility(silent) == 30)
  }

  @Test func `a setting that is null is not set`() {
    let rule = Self.queue("rule", "{ \"event_pattern\": \"{}\", \"schedule_expression\": null }")
      .replacing("aws_sqs_queue", with: "aws_cloudwatch_event_rule")
    #expect(Imported(["plan.json": Self.plan(rule)]).lines.contains("rule: topic"))
  }

  @Test func `a reference to one copy leads to that one`() {
    let function = Self.queue("f", "{ \"environment\": [{}] }")
      .replacing("aws_sqs_queue", with: "aws_lambda_function")
    let copies = (0..<2).map { number in
      Self.queue("jobs").replacing("\"values\"", with: "\"index\": \(number), \"values\"")
    }
    let read = Imported([
      "plan.json": Self.plan(
        ([function] + copies).joined(separator: ","),
        """
        , "configuration": { "root_module": { "resources": [{ "address": "aws_lambda_function.f",
          "expressions": { "environment": [{ "variables": { "references": [
            "aws_sqs_queue.jobs[1].url", "aws_sqs_queue.jobs[1]", "aws_sqs_queue.jobs"] } }] } }] } }
        """)
    ])
    #expect(read.lines.filter { $0.contains("publishes") } == ["f publishes jobs-1 (env)"])
  }

  @Test func `a state is read as a plan is`() {
    let state = Self.plan(Self.queue("one")).replacing("planned_values", with: "values")
    #expect(Imported(["state.json": state]).lines.contains("one: queue"))
  }

  @Test func `names and ARNs of a state lead to what has them`() {
    let redrive = "{'deadLetterTargetArn':'arn:aws:sqs:a:1:shop-failed','maxReceiveCount':4}"
      .replacing("'", with: "\\\"")
    let read = Imported([
      "state.json": Self.plan(
        Self.queue("jobs", "{ \"name\": \"shop-jobs\", \"redrive_policy\": \"\(redrive)\" }") + ","
          + Self.queue("failed", "{ \"name\": \"shop-failed\" }"))
    ])
    #expect(read.lines.contains("jobs.dead-letter.to = failed"))
    #expect(read.lines.contains("jobs.max-deliveries = 4"))
  }

  @Test func `data sources are looked up, and are no part of it`() {
    let text = Self.plan(Self.queue("one").replacing("managed", with: "data"))
    #expect(Imported(["plan.json": text]).lines == [])
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is read, with and without a mark`(_ isMarked: Bool, _ isLittle: Bool) {
    var bytes: [UInt8] = []
    for unit in ((isMarked ? "\u{FEFF}" : "") + Self.plan(Self.queue("one"))).utf16 {
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      bytes += isLittle ? pair : pair.reversed()
    }
    let review = review(bytes: bytes, path: "plan.json")
    #expect(review.imports.first?.sentence.contains("1 resource") == true)
    #expect(!review.problems.contains { $0.weight == .error })
  }

  @Test func `a broken plan says where, and what stands before that is read`() {
    let text = Self.plan(Self.queue("one") + ", { \"address\": \"aws_x\u{2}\"\" }")
    let read = Imported(["plan.json": text])
    #expect(read.lines.contains("one: queue"))
    #expect(read.problems.contains { $0.place?.start.line ?? 0 > 1 })
  }

  @Test func `sensitive values reach no output`() {
    let text = Self.plan(
      """
      { "address": "aws_lambda_function.f", "mode": "managed", "type": "aws_lambda_function",
        "name": "f", "values": { "timeout": 5, "description": "hunter2-marked",
          "function_name": "hunter2-name",
          "environment": [{ "variables": { "A": "hunter2-variable" } }] },
        "sensitive_values": { "description": true, "function_name": true } }
      """,
      """
      , "variables": { "x": { "value": "hunter2-var" } },
      "prior_state": { "values": {
        "outputs": { "o": { "sensitive": true, "value": "hunter2-out" } } } },
      "configuration": { "root_module": {
        "variables": { "v": { "default": "hunter2-default", "sensitive": true } },
        "resources": [{ "address": "aws_lambda_function.f", "expressions": {
          "function_name": { "constant_value": "hunter2-name" },
          "description": { "constant_value": "hunter2-marked" } } }] } }
      """)
    let read = Imported(["plan.json": text])
    #expect(read.lines.contains("f.request-timeout = 5s"))
    #expect(!read.everything.contains("hunter2"))
  }
}
