import Findings
import Screens
import Testing

struct ListFilterTests {
  private func entry(_ texts: String..., severity: Severity? = nil) -> Entry {
    Entry(
      id: "a", number: 0, label: "", role: .text, message: "", place: nil, severity: severity,
      searching: texts)
  }

  private func filter(_ text: String) -> ListFilter {
    var filter = ListFilter()
    filter.text = text
    return filter
  }

  @Test func `a text is found in any case, within one of an entry's texts`() {
    let entry = entry("Queues/No-DLQ", "ÄRGER", "")
    for text in ["", "no-d", "DLQ", "ärger", "q", "s"] {
      #expect(filter(text).matches(entry), "\(text)")
    }
    for text in ["dlqä", "ärgers", "queues/no-dlqs", "x"] {
      #expect(!filter(text).matches(entry), "\(text)")
    }
    #expect(!filter("a").matches(self.entry()))
  }

  @Test func `words are found in any order, and one behind an exclamation mark is not there`() {
    let entry = entry("queues/no-dlq", "orders", "high")
    for text in ["orders dlq", "high  queues", "!low", "orders !payments", "!", " "] {
      #expect(filter(text).matches(entry), "\(text)")
    }
    for text in ["orders low", "!high", "dlq !ord"] {
      #expect(!filter(text).matches(entry), "\(text)")
    }
  }

  @Test func `what has no severity is never hidden for it`() {
    var filter = ListFilter()
    filter.nextSeverity()
    #expect(filter.matches(entry("a")))
    #expect(filter.matches(entry("a", severity: .critical)))
    #expect(!filter.matches(entry("a", severity: .high)))
  }

  @Test func `it says what it lets pass and nothing after a reset`() {
    var filter = filter("pay")
    filter.nextSeverity()
    #expect(filter.words(ofFindings: true) == ["critical only", "/pay"])
    #expect(filter.words(ofFindings: false) == ["/pay"])
    #expect(!filter.isOff)
    filter.reset()
    #expect(filter.isOff && filter.words(ofFindings: true).isEmpty)
    #expect(filter.matches(entry("b", severity: .low)))
  }
}
