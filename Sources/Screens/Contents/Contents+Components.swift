import Findings

extension Contents {
  /// The themes of findings, in the order of the findings.
  static func themes(of findings: [JudgedFinding]) -> [String] {
    findings.reduce(into: []) { themes, finding in
      let theme = String(finding.theme)
      if !themes.contains(theme) { themes.append(theme) }
    }
  }
}
