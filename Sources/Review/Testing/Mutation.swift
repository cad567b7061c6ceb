import Architecture
import Description
import Findings
import SourceText

/// A change to a description that must not change what a rule says about it.
enum Mutation: String, CaseIterable {
  case comments = "with comments and blank lines"
  case lineEndings = "with CR LF"
  case unrelated = "with an unrelated component"
  case shuffled = "with components shuffled"
  case renamed = "with components renamed"
  case accepted = "with the rule accepted"
  case operations = "with work in operations"
  case flat = "with work in components"
  case proxies = "with proxies in between"

  /// Name of the component that has nothing to do with the rest.
  static let bystander = "bystander"

  /// The word by which a page says that the change matters to it; nil where it never may.
  var exception: String? {
    switch self {
    case .operations: "operations"
    case .flat: "flat"
    case .proxies: "proxy"
    default: nil
    }
  }

  /// The name that an element of the changed description had before.
  ///
  /// Nil where it came with the change; only of changes that lose the lines.
  func originalName(of element: String) -> String? {
    switch self {
    // Which operations were folded does not show any more; where a finding stands does.
    case .flat:
      return element.split(separator: " ").map { $0.prefix { $0 != "." } }.joined(separator: " ")
    case .operations:
      return element.split(separator: " ").map { word in
        let suffix = "." + DescriptionShape.operation
        return word.hasSuffix(suffix) ? String(word.dropLast(suffix.count)) : String(word)
      }.joined(separator: " ")
    case .proxies:
      guard !element.hasPrefix(DescriptionShape.proxyPrefix) else { return nil }
      return element.replacing(DescriptionShape.proxyPrefix, with: "")
    default: return element
    }
  }

  /// The changed description; nil where the change does not apply.
  func apply(to description: String, rule: String, review: (String) -> Review) -> String? {
    let layout = DescriptionLayout(description)
    switch self {
    case .comments:
      return "# A comment\n\n"
        + description.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "\n# Another one" : String($0) }.joined(separator: "\n")
    case .lineEndings:
      return description.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
    case .unrelated:
      return layout?.addingComponent(Self.bystander, .client)
    case .shuffled: return layout?.reversingComponents()
    case .renamed: return layout?.renamingComponents { "renamed-\($0)" }
    case .operations: return DescriptionShape(description)?.withOperations()
    case .flat: return DescriptionShape(description)?.withoutOperations()
    case .proxies: return DescriptionShape(description)?.withProxies()
    case .accepted:
      let findings = review(description).findings
      guard !findings.isEmpty else { return nil }
      let entries = findings.map { finding in
        let element = JSONValue.quoted(finding.element, isYAML: true)
        return "  - { rule: \(finding.rule), element: \(element), reason: as a test, "
          + "severity: \(finding.severity.word) }\n"
      }
      return description + (description.hasSuffix("\n") ? "" : "\n") + "accepted:\n"
        + entries.joined()
    }
  }
}
