import Architecture
import Description
import Import
import Review
import SourceText
import Testing
import TestSupport

/// A description over files of other tools.
@Suite struct ImportKeyTests {
  static let compose = """
    services:
      web: { image: acme/web, deploy: { replicas: 3 }, environment: { DB_HOST: db } }
      db: { image: postgres }
    """

  private func review(_ description: String, _ others: [String: String] = [:]) -> Review {
    let compose = ["docker-compose.yml": Self.compose]
    return TestSupport.review(
      description, path: "shop.tenfold.yaml", others: compose.merging(others) { $1 })
  }

  @Test func `a description that only includes is no Compose file`() {
    let parts = "components: { a: { kind: service, replica: 2 } }"
    let review = review("include: parts.yaml\n", ["parts.yaml": parts])
    #expect(review.imports.isEmpty)
    #expect(review.problems.map(\.code) == ["unknown-key"])
  }

  @Test func `a description adds to what it imports and overrides single facts`() throws {
    let review = review(
      """
      system: Shop
      import: docker-compose.yml
      components:
        web: { replicas: 5, takes: 20ms, calls: { to: db, timeout: 1s } }
        mails: { kind: external }
      """)
    #expect(review.problems == [])
    let architecture = try #require(review.architecture)
    #expect(architecture.components.map(\.name) == ["web", "db", "mails"])
    let web = architecture.components[0]
    #expect(web.facts.number(.replicas) == 5)
    #expect(architecture.relations.count == 1)
    #expect(architecture.relations[0].facts.number(.timeout) == 1)
    let place = try #require(web.facts[.replicas]?.span).source
    #expect(review.sources.texts[Int(place)].path == "shop.tenfold.yaml")
  }

  @Test func `what is added to something that is gone is a mistake, with what was meant`() {
    let review = review("import: docker-compose.yml\ncomponents:\n  wbe: { replicas: 5 }\n")
    #expect(review.problems.contains { $0.code == "unknown-import" })
    #expect(review.problems.contains { $0.remedy?.contains("web") == true })
  }

  @Test func `a component of its own still has a kind`() {
    let review = review(
      "import: docker-compose.yml\ncomponents:\n  mails: { technology: sendgrid }\n")
    #expect(review.problems.contains { $0.code == "missing-kind" })
  }

  @Test func `an import that is not there, or is something else, is a mistake at its place`() {
    let texts = ["x.yml": "on: push\njobs: { build: {} }\n"]
    let review = review("import: [nothing.yml, x.yml, { file: x.yml, as: compos }]\n", texts)
    #expect(review.problems.count { $0.code == "unread-import" } >= 2)
    #expect(
      review.problems.contains {
        $0.code == "unknown-format" && $0.remedy?.contains("compose") == true
      })
    #expect(review.problems.allSatisfy { $0.place?.start.line == 1 })
  }

  @Test func `a file of another tool is reviewed as it is, at its own lines`() throws {
    let review = TestSupport.review(Self.compose, path: "docker-compose.yml")
    #expect(review.problems == [])
    #expect(review.imports.map(\.path) == ["docker-compose.yml"])
    let architecture = try #require(review.architecture)
    let span = try #require(architecture.components[0].facts[.replicas]?.span)
    #expect(review.sources.place(of: span).start.line == 2)
  }

  @Test func `what is written by import reads back to the same model`() throws {
    for text in [
      Self.compose, SecretTests.compose, HostileImportTests.example("compose"),
    ] {
      let read = Imported(text)
      let written = DescriptionWriter(read.reading, read.result.sources).text
      let back = reading(written)
      #expect(back.problems == [])
      let architecture = try #require(back.architecture)
      let draft = read.reading.draft
      #expect(architecture.components.map(\.name) == draft.components.map(\.name))
      #expect(architecture.components.map(\.kind) == draft.components.map { $0.kind ?? .service })
      for (component, draft) in zip(architecture.components, draft.components) {
        for (property, fact) in draft.facts.entries {
          #expect(
            component.facts[property]?.value == fact.value, "\(component.name) \(property.name)")
        }
      }
      #expect(architecture.relations.count == draft.components.flatMap(\.relations).count)
    }
  }
}
