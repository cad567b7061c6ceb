import Architecture

/// What was measured of an element at one load beside a mean, with what the model says there.
package struct MeasuredPoint: Hashable, Sendable {
  /// The element's name.
  package let name: String
  /// Requests per second.
  package let load: Double
  /// The 99th percentile in seconds; nil where nobody measured it.
  package let p99: Pair?
  /// The share in use; nil where nobody measured it.
  package let used: Pair?

  /// A measured number and the model's.
  package struct Pair: Hashable, Sendable {
    /// As measured.
    package let measured: Double
    /// By the model; nil where it cannot tell.
    package let model: Double?

    /// By how much the model is off, as a share of what was measured.
    package var residual: Double? { model.map { ($0 - measured) / measured } }
  }

  /// Factor from which on a time contradicts another.
  private static let mostOff = 2.0

  /// Whether the model's p99 is another than the measured one, by more than a factor of two.
  package var contradictsTime: Bool {
    guard let p99, let model = p99.model else { return false }
    return max(p99.measured, model) > Self.mostOff * min(p99.measured, model)
  }

  /// Whether the model's use is another than the measured one, as a declared limit is doubted.
  package var contradictsUse: Bool {
    guard let used, let model = used.model else { return false }
    return LimitDoubts.areApart(used.measured, model)
  }
}

extension GrowthModel {
  /// Loads of one element at which the model is asked.
  private static let mostMeasured = 8

  /// What was measured beside means, the highest loads of each element, in the order of the
  /// description; nothing of a large system, since each load is solved for.
  package var measuredPoints: [MeasuredPoint] {
    guard architecture.components.count <= Budget.usualSize else { return [] }
    return architecture.measured.flatMap { element, measurements in
      let told = measurements.all.filter { ($0.p99 != nil || $0.used != nil) && $0.load > 0 }
      return told.sorted { $0.load < $1.load }.suffix(Self.mostMeasured).map {
        point(element, $0)
      }
    }
  }

  private func point(_ element: ElementID, _ measured: Measurement) -> MeasuredPoint {
    let node: Int? =
      switch element {
      case .component(let index): index
      case .operation(let index): architecture.node(ofOperation: index)
      case .system, .relation, .journey: nil
      }
    let today = node.map { demand.nodes[$0].peak } ?? 0
    let multiple = measured.load / today
    let times = today > 0 && multiple.isFinite ? ResponseTimes(self, at: multiple) : nil
    let p99 = measured.p99.map { p99 in
      let response = node.flatMap { node in times?.response(of: [(node, 1)]) }
      let isKnown = response.map { $0.isBounded && !$0.isAtLeast && $0.mean > 0 } ?? false
      return MeasuredPoint.Pair(
        measured: p99, model: isKnown ? response?.percentile(0.99) : nil)
    }
    let used = measured.used.map { used in
      MeasuredPoint.Pair(
        measured: used, model: times.flatMap { _ in use(of: element, at: multiple) })
    }
    return MeasuredPoint(
      name: architecture.name(of: element), load: measured.load, p99: p99, used: used)
  }

  /// The share of a component's servers, or else of what else it can do, that is in use.
  private func use(of element: ElementID, at multiple: Double) -> Double? {
    guard case .component(let index) = element else { return nil }
    let laws = limits[index].filter { $0.kind.isLaw && $0.kind != .measured }
    return (serverLimit(of: index) ?? laws.first)?.utilisation(at: multiple)
  }
}
