import Description
import Import
import Testing
import TestSupport

/// What addresses lead to outside of the files.
@Suite struct OutsiderTests {
  private let read = Imported(
    """
    services:
      web:
        image: acme/web
        environment:
          PAYMENTS_URL: https://api.stripe.com/v1
          FILES_URL: https://files.stripe.com
          DATABASE_URL: postgres://u:hunter2@orders.abc.eu-west-1.rds.amazonaws.com/orders
          REPORTS_URL: postgres://u:hunter2@reports.abc.eu-west-1.rds.amazonaws.com/reports
          QUEUE_URL: amqps://u:hunter2@mq.corp.example:5671
          PARTNER_URL: https://api.partner.example/v2
          SELF_URL: http://localhost:8080
      stripe: { image: acme/stripe-mock }
    """)

  @Test func `known vendors and stores elsewhere are components`() {
    let lines = read.lines
    #expect(lines.contains("web calls stripe-2 (env PAYMENTS_URL)"))
    #expect(lines.contains("stripe-2: external"))
    #expect(!lines.contains { $0.contains("FILES_URL") })
    #expect(lines.contains("amazon-rds: database"))
    #expect(lines.contains("web calls amazon-rds-2 (env REPORTS_URL)"))
    #expect(lines.contains("web publishes rabbitmq (env QUEUE_URL)"))
  }

  @Test func `an unknown host is a question, and is not printed`() {
    let questions = read.reading.notes.flatMap(\.questions)
    #expect(questions.contains { $0.contains("whom does `web` reach by env PARTNER_URL?") })
    #expect(!questions.contains { $0.contains("SELF_URL") })
    for secret in ["partner.example", "hunter2", "eu-west-1", "corp.example"] {
      #expect(!read.everything.contains(secret))
    }
  }
}
