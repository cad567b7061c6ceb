/// Spans with what they are parts of.
struct TraceForest {
  private(set) var spans: [TraceSpan]
  /// What each span is a part of, by number; nil for the first of a trace, and where that is not
  /// here.
  let parents: [Int?]
  /// The parts of each span.
  let children: [[Int]]

  init(_ spans: [TraceSpan]) {
    self.spans = spans
    let pairs = spans.indices.map { (spans[$0].id, $0) }
    let numbers = Dictionary(pairs) { first, _ in first }
    var children = Array(repeating: [] as [Int], count: spans.count)
    var parents: [Int?] = []
    for (number, span) in spans.enumerated() {
      let parent = span.parent.isEmpty ? nil : numbers[span.parent]
      parents.append(parent == number ? nil : parent)
      if let parent, parent != number { children[parent].append(number) }
    }
    self.parents = parents
    self.children = children
    markSides()
  }

  /// What does not name its side is a server where another service, or nobody, calls it.
  private mutating func markSides() {
    for number in spans.indices where spans[number].side == .own {
      let caller = parents[number].map { spans[$0].service }
      if caller != spans[number].service, caller != nil || spans[number].parent.isEmpty {
        spans[number].side = .server
      }
    }
  }

  /// Whether a span is where its service starts on something.
  func isEntry(_ number: Int) -> Bool {
    switch spans[number].side {
    case .server, .consumer: true
    case .client, .producer, .own: false
    }
  }

  /// How long a service worked on a span itself: without the calls that it waited for.
  func ownTime(_ number: Int) -> Double {
    let span = spans[number]
    var (calls, open, steps) = ([] as [(Double, Double)], children[number], 0)
    while let child = open.popLast(), steps < 10_000 {
      steps += 1
      let part = spans[child]
      switch part.side {
      case .client: calls.append((max(part.start, span.start), min(part.end, span.end)))
      case .server:
        // A call whose caller has no span of its own.
        if part.service != span.service {
          calls.append((max(part.start, span.start), min(part.end, span.end)))
        }
      case .producer, .consumer: break
      case .own: open += children[child]
      }
    }
    var (waited, last) = (0.0, span.start)
    for (start, end) in calls.sorted(by: { $0.0 < $1.0 }) where end > last {
      waited += end - max(start, last)
      last = max(last, end)
    }
    return max(0, span.end - span.start - waited)
  }
}
