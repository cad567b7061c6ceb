/// One run of a discrete-event simulation: requests hold servers while they work and while they
/// wait for what they call; callers give up, try again and fail; rooms fill up.
///
/// Memory follows the requests in flight, not the simulated time.
struct SimulationRun: ~Copyable {
  /// A request at a node, from its arrival to its end.
  struct Request {
    var node: Int32 = 0
    /// Stream that brought it, -1 when a call did.
    var stream: Int32 = -1
    /// Who waits for it, -1 when nobody does (any more).
    var parent: Int32 = -1
    var parentGeneration: UInt32 = 0
    /// The call that made it; -1 for what comes from outside.
    var call: Int32 = -1
    /// Which part of its station it is at, the busiest being 0.
    var part: Int32 = 0
    /// Uses of that call still to be made, with this one.
    var usesLeft: Int32 = 0
    var attempt: Int32 = 1
    /// Calls at the same time that it still waits for.
    var pending: Int32 = 0
    /// The next of its calls in turn.
    var cursor: Int32 = 0
    /// The next in a room, or among the free.
    var next: Int32 = -1
    var generation: UInt32 = 0
    var holdsServer = false
    var arrived = 0.0
  }

  /// Servers and room of a station as they are now.
  struct Floor {
    var servers = 0
    var busy = 0
    /// Servers in use, times seconds, since the autoscaler looked; likewise those who wait.
    var work = 0.0
    var queued = 0.0
    var waiting = 0
    var first: Int32 = -1
    var last: Int32 = -1
    /// Since when busy and waiting are what they are.
    var since = 0.0

    /// Requests that gather when more come than go: those who wait, or all where nobody has to.
    func left(of station: SimulatedNetwork.Station) -> Int {
      station.servers == .max ? busy : waiting
    }
  }

  /// Something to do before time moves on.
  enum Step { case arrive, serve, succeed, fail, refuse }

  /// A caller that waits, and until when.
  struct Deadline {
    let time: Double
    let request: Int32
    let generation: UInt32
  }

  /// Requests in flight beyond which a run is broken off: something gathers without end.
  var mostInFlight: Int { Budget.inFlight + network.users }
  /// Pending calls of a request that is about to fail.
  static let failing = Int32.max / 2

  /// Events beyond which it is as well: work that goes on without end makes ever more of itself.
  private let mostEvents: Int
  /// Whether it is to be broken off: steps that take no time count as well, of which an event
  /// brings a few.
  var isOverrun: Bool {
    inFlight > mostInFlight || events > mostEvents || taken / Self.usualSteps > mostEvents
  }
  /// Events, and steps that take no time as far as they cost as much.
  var work: Int { events + looks + taken / Self.usualSteps }
  private let mostWork: Int
  private func isOver(_ isStopped: () -> Bool) -> Bool {
    isStopped() || isOverrun || work > mostWork
  }
  /// Steps that an event brings at most where work takes time.
  private static let usualSteps = 4

  let network: SimulatedNetwork
  var random: RandomNumbers
  var heap = EventHeap()
  var now = 0.0
  private(set) var events = 0
  private var looks = 0
  var requests: UnsafeMutablePointer<Request>
  var allocated = 1024
  var made: Int32 = 0
  var free: Int32 = -1
  var freed = 0
  let floors: UnsafeMutablePointer<Floor>
  let batch: UnsafeMutablePointer<StationBatch>
  let bins: UnsafeMutablePointer<UInt32>
  var steps: [(step: Step, request: Int32)] = []
  private(set) var taken = 0
  /// Per call, callers that wait, the first to give up in front: all wait equally long.
  var deadlines: [Deque<Deadline>]
  /// Per call, whether the first of them will be looked at when its time is over.
  var isAlarmed: [Bool]
  /// Per call and part, its circuit breaker; not looked at where it has none.
  var breakers: [SimulatedBreaker]
  /// Per call and part, its budget of retries; not looked at where it has none.
  var budgets: [SimulatedRetryBudget]
  /// Per limit of the network, when its bucket of tokens would be full again.
  var due: [Double]
  /// Per station, what its autoscaler knows; nil where there is none.
  var fleets: [SimulatedFleet?]

  init(
    _ network: SimulatedNetwork, seed: UInt64, number: UInt64, mostEvents: Int = .max,
    mostWork: Int = .max, leastInterval: Double = 0
  ) {
    self.network = network
    self.mostEvents = mostEvents
    self.mostWork = mostWork
    random = RandomNumbers(seed: seed, run: number)
    let stations = network.stations.count
    requests = .allocate(capacity: allocated)
    floors = .allocate(capacity: stations)
    floors.initialize(repeating: Floor(), count: stations)
    fleets = network.stations.map { station in
      station.scaler.map {
        SimulatedFleet($0, servers: station.servers, leastInterval: leastInterval)
      }
    }
    for (index, station) in network.stations.enumerated() {
      floors[index].servers = station.servers
      guard let fleet = fleets[index] else { continue }
      heap.insert(
        SimulationEvent(time: fleet.interval, kind: .look, index: Int32(index), generation: 0))
    }
    batch = .allocate(capacity: stations)
    batch.initialize(repeating: StationBatch(), count: stations)
    let count = network.names.count * TimeHistogram.bins
    bins = .allocate(capacity: count)
    bins.initialize(repeating: 0, count: count)
    deadlines = Array(repeating: Deque(), count: network.calls.count)
    due = network.limits.map(\.depth)
    let slots = network.calls.last.map { network.slots(upTo: $0) } ?? 0
    breakers = Array(repeating: SimulatedBreaker(), count: slots)
    budgets = Array(repeating: SimulatedRetryBudget(), count: slots)
    isAlarmed = Array(repeating: false, count: network.calls.count)
    for (index, stream) in network.streams.enumerated() {
      guard stream.users == 0 else {
        for _ in 0..<stream.users { think(Int32(index)) }
        continue
      }
      let phase = stream.isRegular ? random.uniform() : random.exponential()
      heap.insert(
        SimulationEvent(
          time: phase / stream.rate, kind: .arrival, index: Int32(index), generation: 0))
    }
  }

