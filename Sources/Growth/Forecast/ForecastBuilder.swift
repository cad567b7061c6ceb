import Architecture
import Findings

/// Puts together what a model says about each element and journey.
struct ForecastBuilder {
  let model: GrowthModel
  /// One per multiple.
  let times: [ResponseTimes]
  /// Per component; nil when no growth is declared.
  let growth: [ComponentGrowth]?
  /// What is left without a zone or with cold caches; nil where nobody asks.
  let losses: Losses?
  /// By component, users who come again and alone ask a bounded room.
  let returningUsers: [Int: ReturningUsers]
  /// Components that somebody calls with a fallback.
  private let withStandIn: Set<Int>

  /// Waits at today's peak; nil for a large system.
  private let today: WaitSolver?

  init(
    model: GrowthModel, times: [ResponseTimes], growth: [ComponentGrowth]? = nil,
    losses: Losses? = nil
  ) {
    self.model = model
    self.times = times
    self.growth = growth
    self.losses = losses
    returningUsers = model.returningUsers()
    withStandIn = Set(
      model.architecture.relations.filter { $0.facts[.fallback] != nil }
        .map(\.target.component))
    let isLarge = model.architecture.components.count > Budget.usualSize
    today = isLarge ? nil : WaitSolver(model.waitProblem(at: 1))
  }

  private var architecture: Architecture { model.architecture }

  /// Elements by headroom; those without a limit behind them, clients and what nobody uses aside.
  func elements() -> [ElementForecast] {
    let shapes = architecture.peakShapes()
    let all = architecture.components.indices.filter { index in
      architecture.components[index].kind != .client
        && (!model.limits[index].isEmpty || model.demand.nodes[index].peak > 0)
    }.map { element($0, shapes[$0]) }
    let known = all.filter { $0.first != nil }
    let order = known.indices.sorted {
      let (left, right) = (known[$0].first?.headroom ?? 0, known[$1].first?.headroom ?? 0)
      return (left, $0) < (right, $1)
    }
    return order.map { known[$0] } + all.filter { $0.first == nil }
  }

  private func element(_ index: Int, _ shape: PeakShape) -> ElementForecast {
    ElementForecast(
      name: architecture.components[index].name, kind: architecture.components[index].kind,
      isServed: model.isServed[index],
      hasStandIn: !model.isServed[index] && withStandIn.contains(index),
      limits: model.limits[index].map { limit($0, of: index) },
      points: times.map { point(index, $0, shape) })
  }

  private func limit(_ limit: Limit, of index: Int) -> LimitForecast {
    LimitForecast(
      kind: limit.kind, capacity: limit.carried, capacityWithWaits: capacityWithWaits(limit, index),
      used: limit.utilisation(at: 1), headroom: limit.headroom,
      headroomWithoutOne: model.shareWithoutOne(of: limit, index).map(limit.headroom(share:)),
      withoutZone: losses?.worstZone(limit, of: index),
      headroomColdCaches: losses?.coldCaches(limit, of: index),
      months: growth?[index].of(limit).months(until: limit.headroom), origin: limit.basis,
      isAtMost: limit.isAtMost)
  }

  /// What is carried when all servers wait for callees; components of large systems are left out.
  private func capacityWithWaits(_ limit: Limit, _ index: Int) -> Double? {
    guard [.servers, .autoscaler, .consumers].contains(limit.kind), let carried = limit.carried,
      let blocked = today?.blockedCapacity(index, model.idle)
    else { return nil }
    return min(carried, blocked / model.stations[index].parts.share)
  }

