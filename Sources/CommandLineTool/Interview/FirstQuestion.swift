import Architecture
import SourceText
import YAML

/// A question of the interview that makes a first description.
struct FirstQuestion: Sendable {
  /// What is asked, of a first service by its name or of the system.
  let asks: @Sendable (_ service: String) -> String
  /// How an answer is written.
  let form: String
  /// The words that it may choose from; nil where it has no choice.
  var choices: String?
  let example: String
  /// Whether an answer would have a place, after those before it.
  var applies: @Sendable (FirstDescription) -> Bool = { _ in true }
  /// Takes an answer; false where it does not have the form.
  let take: @Sendable (String, inout FirstDescription) -> Bool

  /// How it is answered, line by line.
  var help: String {
    [form, choices, "Example: \(example)"].compactMap { $0.map { "   \($0)\n" } }.joined()
  }

  /// In the order in which a request comes along.
  static let all = [door, load, stores, queues, thirdParties, growth]

  private static let door = FirstQuestion(
    asks: { _ in "Who calls the system, and which service answers first?" },
    form: "CALLER > SERVICE", example: "customer > shop",
    take: { answer, description in
      let parts = pieces(of: answer, at: ">")
      guard parts.count == 2 else { return false }
      (description.client, description.service) = (parts[0], parts[1])
      return true
    })

  private static let load = FirstQuestion(
    asks: { "How many requests reach \($0): on average, and at peak?" },
    form: "RATE, PEAK; the peak may be a multiple of the rate, such as 10x",
    example: "40/s, 400/s",
    applies: { $0.service != nil },
    take: { answer, description in
      let parts = pieces(of: answer, at: ",")
      guard parts.count <= 2 else { return false }
      (description.rate, description.peak) = (parts[0], parts.dropFirst().first)
      return true
    })

  private static let stores = FirstQuestion(
    asks: { "Which stores does \($0) read and write?" },
    form: "NAME: KIND PRODUCT, ...; KIND and PRODUCT may be left out", choices: kinds(.store),
    example: "orders-db: PostgreSQL 16, sessions: cache Redis",
    take: { answer, description in
      description.stores = pieces(of: answer, at: ",").map { part($0, .database) }
      return true
    })

  private static let queues = FirstQuestion(
    asks: { "Which queues does \($0) publish to, and what consumes each?" },
    form: "NAME: KIND PRODUCT > WORKER, ...; all but NAME may be left out",
    choices: kinds(.channel),
    example: "prints: SQS > printer, sales: stream Kafka > reports",
    take: { answer, description in
      let ends = pieces(of: answer, at: ",").map { pieces(of: $0, at: ">") }
      guard ends.allSatisfy({ $0.count <= 2 }) else { return false }
      description.queues = ends.map { ends in
        var queue = part(ends[0], .queue)
        queue.consumer = ends.dropFirst().first
        return queue
      }
      return true
    })

  private static let thirdParties = FirstQuestion(
    asks: { "Which third parties does \($0) call?" },
    form: "NAME: PRODUCT, ...; PRODUCT may be left out",
    example: "payments: Stripe, mail: SendGrid",
    take: { answer, description in
      description.thirdParties = pieces(of: answer, at: ",").map { part($0, .external) }
      return true
    })

  private static let growth = FirstQuestion(
    asks: { _ in "How much growth in demand is expected?" },
    form: "MULTIPLE in TIME", example: ValueType.growth.example,
    applies: { !$0.isEmpty },
    take: { answer, description in
      description.growth = answer
      return true
    })

  /// The kinds of a role that an answer may name, the usual one first.
  private static func kinds(_ role: ComponentKind.Role) -> String {
    let names = ComponentKind.allCases.filter { $0.role == role }.map(\.rawValue)
    return "KIND is \(names[0]) (the default), \(names.dropFirst().joined(separator: ", "))"
  }

  /// The parts of an answer; an arrow may be written `->`.
  private static func pieces(of answer: String, at separator: Character) -> [String] {
    answer.replacing("->", with: ">").replacing("→", with: ">")
      .split(separator: separator, omittingEmptySubsequences: false).map(\.trimmed)
  }

  /// A name with its product, which the word for another kind of the same role may precede.
  private static func part(_ text: String, _ usual: ComponentKind) -> FirstDescription.Part {
    let ends = text.split(separator: ":", maxSplits: 1).map(\.trimmed)
    var part = FirstDescription.Part(name: ends.first ?? "", kind: usual)
    guard let rest = ends.dropFirst().first else { return part }
    let words = rest.split(separator: " ", maxSplits: 1).map(\.trimmed)
    let kind = words.first.flatMap { ComponentKind(rawValue: $0) }
    guard let kind, kind.role == usual.role else {
      part.product = rest.isEmpty ? nil : rest
      return part
    }
    part.kind = kind
    part.product = words.dropFirst().first
    return part
  }
}
