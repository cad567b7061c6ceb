/// A made-up description of any size, always the same for the same size.
enum Workload {
  /// A system of `count` components with two relations each, about 330 bytes a component.
  ///
  /// Every hundred components are a product of their own: a journey enters at its first service,
  /// services call the next ones, and write to databases or publish to queues.
  static func description(components count: Int) -> String {
    var text = "tenfold: 1\nsystem: workload\nstage: growth\ngrowth: 10x in 18 months\njourneys:\n"
    text.reserveCapacity(count * 340)
    for start in stride(from: 0, to: count, by: 100) {
      text += "  journey-\(start): { calls: \(name(start, count)), rate: 40/s, peak: 400/s }\n"
    }
    text += "components:\n"
    for index in 0..<count { text += component(index, count) }
    return text
  }

  private static func name(_ index: Int, _ count: Int, next step: Int = 0) -> String {
    let block = index - index % 100
    return "component-\(min(count - 1, block + (index - block + step) % 100))"
  }

  private static func component(_ index: Int, _ count: Int) -> String {
    let head = "  \(name(index, count)):\n    team: team-\(index % 40)\n"
    switch index % 10 {
    case 8:
      return head
        + """
            kind: database
            technology: postgresql
            write-capacity: 2000/s
            shards: { count: 4, key: customer-id, by: hash, distinct: 100000, top-share: 1% }
            holds: [data]
            replicas: 2
            replicates: { to: \(name(index, count, next: 10)) }
            schemas: separate
            retention: 90 days

        """
    case 9:
      return head
        + """
            kind: queue
            technology: sqs
            visibility: 120s
            retention: 14 days
            max-age: 2h
            overflow: reject
            loss: unacceptable
            dead-letter: { to: \(name(index, count, next: 10)), after: 5 }

        """
    default:
      let step = index % 10 < 7 ? 1 : 3
      let next = index % 100 + step < 98 ? index + step : index - index % 10 + 8
      let store = index - index % 10 + 8
      let effect =
        index % 2 == 0
        ? "writes: { to: \(name(store, count)), entity: order, idempotency: order-id }"
        : "publishes: { to: \(name(store + 1, count)), event: OrderPlaced, via: outbox }"
      let call = "to: \(name(next, count)), timeout: 500ms, attempts: 2, backoff: jittered"
      return head
        + """
            kind: service
            technology: [nodejs, kubernetes]
            unit: unit-\(index / 8)
            replicas: 2..20
            concurrency: 64
            takes: 12ms
            sessions: token
            disk: none
            calls: { \(call), effect: none }
            \(effect)

        """
    }
  }
}
