import Findings
import Review
import SourceText

/// What is looked up in contents at each key, put together when it is first asked for: a key costs
/// what is seen, not what was found.
final class ContentsIndex: Sendable {
  private let lazyOpen: Lazy<[JudgedFinding]>
  private let lazyIDs: Lazy<Set<String>>
  private let lazyByComponent: Lazy<[Int: [JudgedFinding]]>
  private let lazyCounts: Lazy<[Int: Int]>
  private let lazyQuestions: Lazy<[Int: [Question]]>
  private let lazyPlaces: Lazy<[String: Int]>
  private let lazyExplained: Lazy<[String: [Int]]>

  /// The index of what a review says.
  init(_ findings: [JudgedFinding], _ questions: [Question], _ outline: SystemOutline?) {
    let open = Lazy { findings.filter { $0.accepted == nil } }
    let byComponent = Lazy {
      Self.grouped(open.value) { outline?.components(of: $0.element) ?? [] }
    }
    lazyOpen = open
    lazyIDs = Lazy { Set(open.value.map(\.fingerprint)) }
    lazyByComponent = byComponent
    lazyCounts = Lazy { byComponent.value.mapValues(\.count) }
    lazyQuestions = Lazy {
      Self.grouped(questions) { outline?.components(of: $0.element) ?? [] }
    }
    lazyPlaces = Lazy {
      Dictionary(findings.enumerated().map { ($0.element.fingerprint, $0.offset) }) { first, _ in
        first
      }
    }
    lazyExplained = Lazy {
      Self.grouped(findings.indices) { findings[$0].explainedBy.map { [$0] } ?? [] }
    }
  }

  /// Findings that nobody has accepted.
  var open: [JudgedFinding] { lazyOpen.value }

  /// Their fingerprints.
  var openIDs: Set<String> { lazyIDs.value }

  /// Those about each component that has any, in their order.
  var openByComponent: [Int: [JudgedFinding]] { lazyByComponent.value }

  /// How many those are.
  var countsByComponent: [Int: Int] { lazyCounts.value }

  /// The questions about each component that has any, in their order.
  var questionsByComponent: [Int: [Question]] { lazyQuestions.value }

  /// The place of a finding among all, by its fingerprint; nil where there is none.
  func place(of fingerprint: String) -> Int? { lazyPlaces.value[fingerprint] }

  /// The places of the findings that another one explains, by its fingerprint.
  func explained(by fingerprint: String) -> [Int] { lazyExplained.value[fingerprint] ?? [] }

  /// Items by the keys of each, in their order.
  private static func grouped<Item, Key: Hashable>(
    _ items: some Sequence<Item>, by keys: (Item) -> [Key]
  ) -> [Key: [Item]] {
    var groups: [Key: [Item]] = [:]
    for item in items {
      for key in keys(item) { groups[key, default: []].append(item) }
    }
    return groups
  }
}