  deinit {
    requests.deallocate()
    floors.deallocate()
    batch.deinitialize(count: network.stations.count)
    batch.deallocate()
    bins.deallocate()
  }

  /// Requests that have begun and not ended.
  var inFlight: Int { Int(made) - freed }

  /// Simulates until a time; false when it was broken off.
  mutating func advance(to end: Double, isStopped: () -> Bool) -> Bool {
    while let event = heap.popFirst() {
      guard event.time <= end else {
        heap.insert(event)
        break
      }
      now = event.time
      // An autoscaler that looks is no work that goes on without end.
      if event.kind == .look { looks += 1 } else { events += 1 }
      if (events + looks) & 4095 == 0, isOver(isStopped) { return false }
      switch event.kind {
      case .arrival: come(event.index)
      case .served:
        guard requests[Int(event.index)].generation == event.generation else { continue }
        serve(event.index)
      case .timeout: giveUp(event.index)
      case .look: look(Int(event.index))
      case .ready: admit(Int(event.index), replicas: Int(event.generation))
      }
      while let (step, request) = steps.popLast() {
        take(step, request)
        // What calls itself without taking any time would never come to the next event.
        taken &+= 1
        if taken & 4095 == 0, isOver(isStopped) { return false }
      }
    }
    now = end
    return true
  }

  @inline(__always)
  private mutating func take(_ step: Step, _ request: Int32) {
    switch step {
    case .arrive: arrive(request)
    case .serve: serve(request)
    case .succeed: end(request, isGood: true)
    case .fail: end(request, isGood: false)
    case .refuse:
      respond(request, isGood: false)
      release(request)
    }
  }

  // MARK: - Coming

  private mutating func come(_ index: Int32) {
    let stream = network.streams[Int(index)]
    if stream.users == 0 {
      let gap = stream.isRegular ? 1 : random.exponential()
      heap.insert(
        SimulationEvent(
          time: now + gap / stream.rate, kind: .arrival, index: index, generation: 0))
    }
    let request = make(node: stream.node)
    requests[Int(request)].stream = index
    requests[Int(request)].part = part(of: stream.node, calledBy: -1)
    arrive(request)
  }

  /// A user thinks, and comes again: after a failure no sooner than an answer takes, since time
  /// would stand still otherwise.
  mutating func think(_ index: Int32, afterFailure isFailed: Bool = false) {
    let think = network.streams[Int(index)].think
    let mean = isFailed ? max(think, network.longest, 1e-3) : think
    heap.insert(
      SimulationEvent(
        time: now + mean * random.exponential(), kind: .arrival, index: index, generation: 0))
  }

  mutating func make(node: Int32) -> Int32 {
    var index = free
    if index >= 0 {
      free = requests[Int(index)].next
      freed -= 1
    } else {
      if Int(made) == allocated { growRequests() }
      index = made
      made += 1
      requests[Int(index)] = Request()
    }
    let generation = requests[Int(index)].generation
    requests[Int(index)] = Request(node: node, generation: generation, arrived: now)
    return index
  }

  private mutating func growRequests() {
    let larger = UnsafeMutablePointer<Request>.allocate(capacity: allocated * 2)
    larger.moveInitialize(from: requests, count: allocated)
    requests.deallocate()
    requests = larger
    allocated *= 2
  }

  private mutating func arrive(_ request: Int32) {
    let index = Int(station(of: request))
    batch[index].arrivals += 1
    guard isWithinLimits(request, of: index) else { return turnAway(request, index) }
    if floors[index].busy < floors[index].servers {
      begin(request)
    } else if floors[index].waiting < network.stations[index].bufferCapacity {
      settle(index)
      floors[index].waiting += 1
      if floors[index].last >= 0 {
        requests[Int(floors[index].last)].next = request
      } else {
        floors[index].first = request
      }
      floors[index].last = request
      requests[Int(request)].next = -1
    } else {
      turnAway(request, index)
    }
  }

  private mutating func turnAway(_ request: Int32, _ index: Int) {
    batch[index].turnedAway += 1
    respond(request, isGood: false)
    release(request)
  }

  /// Adds what has been in use and has waited since the last change.
  @inline(__always)
  func settle(_ index: Int) {
    let span = now - floors[index].since
    batch[index].busy += span * Double(floors[index].busy)
    batch[index].waiting += span * Double(floors[index].waiting)
    floors[index].work += span * Double(floors[index].busy)
    floors[index].queued += span * Double(floors[index].waiting)
    floors[index].since = now
  }
}
