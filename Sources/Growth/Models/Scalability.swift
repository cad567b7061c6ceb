/// How much n replicas do of what n independent ones would: the universal scalability law.
///
/// X(n) = X(1) n / (1 + a (n - 1) + b n (n - 1)) with a for contention, what replicas do one after
/// the other, and b for coherence, what each has to agree on with each other (N. J. Gunther,
/// Guerrilla Capacity Planning, 2007). a = b = 0 when neither is known.
package struct Scalability: Sendable {
  /// Share of the work that only one replica can do at a time.
  package let contention: Double
  /// Cost of agreement between any two replicas, as a share of the work.
  package let coherence: Double

  /// A law from its two coefficients.
  package init(contention: Double = 0, coherence: Double = 0) {
    self.contention = contention
    self.coherence = coherence
  }

  /// By how much each request takes longer with n replicas than with one.
  package func contentionFactor(_ replicas: Double) -> Double {
    1 + contention * (replicas - 1) + coherence * replicas * (replicas - 1)
  }

  /// Capacity of n replicas in multiples of one replica's.
  package func capacity(_ replicas: Double) -> Double {
    replicas > 0 ? replicas / contentionFactor(replicas) : 0
  }

  /// The fewest replicas that do as much as a number of independent ones; nil when none do.
  package func replicas(carrying capacity: Double) -> Double? {
    // n = X (1 + a (n - 1) + b n (n - 1)) is a quadratic in n, and its smaller root comes first.
    let (square, linear) = (capacity * coherence, 1 - capacity * (contention - coherence))
    let discriminant = linear * linear - 4 * square * capacity * (1 - contention)
    guard linear > 0, discriminant >= 0 else { return nil }
    let exact = 2 * capacity * (1 - contention) / (linear + discriminant.squareRoot())
    let replicas = max(1, (exact - 1e-9).rounded(.up))
    let isEnough = self.capacity(replicas) >= capacity * (1 - 1e-9)
    return replicas < 1e9 && isEnough ? replicas : nil
  }

  /// The number of replicas beyond which more of them carry less: √((1 - a) / b); infinite without
  /// coherence.
  package var peak: Double {
    coherence > 0 ? ((1 - contention) / coherence).squareRoot() : .infinity
  }
}
