extension SimulationRun {
  /// A caller waits for a request, but not indefinitely.
  mutating func expect(_ request: Int32, _ call: Int, _ timeout: Double) {
    let deadline = Deadline(
      time: now + timeout, request: request, generation: requests[Int(request)].generation)
    // Those who no longer wait make room, so that memory follows those who do.
    if deadlines[call].isFull {
      var waiting = Deque<Deadline>()
      swap(&waiting, &deadlines[call])
      waiting.makeRoom { !isOver($0) }
      swap(&waiting, &deadlines[call])
    }
    deadlines[call].append(deadline)
    alarm(call)
  }

  /// Whether a caller no longer waits.
  private func isOver(_ deadline: Deadline) -> Bool {
    let made = requests[Int(deadline.request)]
    return made.generation != deadline.generation || made.parent < 0
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
      let isOver = isOver(first)
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
