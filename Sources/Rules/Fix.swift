import Findings
import YAML

/// How a page repairs what it finds.
enum Fix: Sendable {
  /// Changes of the description, in their order.
  case changes([Change])
  /// Why a person has to decide.
  case person(String)

  /// One change, with places for the columns of the query.
  struct Change: Sendable {
    /// The column that holds the element, or `system`.
    let subject: String
    /// Keys from the element's own mapping, with dots between.
    let path: Template
    /// What is done there.
    let action: Action
  }

  enum Action: Sendable {
    case set(FixValue)
    case add(FixValue)
    case remove
  }

  /// The changes; none where a person has to decide.
  var changes: [Change] { if case .changes(let changes) = self { changes } else { [] } }
}

/// A value that a fix writes, with places for the columns of the query.
indirect enum FixValue: Sendable {
  case scalar(Template)
  case sequence([FixValue])
  case mapping([(key: String, value: FixValue)])

  /// The columns that it needs.
  var columns: [String] {
    switch self {
    case .scalar(let template): template.columns
    case .sequence(let items): items.flatMap(\.columns)
    case .mapping(let pairs): pairs.flatMap(\.value.columns)
    }
  }

  /// A number with its unit as people type it: `40s`; anything else as it is.
  private static func typed(_ text: String) -> String {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    return parts.count == 2 && Double(parts[0]) != nil ? parts.joined() : text
  }

  /// The value with the words for each column.
  func filled(_ words: (String) -> String) -> NewValue {
    switch self {
    case .scalar(let template): NewValue(word: Self.typed(template.filled(words)))
    case .sequence(let items): .sequence(items.map { $0.filled(words) })
    case .mapping(let pairs):
      .mapping(pairs.map { NewValue.Pair($0.key, $0.value.filled(words)) })
    }
  }
}

extension Fix.Change {
  /// The columns that it needs.
  var columns: [String] {
    let ofValue =
      switch action {
      case .set(let value), .add(let value): value.columns
      case .remove: [String]()
      }
    return path.columns + ofValue + (subject == Self.system ? [] : [subject])
  }

  /// The subject that is no column.
  static let system = "system"

  /// The change for one finding.
  func step(at element: String?, _ words: (String) -> String) -> FixStep {
    let change: FixStep.Change =
      switch action {
      case .set(let value): .set(value.filled(words))
      case .add(let value): .add(value.filled(words))
      case .remove: .remove
      }
    return FixStep(at: element, path.filled(words).split(separator: ".").map(String.init), change)
  }
}
