extension SimulationRun {
  /// A caller waits for a request, but not for ever.
  mutating func expect(_ request: Int32, _ call: Int, _ timeout: Double) {
    let deadline = Deadline(
      time: now + timeout, request: request, generation: requests[Int(request)].generation)
    deadlines[call].append(deadline)
    alarm(call)
  }

  private mutating func alarm(_ call: Int) {
    guard !isAlarmed[call], let first = deadlines[call].first else { return }
    isAlarmed[call] = true
    heap.insert(
      SimulationEvent(time: first.time, kind: .timeout, index: Int32(call), generation: 0))
  }

  /// The callers whose time is over give up; the work goes on unless it is cancelled.
  mutating func giveUp(_ call: Int32) {
    let index = Int(call)
    while let first = deadlines[index].first {
      let made = requests[Int(first.request)]
      let isOver = made.generation != first.generation || made.parent < 0
      guard isOver || first.time <= now else { break }
      deadlines[index].removeFirst()
      guard !isOver else { continue }
      respond(first.request, isGood: false)
      requests[Int(first.request)].parent = -1
    }
    isAlarmed[index] = false
    alarm(index)
  }
}

/// A queue in a ring of memory.
struct Deque<Element> {
  private var elements: [Element?] = []
  private var head = 0
  private var count = 0

  var isEmpty: Bool { count == 0 }
  var first: Element? { count == 0 ? nil : elements[head] }

  mutating func append(_ element: Element) {
    if count == elements.count {
      elements = Array(elements[head...] + elements[..<head])
      elements += Array(repeating: nil, count: max(16, count))
      head = 0
    }
    elements[(head + count) & (elements.count - 1)] = element
    count += 1
  }

  mutating func removeFirst() {
    elements[head] = nil
    head = (head + 1) & (elements.count - 1)
    count -= 1
  }
}
