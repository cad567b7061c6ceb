/// How requests end, and what that means for those who wait.
extension SimulationRun {
  /// Whether nobody waits for it, and it is cancelled.
  func isUnwanted(_ request: Int32) -> Bool {
    let made = requests[Int(request)]
    guard made.call >= 0, network.calls[Int(made.call)].isCancelled else { return false }
    return made.parent < 0 || requests[Int(made.parent)].generation != made.parentGeneration
  }

  mutating func end(_ request: Int32, isGood: Bool) {
    let index = Int(station(of: request))
    leave(request, index)
    if isGood {
      let time = now - requests[Int(request)].arrived
      batch[index].completed += 1
      batch[index].response += time
      if index < network.names.count {
        bins[index * TimeHistogram.bins + TimeHistogram.bin(time)] += 1
      }
    } else {
      batch[index].failed += 1
    }
    respond(request, isGood: isGood)
    let stream = requests[Int(request)].stream
    if stream >= 0, network.streams[Int(stream)].users > 0 {
      think(stream, afterFailure: !isGood)
    }
    release(request)
  }

  /// Gives its server to the next who waits.
  mutating func leave(_ request: Int32, _ index: Int) {
    guard requests[Int(request)].holdsServer else { return }
    settle(index)
    floors[index].busy -= 1
    beginWaiting(index)
  }

  /// Gives free servers to those who wait and are still wanted, the first one first.
  mutating func beginWaiting(_ index: Int) {
    while floors[index].first >= 0, floors[index].busy < floors[index].servers {
      let next = floors[index].first
      floors[index].first = requests[Int(next)].next
      if floors[index].first < 0 { floors[index].last = -1 }
      floors[index].waiting -= 1
      if isUnwanted(next) {
        batch[index].failed += 1
        release(next)
        continue
      }
      begin(next)
    }
  }

  mutating func release(_ request: Int32) {
    requests[Int(request)].generation &+= 1
    requests[Int(request)].next = free
    free = request
    freed += 1
  }

  /// Whether a call's budget leaves room for one more retry.
  private mutating func mayRetry(_ call: Int32, part: Int32) -> Bool {
    let share = network.calls[Int(call)].budget
    return share == .infinity || budgets[slot(call, part: part)].admits(share)
  }

  /// Tells the caller, if one still waits.
  mutating func respond(_ request: Int32, isGood: Bool) {
    let made = requests[Int(request)]
    guard made.parent >= 0, requests[Int(made.parent)].generation == made.parentGeneration
    else { return }
    // It is about to fail, so that its other calls no longer matter.
    guard requests[Int(made.parent)].pending < Self.failing else { return }
    let call = network.calls[Int(made.call)]
    if call.hasBreaker, made.attempt <= call.attempts {
      breakers[slot(made.call, part: made.part)].note(isGood: isGood, at: now)
    }
    if !isGood, made.attempt < call.attempts, mayRetry(made.call, part: made.part) {
      launch(
        made.call, by: made.parent, uses: made.usesLeft, attempt: made.attempt + 1, at: made.part)
    } else if !isGood, call.fallback >= 0 {
      launch(call.fallback, by: made.parent, uses: made.usesLeft, attempt: 1)
    } else if !isGood, call.isNeeded {
      requests[Int(request)].parent = -1
      steps.append((.fail, made.parent))
      requests[Int(made.parent)].pending = Self.failing
    } else if isGood, made.usesLeft > 1 {
      launch(made.call, by: made.parent, uses: made.usesLeft - 1, attempt: 1)
    } else if requests[Int(made.parent)].pending > 0 {
      requests[Int(made.parent)].pending -= 1
      if requests[Int(made.parent)].pending == 0 { proceed(made.parent) }
    } else {
      proceed(made.parent)
    }
  }
}
