import Review

/// Texts to start from: what the project itself has of each sort.
struct SeedTexts {
  /// Descriptions: the samples, right and broken ones.
  let descriptions: [[UInt8]]
  /// Pages of the rule book.
  let pages: [[UInt8]]
  /// Pages of the catalogue of products.
  let products: [[UInt8]]

  /// Reads the samples below a folder.
  init(root: String) {
    let samples = FileTree.files(under: root + "/samples").compactMap(FileTree.bytes)
    descriptions = samples.isEmpty ? [Array(Self.small.utf8)] : samples
    let book = RuleSet.builtInPages.map { (path: $0.path, bytes: Array($0.text.utf8)) }
    pages = book.filter { $0.path.hasSuffix(".md") }.map(\.bytes)
    products = book.filter { $0.path.hasSuffix(".yaml") }.map(\.bytes)
  }

  /// A system that works and has findings, queues and a simulation worth the name.
  static let small = """
    tenfold: 1
    system: Small
    growth: 10x in 12 months
    journeys:
      buy: { from: user, calls: shop, rate: 5/s, peak: 20/s }
    components:
      user: { kind: client }
      shop: { kind: service, replicas: 2, concurrency: 4, takes: 40ms, calls: { to: db, timeout: 1s, attempts: 3 }, publishes: mail }
      db: { kind: database, technology: postgresql, takes: 5ms, concurrency: 8 }
      mail: { kind: queue, technology: sqs }
      sender: { kind: worker, replicas: 1, consumes: { from: mail, batch: 10, takes: 2s } }

    """

  /// The project's own settings.
  static let settings = """
    fail-on: high
    min-headroom: 2x
    min-checked: 50%
    max-headroom-drop: 10%
    max-new: 3
    rules:
      queues/no-dlq: { severity: low, off: true, fail: never }
      queues: { severity: high }

    """

  /// Decisions of a project.
  static let decisions = """
    accepted:
      - rule: queues/no-dlq
        element: mail
        reason: lost mails are sent again
        owner: ops
        until: 2027-03-31
        severity: high
        headroom: 3.4x
      - { rule: queues/no-dlq, element: order, reason: "a \\"b\\"", ticket: 'T-1', peak: 40/s }

    """
}
