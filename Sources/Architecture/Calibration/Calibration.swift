/// What measurements of response times say about the work behind them: the universal scalability
/// law, fitted by least squares.
///
/// At a load X with a mean time R, X R requests are in flight (J. D. C. Little, "A Proof for the
/// Queuing Formula L = λW", Operations Research 9, 1961). The law says of n in flight that
/// R = S (1 + a (n - 1) + b n (n - 1)), with the service time S, contention a and coherence b
/// (N. J. Gunther, Guerrilla Capacity Planning, 2007, chapters 4 and 5). It is linear in S, S a and
/// S b, so that the sum of the squared differences is least where the normal equations hold; what
/// comes out negative is taken as 0, and the rest fitted again. Loads at which less than one
/// request is in flight count as one.
package struct Calibration: Hashable, Sendable {
  /// Mean time of one request that nobody disturbs, in seconds.
  package let service: Double
  /// Share of the work that only one request can do at a time.
  package let contention: Double
  /// Cost of agreement between any two requests in flight, as a share of the work.
  package let coherence: Double
  /// The measurements, with what the law says of each.
  package let points: [Point]

  /// One measured load.
  package struct Point: Hashable, Sendable {
    /// Requests per second.
    package let load: Double
    /// Requests in flight.
    package let inFlight: Double
    /// The mean time in seconds, as measured.
    package let measured: Double
    /// The same by the law.
    package let fitted: Double

    /// By how much the law is off, as a share of what was measured.
    package var residual: Double { (fitted - measured) / measured }
  }

  /// Why nothing is fitted.
  package enum Failure: Error, Hashable, Sendable {
    /// There are too few different loads with a mean time.
    case tooFew(Int)
    /// The mean time falls as the load rises.
    case falling
    /// The law is off by this share, as the root of the mean square.
    case scattered(Double)
  }

  /// Different loads that three unknowns need.
  package static let fewest = 3
  /// Share by which the law may be off, as the root of the mean square.
  package static let mostOff = 0.2

  /// The law that fits some measurements best.
  package static func fit(_ all: [Measurement]) -> Result<Calibration, Failure> {
    let known = all.compactMap { point -> (load: Double, mean: Double)? in
      guard let mean = point.mean, point.load > 0, mean > 0, (point.load * mean).isFinite else {
        return nil
      }
      return (point.load, mean)
    }.sorted { $0 < $1 }
    let loads = Set(known.map(\.load)).count
    guard loads >= fewest, let first = known.first, let last = known.last else {
      return .failure(.tooFew(loads))
    }
    guard last.mean >= first.mean * 0.9 else { return .failure(.falling) }
    guard let fitted = best(known) else { return .failure(.scattered(.infinity)) }
    let off = fitted.rootMeanSquare
    return off <= mostOff ? .success(fitted) : .failure(.scattered(off))
  }

  /// By how much the law is off, as the root of the mean square of the residuals.
  package var rootMeanSquare: Double {
    let sum = points.reduce(0) { $0 + $1.residual * $1.residual }
    return (sum / Double(points.count)).squareRoot()
  }

  /// Requests in flight beyond which more of them are answered more slowly than they come: infinite
  /// without coherence.
  package var peak: Double {
    coherence > 0 ? (max(0, 1 - contention) / coherence).squareRoot() : .infinity
  }

  /// The most requests per second that the law allows: at the peak, or as many as come one after
  /// the other; infinite without contention and coherence.
  package var most: Double {
    guard coherence > 0 else { return contention > 0 ? 1 / (service * contention) : .infinity }
    let inFlight = max(1, peak)
    return inFlight / (service * factor(inFlight))
  }

  private func factor(_ inFlight: Double) -> Double {
    1 + contention * (inFlight - 1) + coherence * inFlight * (inFlight - 1)
  }

  /// The non-negative fit with the least sum of squares, each as a share of the measured time, so
  /// that a second late at a high load does not outweigh all that was measured below.
  private static func best(_ known: [(load: Double, mean: Double)]) -> Calibration? {
    let terms = known.map { point -> [Double] in
      let inFlight = max(1, point.load * point.mean)
      return [1, inFlight - 1, inFlight * (inFlight - 1)]
    }
    let weighted = zip(terms, known).map { terms, point in terms.map { $0 / point.mean } }
    let ones = known.map { _ in 1.0 }
    let fits = [[0, 1, 2], [0, 1], [0, 2], [0]].compactMap { columns -> Calibration? in
      let rows = weighted.map { row in columns.map { row[$0] } }
      guard let solved = LeastSquares.solution(rows, ones), solved.allSatisfy({ $0 >= 0 }),
        let service = solved.first, service > 0
      else { return nil }
      var values = [0.0, 0, 0]
      for (column, value) in zip(columns, solved) { values[column] = value }
      return Calibration(service, values[1] / service, values[2] / service, known)
    }
    return fits.min { $0.rootMeanSquare < $1.rootMeanSquare }
  }

  private init(
    _ service: Double, _ contention: Double, _ coherence: Double,
    _ known: [(load: Double, mean: Double)]
  ) {
    (self.service, self.contention, self.coherence) = (service, contention, coherence)
    points = known.map { load, mean in
      let inFlight = max(1, load * mean)
      let factor = 1 + contention * (inFlight - 1) + coherence * inFlight * (inFlight - 1)
      return Point(load: load, inFlight: load * mean, measured: mean, fitted: service * factor)
    }
  }
}
