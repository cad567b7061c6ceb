import Description
import Testing

/// Files of the Serverless Framework.
@Suite struct ServerlessTests {
  private static let head = "service: shop\nprovider: { name: aws, stage: dev }\n"

  private func lines(_ text: String) -> [String] {
    Imported(["serverless.yml": Self.head + text]).lines
  }

  @Test func `a construct is a queue with its worker`() {
    let read = lines(
      """
      constructs:
        jobs:
          type: queue
          batchSize: 5
          worker: { handler: a.b, timeout: 20 }
      functions:
        web:
          environment: { QUEUE_URL: "${construct:jobs.queueUrl}" }
          events: [ { http: GET /x } ]
      """)
    #expect(read.contains("web publishes jobs (env QUEUE_URL)"))
    #expect(read.contains("jobsWorker consumes jobs: batch = 5"))
    #expect(read.contains("jobs.dead-letter.to = jobsDlq"))
  }

  @Test func `files beside it are read, and what is no YAML is said`() {
    let read = Imported(
      [
        "serverless.yml": Self.head + """
          custom: { sizes: "${file(sizes.yml)}", keys: "${file(keys.js):all}" }
          functions: "${file(functions.yml)}"
          resources: [ "${file(tables.yml)}", "${file(more.js)}" ]
          """,
        "sizes.yml": "most: 7\n",
        "functions.yml": "web: { reservedConcurrency: \"${self:custom.sizes.most}\" }\n",
        "tables.yml": "Resources: { Ledger: { Type: AWS::DynamoDB::Table } }\n",
      ], named: ["serverless.yml"])
    #expect(read.lines.contains("web: function"))
    #expect(read.lines.contains("Ledger: database"))
    #expect(read.lines.contains("web.replicas = 1..7"))
    #expect(read.reading.notes.contains { $0.sentence.contains("more.js") })
  }

  @Test func `what has no end is cut`() {
    _ = lines(
      "custom: { a: \"${self:custom.b}\", b: \"${self:custom.a}\" }\n"
        + "functions: { web: { timeout: \"${self:custom.a}\", x: \"${self:functions}\" } }\n")
  }

  @Test func `a topic that is only named is made, once`() {
    let read = lines(
      """
      functions:
        one: { events: [ { sns: news } ] }
        two: { events: [ { sns: { topicName: news } } ] }
      """)
    #expect(read.filter { $0 == "news: topic" }.count == 1)
    #expect(read.filter { $0.contains(" consumes news (") }.count == 2)
  }

  @Test func `rights of one function alone are its arrows`() {
    let read = lines(
      """
      functions:
        web:
          iamRoleStatements:
            - { Effect: Allow, Action: [ "dynamodb:PutItem" ], Resource: !GetAtt Ledger.Arn }
        other: { timeout: 5 }
      resources: { Resources: { Ledger: { Type: AWS::DynamoDB::Table } } }
      """)
    #expect(read.contains("web writes Ledger (right dynamodb:PutItem)"))
  }
}
