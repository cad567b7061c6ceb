import Description
import Import
import Review
import Testing
import TestSupport

/// What is said of the files of a format.
@Suite struct ImportNoteTests {
  @Test func `the files of a format are accounted for together`() {
    let ingress = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: "
    let space = "apiVersion: v1\nkind: Namespace\nmetadata: { name: "
    let read = Imported([
      "k8s/a.yaml": ingress + "a }\n---\n" + space + "a }\n",
      "k8s/b/b.yaml": ingress + "b }\n---\n" + space + "b }\n",
      "compose.yaml": "services: { web: { image: acme/web } }\n",
    ])
    let notes = read.reading.notes.folded
    #expect(notes.map(\.path) == ["compose.yaml", "k8s"])
    #expect(
      notes.last?.lines().prefix(2) == [
        "Kubernetes: read 2 files: 2 Ingress objects",
        "not read: 2 Namespaces (it only groups)",
      ])
  }

  @Test func `the first questions are shown, and the rest counted`() {
    let services = (1...6).map { "  s\($0): { image: acme/s, depends_on: [web] }\n" }.joined()
    let read = Imported("services:\n  web: { image: acme/web }\n\(services)")
    let lines = read.reading.notes.folded.first?.lines() ?? []
    #expect(lines.filter { $0.hasPrefix("ask: ") }.count == 3)
    #expect(lines.last == "and 4 more questions (--all)")
  }

  @Test func `demand comes first to be asked, where the file opens a service`() {
    let review = review(
      """
      services:
        api: { image: acme/api }
        web:
          image: acme/web
          ports: ["80:80"]
          environment: { PAYMENTS_URL: "https://api.stripe.com" }
        db: { image: "postgres:16", ports: ["5432:5432"] }
      """, path: "compose.yaml")
    let first = review.questions.first
    #expect(first?.question == "Which journey uses web, and how often?")
    #expect(review.questions.filter { $0.property == "rate" }.count == 1)
  }
}
