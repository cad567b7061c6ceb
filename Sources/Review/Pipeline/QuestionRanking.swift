import Architecture
import Findings
import Growth
import Rules
import SourceText

/// What hangs on the answer to a question, as one number by which questions are put in order.
///
/// The weights add up. An answer that decides the headroom outweighs any number of checks; what is
/// on a critical journey comes before what is not; capacities and copies come before what clients
/// hold open, and that before what is good to know of every component.
struct QuestionRanking {
  /// What each part of a stake weighs.
  private enum Weight {
    static let headroom = 40
    static let critical = 20
    /// Per check whose finding would be high or critical, of which three count.
    static let severeCheck = 8
    /// Per check, of which ten count.
    static let check = 2
    /// Stores, channels, proxies and third parties: what others lean on, and is not scaled at will.
    static let leanedOn = 10
    /// How full it is: one number from monitoring that stands for every limit.
    static let measured = 12
    /// A system of record and a third party fill up before a cache does.
    static let slowest = 5
    /// Per component that uses it beside the first, of which four count.
    static let user = 3
    /// A topic that an opening question already has.
    static let repeated = -45
    /// What no answer could change.
    static let pointless = -1000

    static func topic(_ stake: Question.Stake) -> Int {
      switch stake.topic {
      case .capacity: 30
      case .copies: stake.decidesHeadroom ? 30 : 45
      case .demand: 25
      case .change: 60
      case .recovery: 55
      case .connections: 20
      case .behaviour: 10
      case .hygiene: 0
      }
    }
  }

  let facts: RuleFacts
  /// Components that use each component; of a broker, those that use its channels.
  let users: [Int]
  /// Components on the way of a journey whose headroom is unknown, or may be lower than said.
  private let isOpen: [Bool]
  private let isDeadLetter: [Bool]
  private var architecture: Architecture { facts.architecture }

  init(_ facts: RuleFacts) {
    let architecture = facts.architecture
    self.facts = facts
    let graph = ComponentGraph(architecture) {
      ![.replicates, .schedules, .maintains].contains($0.kind)
    }
    let components = architecture.components
    var users = components.indices.map { index in
      let isChannel = components[index].kind.role == .channel
      return graph.sources[index].count + (isChannel ? graph.targets[index].count : 0)
    }
    for (channel, broker) in architecture.brokers { users[broker] += users[channel] }
    self.users = users
    let dead = Set(components.compactMap { $0.facts.text(.deadLetterTo) })
    isDeadLetter = components.map { dead.contains($0.name) }
    isOpen = facts.reachedComponents.enumerated().map { index, isReached in
      let element = ElementID.component(index)
      return isReached && components[index].kind.role != .client
        && (facts.fact(of: element, .headroom) == nil
          || facts.derived.isAtMost(element, .headroom))
    }
  }

  /// What hangs on the answer, with the severities of the checks that wait for it; those that could
  /// not be drawn up without it are counted, and weigh nothing beside the headroom.
  func stake(
    of unknown: RuleRun.Unknown, _ severities: [Severity], undrawn: Int = 0
  ) -> Question.Stake {
    var stake = Question.Stake()
    stake.topic = unknown.property.definition.topic
    stake.decidesHeadroom = decidesHeadroom(unknown)
    stake.checks = severities.count
    stake.severeChecks = severities.count { $0 >= .high }
    stake.isCritical = facts.isCritical(unknown.element)
    stake.weight = isPointless(unknown) ? Weight.pointless : weight(stake, unknown)
    stake.checks += undrawn
    return stake
  }

  private func weight(_ stake: Question.Stake, _ unknown: RuleRun.Unknown) -> Int {
    var weight = Weight.topic(stake)
    if stake.decidesHeadroom { weight += Weight.headroom }
    if stake.isCritical { weight += Weight.critical }
    weight += min(stake.severeChecks, 3) * Weight.severeCheck
    weight += min(stake.checks, 10) * Weight.check
    guard [.capacity, .copies].contains(stake.topic), case .component(let index) = unknown.element
    else { return weight }
    let kind = architecture.components[index].kind
    if kind.role != .work { weight += Weight.leanedOn }
    if unknown.property == .used { weight += Weight.measured }
    if [.database, .external].contains(kind) { weight += Weight.slowest }
    return weight + min(max(users[index] - 1, 0), 4) * Weight.user
  }

  /// Whether a headroom rests on a property: of an element on a journey's way that has none yet, or
  /// only an upper bound.
  func decidesHeadroom(_ unknown: RuleRun.Unknown) -> Bool {
    if unknown.property.definition.topic == .demand { return !isPointless(unknown) }
    return architecture.components(of: unknown.element).contains { index in
      isOpen[index] && isBound(architecture.components[index], by: unknown.property)
    }
  }

  /// Whether a property is part of what bounds a component: of what runs code, its replicas and
  /// their work; of all else, what it accepts.
  private func isBound(_ component: Component, by property: Property) -> Bool {
    switch property {
    case .takes, .concurrency, .replicas, .pool: component.kind.role == .work
    case .zones: false
    default: property.definition.topic == .capacity
    }
  }

  /// Whether no answer could change anything: copies and insides of what a vendor runs, copies and
  /// use of what is kept on a broker, the zones of a single copy, what bounds a product that grows
  /// by itself, the availability of a load balancer that nobody can choose, how often a dead-letter
  /// queue is used.
  func isPointless(_ unknown: RuleRun.Unknown) -> Bool {
    guard case .component(let index) = unknown.element else { return false }
    let component = architecture.components[index]
    let role = component.kind.role
    let isManaged = component.facts.isTrue(.managed) || role == .external
    let isBound = unknown.property.definition.topic == .capacity && unknown.property != .takes
    if component.isElastic && isBound { return true }
    if architecture.brokers[index] != nil, [.replicas, .zones, .used].contains(unknown.property) {
      return true
    }
    switch unknown.property {
    case .replicas: return isManaged || role == .client
    case .zones:
      return isManaged || role == .client || component.facts.number(.replicas) == 1
    case .concurrency: return isManaged || role == .store || role == .channel
    case .disk, .sessions: return isManaged
    case .availability: return isManaged && role == .proxy
    case .rate, .peak: return isDeadLetter[index]
    default: return false
    }
  }

  private static func precedes(_ left: Question, _ right: Question) -> Bool {
    if left.stake.weight != right.stake.weight { return left.stake.weight > right.stake.weight }
    let (a, b) = (left.place.order, right.place.order)
    if a != b { return a < b }
    return (left.element, left.property) < (right.element, right.property)
  }

  /// The questions in order: the opening ones, which differ in topic where that costs little, then
  /// by weight; ties by file, line, column, element and property.
  static func ordered(_ questions: [Question]) -> [Question] {
    let order = questions.indices.sorted { precedes(questions[$0], questions[$1]) }
    var rest = order.map { questions[$0] }
    var opening: [Question] = []
    while opening.count < Question.opening {
      let weights = rest.map { question in
        question.stake.weight
          + opening.count { $0.stake.topic == question.stake.topic } * Weight.repeated
      }
      guard let most = weights.max(), let next = weights.firstIndex(of: most) else { break }
      opening.append(rest.remove(at: next))
    }
    return opening + rest
  }
}
