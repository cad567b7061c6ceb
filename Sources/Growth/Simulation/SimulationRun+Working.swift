/// What a request does once it has a server.
extension SimulationRun {
  mutating func begin(_ request: Int32) {
    let index = Int(station(of: request))
    settle(index)
    floors[index].busy += 1
    requests[Int(request)].holdsServer = true
    batch[index].wait += now - requests[Int(request)].arrived
    batch[index].begun += 1
    let stream = requests[Int(request)].stream
    let handling = stream < 0 ? nil : network.streams[Int(stream)].handling
    let time = (handling ?? network.nodes[Int(requests[Int(request)].node)].own).draw(&random)
    guard time > 0 else {
      steps.append((.serve, request))
      return
    }
    heap.insert(
      SimulationEvent(
        time: now + time, kind: .served, index: request,
        generation: requests[Int(request)].generation))
  }

  /// Its own work is done: its calls begin, those at the same time first.
  mutating func serve(_ request: Int32) {
    let node = network.nodes[Int(requests[Int(request)].node)]
    if isUnwanted(request) {
      end(request, isGood: false)
      return
    }
    for call in node.parallel {
      let uses = drawUses(network.calls[call])
      guard uses > 0 else { continue }
      requests[Int(request)].pending += 1
      launch(Int32(call), by: request, uses: uses, attempt: 1)
    }
    if requests[Int(request)].pending == 0 { proceed(request) }
  }

  /// Makes the next call in turn; the request ends after the last one.
  mutating func proceed(_ request: Int32) {
    let calls = network.nodes[Int(requests[Int(request)].node)].sequential
    while calls.lowerBound + Int(requests[Int(request)].cursor) < calls.upperBound {
      let call = calls.lowerBound + Int(requests[Int(request)].cursor)
      requests[Int(request)].cursor += 1
      let uses = drawUses(network.calls[call])
      guard uses > 0 else { continue }
      launch(Int32(call), by: request, uses: uses, attempt: 1)
      return
    }
    steps.append((.succeed, request))
  }

  @inline(__always)
  private mutating func drawUses(_ call: SimulatedNetwork.Call) -> Int32 {
    guard call.chance > 0 else { return call.uses }
    return call.uses + (random.uniform() < call.chance ? 1 : 0)
  }

  /// Makes a call, of a part that is known where it is made again.
  mutating func launch(
    _ index: Int32, by parent: Int32, uses: Int32, attempt: Int32, at known: Int32? = nil
  ) {
    let call = network.calls[Int(index)]
    let request = make(node: call.target)
    let generation = requests[Int(parent)].generation
    requests[Int(request)].parent = parent
    requests[Int(request)].parentGeneration = generation
    requests[Int(request)].call = index
    requests[Int(request)].usesLeft = uses
    let part = known ?? part(of: call.target, calledBy: parent)
    requests[Int(request)].part = part
    requests[Int(request)].attempt = attempt
    if attempt == 1, call.budget.isFinite { budgets[slot(index, part: part)].note(at: now) }
    if call.hasBreaker, !breakers[slot(index, part: part)].admits(at: now) {
      // It is not tried again: the breaker would answer the same.
      requests[Int(request)].attempt = call.attempts + 1
      steps.append((.refuse, request))
      return
    }
    if call.timeout.isFinite { expect(request, Int(index), call.timeout) }
    steps.append((.arrive, request))
  }
}
