import Findings

/// The filter of all lists, and what it was before it was typed.
struct Filter: Equatable {
  var text = ""
  var isTyped = false
  /// The earlier text and selection, for Esc.
  var before = ""
  var selectedBefore: String?
}

extension ReviewScreen {
  mutating func startFilter() {
    filter.before = filter.text
    filter.selectedBefore = cursor.id
    filter.isTyped = true
  }

  mutating func restoreFilter() {
    filter.isTyped = false
    filter.text = filter.before
    refresh(selecting: filter.selectedBefore)
  }

  /// Changes the text; the list follows at once.
  mutating func changeFilter(_ change: (inout String) -> Void) {
    change(&filter.text)
    refresh()
  }

  /// The next step: all, critical, high and above, medium and above.
  mutating func changeSeverity() {
    guard tab == .findings else {
      notice = "only findings have a severity"
      return
    }
    leastSeverity = leastSeverity == .low ? .critical : leastSeverity.moved(by: -1)
    refresh()
  }

  /// Fills the rows anew; the selection stays with its entry, or else with its number.
  mutating func refresh(selecting id: String? = nil) {
    let id = id ?? cursor.id
    let needle = Array(filter.text.lowercased().utf8)
    rows = needle.isEmpty ? all : all.filter { $0.matches(needle) }
    if let index = rows.firstIndex(where: { $0.id == id }) { cursor.index = index }
    cursor.index = max(0, min(cursor.index, rows.count - 1))
  }

  /// The rows of the current list without the filter.
  var all: [Entry] {
    guard let contents else { return [] }
    return tab.entries(of: contents).filter {
      if case .finding(let finding) = $0 { finding.severity >= leastSeverity } else { true }
    }
  }

  /// Which part of the list is shown, such as `/pay 12/87`; nil when all of it is.
  var filterWords: String? {
    let severity: String? =
      switch leastSeverity {
      case .critical where tab == .findings: "critical only"
      case .high where tab == .findings: "high and above"
      case .medium where tab == .findings: "medium and above"
      default: nil
      }
    guard severity != nil || !filter.text.isEmpty || filter.isTyped else { return nil }
    let text = filter.text.isEmpty ? nil : "/" + filter.text
    return [severity, text, "\(rows.count)/\(tab.count(of: contents))"].compactMap(\.self).joined(
      separator: " ")
  }
}
