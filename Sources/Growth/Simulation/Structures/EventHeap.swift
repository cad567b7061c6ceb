/// Events by time: a binary heap.
struct EventHeap: ~Copyable {
  private var events: UnsafeMutablePointer<SimulationEvent>
  private var allocated = 64
  private(set) var count = 0

  init() { events = .allocate(capacity: allocated) }

  deinit { events.deallocate() }

  @inline(__always)
  mutating func insert(_ event: SimulationEvent) {
    if count == allocated { grow() }
    var place = count
    count += 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard event.time < events[parent].time else { break }
      events[place] = events[parent]
      place = parent
    }
    events[place] = event
  }

  /// The next event; nil when nothing will ever happen.
  @inline(__always)
  mutating func popFirst() -> SimulationEvent? {
    guard count > 0 else { return nil }
    let first = events[0]
    count -= 1
    let last = events[count]
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < count else { break }
      if child + 1 < count, events[child + 1].time < events[child].time { child += 1 }
      guard events[child].time < last.time else { break }
      events[place] = events[child]
      place = child
    }
    events[place] = last
    return first
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<SimulationEvent>.allocate(capacity: allocated * 2)
    larger.moveInitialize(from: events, count: count)
    events.deallocate()
    events = larger
    allocated *= 2
  }
}
