import Findings
import Review

extension Contents {
  /// How many findings that nobody has accepted are about each component.
  func findingsByComponent(_ outline: SystemOutline) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for finding in findings where finding.accepted == nil {
      for component in outline.components(of: finding.element) {
        counts[component, default: 0] += 1
      }
    }
    return counts
  }

  /// The themes of the findings about each component, in the order of the findings.
  func themesByComponent(_ outline: SystemOutline) -> [Int: [String]] {
    var themes: [Int: [String]] = [:]
    for finding in findings where finding.accepted == nil {
      let theme = String(finding.theme)
      for component in outline.components(of: finding.element)
      where !themes[component, default: []].contains(theme) {
        themes[component, default: []].append(theme)
      }
    }
    return themes
  }
}
