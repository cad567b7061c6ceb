import SourceText

extension Rule {
  /// Every fenced description below the headings of examples.
  ///
  /// Read only where it is wanted: examples are half of a page.
  package var examples: [Example] {
    guard let lines = PageOutline(page, after: frontMatterEnd).examples else { return [] }
    var examples: [Example] = []
    var heading = ""
    Markdown.walk(page.markdown(lines: lines)) { block in
      switch block.kind {
      case .heading: heading = block.text
      case .code(let language) where language == "yaml":
        examples.append(
          Example(
            heading: heading, description: block.text, line: block.line + lines.lowerBound,
            isCounterExample: heading.hasPrefix("Counter-example")))
      default: break
      }
      return true
    }
    return examples
  }
}
