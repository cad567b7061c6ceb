/// A page of the rule book becomes a rule; a rule over facts becomes findings and questions.
///
/// This module runs the rules' SQL through `Facts` and knows neither files nor output formats.

package import Facts
package import Findings
import SourceText

/// One rule: a page of the rule book, read.
package struct Rule: Sendable {
  /// `theme/smell`, from the page's place in the book.
  package let id: String
  /// Words of which a description has to have one for the rule to say anything; nil for none.
  package let needs: [String]?
  /// Severity before the ladder.
  package let severity: Severity
  /// Version of Tenfold in which the rule came.
  package let since: String
  /// The smell in a few words.
  package let title: String
  /// Lines of the page that hold title and summary.
  let head: Range<Int>
  /// The finding's sentence.
  let message: Template
  /// The finding's formula; nil where nothing is computed.
  let arithmetic: Template?
  /// The values the rule reads: evidence, confidence, place and questions come from them.
  package let inputs: [Input]
  /// Numbers and words a user may change.
  package let parameters: [Parameter]
  /// Whether stage seed leaves the severity alone, because money or data is lost.
  let isNeverLowered: Bool
  /// Rules whose findings this one explains.
  package let explains: [String]
  /// What people call the smell or notice of it.
  package let also: [String]
  /// What it holds load against: what is not known of them leaves a check undecided.
  package let loadOn: Set<LoadBearer>
  /// Changes of its examples that may change its findings, by their words, each with the reason.
  package let exceptions: [String: String]
  /// How it repairs what it finds; nil where the page does not say.
  let fix: Fix?
  /// The query: a row per check that applies.
  package private(set) var find: String
  /// Where the query starts on the page, in bytes.
  let findStart: Int
  /// Lines of the page that say what to do.
  let adviceLines: Range<Int>
  /// The page as written.
  let page: SourceText
  /// Line of the page on which the front matter ends.
  let frontMatterEnd: Int

  /// The rule with another query on its page, as tests of a page try it.
  package func finding(by query: String) -> Rule {
    var rule = self
    rule.find = query
    return rule
  }

  /// The page from its title on, as written.
  package var manual: String {
    page.string(page.lineRange(frontMatterEnd + 1).lowerBound..<page.bytes.count)
  }

  /// The page for whoever reads a finding: without its query and examples, with its sources, and
  /// with nothing that a reader of Markdown would run or follow out of the web.
  package var help: String {
    let outline = PageOutline(page, after: frontMatterEnd)
    let sections = outline.sections.filter {
      $0.title != "Find" && !$0.isExample && !$0.isCounterExample
    }
    let links = sources.map { "- [\($0.title)](\($0.url))\n" }.joined()
    let text = ([outline.head] + sections.map { $0.line..<$0.body.upperBound }).map { lines in
      let (first, last) = (page.lineRange(lines.lowerBound), page.lineRange(lines.upperBound - 1))
      return page.string(first.lowerBound..<last.upperBound) + "\n"
    }.joined()
    return Markdown.harmless(text + (links.isEmpty ? "" : "\n## Sources\n" + links))
  }

  /// Pages that back the rule, read from its page anew.
  package var sources: [Source] { FrontMatter(page, lines: frontMatterEnd).sources }

  /// One sentence for lists.
  package var summary: String { page.firstProse(in: head) }

  /// What to do, plain text: the first paragraph of that section.
  package var advice: String { page.firstProse(in: adviceLines) }

  /// A column of the query that names an element, and a property of that element.
  package struct Input: Hashable, Sendable {
    /// `element`, or another column that holds an id.
    package let subject: String
    /// The property's key.
    package let property: String
  }

  /// A number or word of the rule that a user may set.
  package struct Parameter: Hashable, Sendable {
    /// Its name, bound in SQL as `:name`.
    package let name: String
    /// What it means.
    package let documentation: String
    /// Its value as written.
    package let text: String
    /// Its value as bound, in base units.
    package let value: SQLValue
    /// The form a new value must have.
    package let form: ParameterForm
  }

  /// A page that backs a rule.
  package struct Source: Hashable, Sendable {
    /// Title of the page.
    package let title: String
    /// Its address.
    package let url: String
  }

  /// A description on the page, with the findings it must give.
  package struct Example: Hashable, Sendable {
    /// The heading.
    package let heading: String
    /// The description.
    package let description: String
    /// One-based line of the page on which the description starts.
    package let line: Int
    /// Whether it must give no finding at all.
    package let isCounterExample: Bool
  }

  /// The theme: the id up to the slash.
  package var theme: Substring { id.prefix { $0 != "/" } }

  /// What its severities stand for.
  var severityKind: SeverityLadder.Kind {
    // No journey makes advice about a stage or a bill urgent.
    switch theme {
    case "stage": return .stageAdvice
    case "cost": return .costAdvice
    default: return inputs.contains { $0.property == "growth" } ? .date : .fault
    }
  }
}