  private func point(
    _ index: Int, _ times: ResponseTimes, _ shape: PeakShape
  ) -> ElementPoint {
    let (model, multiple) = (times.model, times.multiple)
    let station = model.stations[index]
    let most = model.limits[index].max {
      $0.utilisation(at: multiple) < $1.utilisation(at: multiple)
    }
    let utilisation = most?.utilisation(at: multiple)
    let backlog = times.model.backlog(of: index, at: times.multiple, lasting: shape.lasts)
    let (wait, waiting) = waits(times.waits.stations[index], times, index)
    let response = times.response(of: index).flatMap {
      $0.isAtLeast || !$0.isBounded || $0.mean <= 0 ? nil : $0
    }
    let arrivals =
      (most?.requests ?? model.demand.nodes[index]).peak(at: multiple) * station.parts.share
    return ElementPoint(
      arrivals: arrivals.isNaN ? nil : arrivals,
      servers: times.waits.stations[index].servers ?? station.servers,
      replicas: replicas(station, times.waits.stations[index]),
      utilisation: utilisation, limit: most?.kind,
      loss: loss(times.waits.stations[index], utilisation), waiting: waiting, wait: wait,
      response: response, backlog: backlog, scaling: scaling(index, times, shape),
      verdict: verdict(utilisation, times.waits.stations[index], backlog))
  }

  private func verdict(
    _ utilisation: Double?, _ wait: Wait, _ backlog: Backlog?
  ) -> Verdict {
    if case .saturated(let saturation) = wait {
      return saturation == .beyond ? .saturated : .tight
    }
    guard let backlog, utilisation ?? 0 < 1 else { return Verdict(utilisation: utilisation) }
    if backlog.capacity <= backlog.mean { return .saturated }
    return backlog.growth > 0 ? .tight : Verdict(utilisation: utilisation ?? 0)
  }

  /// Share that is not carried: turned away by a full room, or beyond the capacity.
  private func loss(_ wait: Wait, _ utilisation: Double?) -> Double? {
    let beyond = utilisation.map { $0 > 1 ? 1 - 1 / $0 : 0 }
    guard case .bounded(let queue) = wait else { return beyond }
    return max(queue.loss, beyond ?? 0)
  }

  private func replicas(_ station: ComponentStation, _ wait: Wait) -> Double? {
    guard let concurrency = station.concurrency, let servers = wait.servers else {
      return station.replicas?.most
    }
    return servers / concurrency
  }

  /// What happens while the replicas follow a climb from the mean to the peak.
  private func scaling(
    _ index: Int, _ times: ResponseTimes, _ shape: PeakShape
  ) -> ScalingResponse? {
    let (station, multiple) = (times.model.stations[index], times.multiple)
    guard let scaler = station.scaler, !station.isConsumer,
      let limit = times.model.limits[index].first(where: { $0.kind == .autoscaler }),
      case .rates(let busy) = limit.load
    else { return nil }
    let (mean, peak) = (busy.mean * multiple, busy.peak(at: multiple))
    let requests = limit.requests.peak(at: multiple) * station.parts.share
    guard mean > 0, peak > mean, peak.isFinite, requests > 0 else { return nil }
    return ScalingResponse(
      scaler,
      ScalingResponse.Climb(
        from: mean, to: peak, rise: shape.rise, lasts: shape.rise + shape.lasts,
        service: peak / requests,
        bufferCapacity: station.bufferCapacity ?? .infinity))
  }

  private func waits(
    _ wait: Wait, _ times: ResponseTimes, _ index: Int
  ) -> (wait: Double?, waiting: Double?) {
    switch wait {
    case .endless(let queue) where !isAtLeast(index, times):
      (queue.meanWait, queue.meanWaiting)
    case .bounded(let queue) where !isAtLeast(index, times): (queue.meanWait, queue.meanWaiting)
    case .found(let queue) where !isAtLeast(index, times):
      (queue.meanWait, queue.meanWait * arrivals(at: index, times))
    default: (nil, nil)
    }
  }

  /// Requests per second at the busiest part of a component.
  private func arrivals(at index: Int, _ times: ResponseTimes) -> Double {
    times.model.demand.nodes[index].peak(at: times.multiple)
      * times.model.stations[index].parts.share
  }

  private func isAtLeast(_ index: Int, _ times: ResponseTimes) -> Bool {
    times.response(of: index)?.isAtLeast ?? true
  }
}
