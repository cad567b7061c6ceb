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
          "environment": [{ "variables": { "A": "hunter2-variable" } }] },
        "sensitive_values": { "description": true } }
      """,
      """
      , "variables": { "x": { "value": "hunter2-var" } },
      "prior_state": { "values": {
        "outputs": { "o": { "sensitive": true, "value": "hunter2-out" } } } }
      """)
    let read = Imported(["plan.json": text])
    #expect(read.lines.contains("f.request-timeout = 5s"))
    #expect(!read.everything.contains("hunter2"))
  }
}
