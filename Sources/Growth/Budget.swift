/// What an answer may cost, so that it is there within a second or two: each bound with what it
/// bounds, and with what is said in its place beyond it.
///
/// A system of 10,000 components loses by these: the curve of its first limit, the capacity of
/// stations whose servers wait for others, the range of times that are taken for exponential, and
/// the doubt about calls with long tails made at the same time. Its percentiles are those of gamma
/// times of the same mean and variance, and it is solved again for three lost zones and three
/// remedies at most. Demand, limits, headroom, waits and mean times are worked out as for others.
enum Budget {
  // MARK: - Variants of a model

  /// Components of a system of usual size: of a larger one, fewer variants are solved in
  /// proportion, no curve is drawn, and networks of blocked servers are solved only where somebody
  /// waits.
  static let usualSize = 400
  /// Variants that are solved of a system of any size.
  static let fewestVariants = 3
  /// Zones without which a system of usual size is solved again, in the order of the description.
  static let zones = 12
  /// Remedies looked for one after the other in a system of usual size; the rest is reported.
  static let remedies = 24

  /// Components whose retries, and whose held servers, are solved of a system of usual size: those
  /// that may end first.
  static let carried = 24

  /// How many of some variants are solved of a system with so many components.
  static func variants(_ most: Int, components: Int) -> Int {
    min(most, max(fewestVariants, most * usualSize / max(usualSize, components)))
  }

  // MARK: - Distributions

  /// Nodes or components of a system up to which tails are worked out from transforms; beyond, they
  /// are those of a gamma time of the same mean and variance.
  ///
  /// A percentile evaluates the transform of each node some hundred times.
  static let largeSystem = 2000
  /// Nodes behind a request whose transforms are multiplied; of more, a gamma time is taken too.
  static let transforms = 64

  // MARK: - Networks of queues

  /// Servers up to which a station whose servers wait for others is solved as a network; more of
  /// them are as good as any number.
  ///
  /// Costs the square of it per distinct callee.
  static let blockedServers = 200.0
  /// States squared, times stations, up to which users who come again are solved exactly; beyond,
  /// only bounds of what they do are shown, as doubtful.
  static let closedStates = 1e8

  /// Parts of one component that are solved as stations of their own, and of all that are
  /// simulated; where there are more, nobody waits for those that call them all, and nothing is
  /// simulated.
  static let parts = 10_000

  // MARK: - Rates

  /// Queues that rates tell apart; of more, the two that fill at the most similar multiples are
  /// taken together, which says rather too much than too little.
  static let queues = 16
  /// Nodes of a ring of calls up to which its equations are solved by elimination, which costs
  /// their number to the third; beyond, by repetition, to the same answer.
  static let ringNodes = 500

  // MARK: - Simulation

  /// Users who come again, beyond which memory would not do: nothing is simulated.
  static let simulatedUsers = 1_000_000
  /// Requests in flight, users aside, beyond which a run is broken off: something gathers without
  /// end.
  static let inFlight = 300_000
  /// Times the planned events after which a run is broken off: work makes ever more of itself.
  static let excessEvents = 60.0
  /// Runs of one network that a file of results may hold.
  static let runs = 10_000
}
