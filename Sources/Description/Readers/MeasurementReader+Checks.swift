import Architecture
import Findings
import SourceText
import YAML

/// What measurements say against what is declared.
extension MeasurementReader {
  /// By how much a declared time may differ from the fitted one before it is named.
  private static let tolerance = 0.25

  /// Says what measurements cannot tell, and what they say against the declared.
  func check(
    _ measured: Measurements, against facts: FactList, isWaiting: Bool, _ what: String
  ) {
    checkInFlight(measured, facts, what)
    switch measured.fit {
    case .failure(let failure):
      // Shares in use alone are told as they are.
      guard measured.all.contains(where: { $0.mean != nil }) else { return }
      yaml.complain(
        "unfit-measurements", "\(failure.words) of \(what): nothing is fitted", failure.remedy,
        at: measured.span, weight: .warning)
    case .success(let fitted):
      guard let takes = facts[.takes], takes.origin == .declared, let span = takes.span,
        let declared = takes.value.number
      else { return }
      let ratio = declared / fitted.service
      // What waits for others answers later than its own work takes.
      guard ratio > 1 + Self.tolerance || !isWaiting && ratio < 1 / (1 + Self.tolerance) else {
        return
      }
      let place = yaml.sources.place(of: span)
      yaml.complain(
        "measured-otherwise",
        "`takes` of \(what) is \(Unit.seconds.format(declared)) (\(place.path):"
          + "\(place.start.line)), and its measurements say "
          + Unit.seconds.format(RiskLevel.twoDigits(fitted.service, .toNearestOrEven)),
        "correct one of them; the declared time is used", at: measured.span, weight: .warning)
    }
  }

  /// Says where more requests were in flight than are worked on.
  ///
  /// Those in flight are load x mean time (Little's law: "A Proof for the Queuing Formula L = λW",
  /// Operations Research 9, 1961); what lets none wait cannot hold more than it has servers.
  private func checkInFlight(_ measured: Measurements, _ facts: FactList, _ what: String) {
    guard let replicas = facts.number(.replicas), let each = facts.number(.concurrency) else {
      return
    }
    let servers = replicas * each
    let most = measured.all.max { $0.inFlight < $1.inFlight }
    guard let most, let mean = most.mean, most.inFlight > servers * (1 + Self.tolerance) else {
      return
    }
    yaml.complain(
      "measured-beyond-servers",
      "\(Unit.perSecond.format(most.load)) x \(Unit.seconds.format(mean)) = "
        + "\(Unit.count.format(RiskLevel.twoDigits(most.inFlight, .toNearestOrEven))) requests in "
        + "flight in \(what), which works on \(Unit.count.format(servers)) at a time",
      "correct the load, the time, `replicas` or `concurrency`, unless the rest of them waited",
      at: measured.span, weight: .warning)
  }
}

extension Measurement {
  /// Requests in flight (Little's law); none where no mean was measured.
  fileprivate var inFlight: Double { load * (mean ?? 0) }
}

extension Calibration.Failure {
  /// What is wrong, as the start of a sentence about an element.
  fileprivate var words: String {
    switch self {
    case .tooFew(let count):
      "there \(count == 1 ? "is 1 load" : "are \(count) loads") with a mean time in the "
        + "measurements"
    case .falling: "the mean time falls as the load rises in the measurements"
    case .scattered: "no law of contention and coherence comes near the measurements"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .tooFew: "measure at \(Calibration.fewest) different loads or more"
    case .falling: "leave out the time of warming up, and loads that caches answered"
    case .scattered: "measure one sort of work, each load for some time"
    }
  }
}
