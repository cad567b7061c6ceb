import Findings
package import Rules
import SourceText

/// The rules of a rule book in JSON.
package struct RulesJSONReport: Sendable {
  private let rules: [Rule]

  /// A report on some rules, in their order.
  package init(_ rules: [Rule]) { self.rules = rules }

  /// The document.
  package func render() -> String { Self.shape.value(of: self).text }

  static let shape = JSONDocument.shape(
    of: "rules", "The rules that `tenfold rules` lists.",
    [.list("rules", "The rules, in the order of the rule book") { (report: Self) in report.rules }])
}

extension Rule: JSONShaped {
  static let shape = JSONShape<Self>(
    "rule", "One rule.",
    [
      .text("id", "Its id, `theme/smell`") { $0.id },
      .text("theme", "Its theme") { String($0.theme) },
      .word("severity", "Its severity before stage and journey count", of: Severity.words) {
        $0.severity.word
      },
      .text("title", "The smell in a few words") { $0.title },
      .text("summary", "The smell in a sentence") { $0.summary },
      .text("advice", "What to do") { $0.advice },
      .text("since", "The version of Tenfold that brought it") { $0.since },
      .list("inputs", "The facts that it reads") { $0.inputs },
      .list("parameters", "What a project may set") { $0.parameters },
      .texts("explains", "Ids of the rules whose findings it explains") { $0.explains },
      .list("sources", "Pages that back it") { $0.sources },
    ])
}

extension Rule.Input: JSONShaped {
  static let shape = JSONShape<Self>(
    "input", "A fact that a rule reads.",
    [
      .text("subject", "Whose it is: `element`, or a column of the query with an id") {
        $0.subject
      },
      .text("property", "Its key") { $0.property },
    ])
}

extension Rule.Parameter: JSONShaped {
  static let shape = JSONShape<Self>(
    "parameter", "A value of a rule that a project may set.",
    [
      .text("name", "Its key") { $0.name },
      .text("documentation", "What it means") { $0.documentation },
      .word("form", "The form of its value", of: ParameterForm.allCases.map(\.rawValue)) {
        $0.form.rawValue
      },
      .text("default", "The page's value, with its unit") { $0.text },
    ])
}

extension Rule.Source: JSONShaped {
  static let shape = JSONShape<Self>(
    "source", "A page that backs a rule.",
    [.text("title", "Its title") { $0.title }, .text("url", "Its address") { $0.url }])
}
