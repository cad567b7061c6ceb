import Findings
import Review

extension Contents {
  /// The findings that nobody has accepted about each component that has any, in their order.
  func openByComponent(_ outline: SystemOutline) -> [Int: [JudgedFinding]] {
    var found: [Int: [JudgedFinding]] = [:]
    for finding in open {
      for component in outline.components(of: finding.element) {
        found[component, default: []].append(finding)
      }
    }
    return found
  }

  /// The themes of findings, in the order of the findings.
  static func themes(of findings: [JudgedFinding]) -> [String] {
    findings.reduce(into: []) { themes, finding in
      let theme = String(finding.theme)
      if !themes.contains(theme) { themes.append(theme) }
    }
  }
}
