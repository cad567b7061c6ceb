import Description
import Import
import Testing
import TestSupport

/// Which Compose files count, and how one lies over another.
@Suite struct ComposeFilesTests {
  private static let base = """
    services:
      web:
        image: acme/web
        environment: { CACHE_URL: "redis://cache", DB_URL: "postgres://db/shop" }
      cache: { image: "redis:7" }
      db: { image: "postgres:16" }
      old: { image: acme/old }
    """

  @Test func `a folder is read as Compose reads it, the override on top`() {
    let read = Imported(
      [
        "a/compose.override.yml": "services: { web: { scale: 3 } }",
        "a/compose.yaml": "services: { web: { image: acme/web, scale: 2 } }",
      ], named: ["a"])
    #expect(read.lines == ["web: service", "web.replicas = 3"])
  }

  @Test func `an alternative in the same folder is not laid over, and that is said`() {
    let files = [
      "a/docker-compose.yml": Self.base,
      "a/docker-stack.yml": "services: { web: { image: acme/web, deploy: { replicas: 4 } } }",
      "a/docker-compose.monitoring.yml": "services: { prometheus: { image: prom/prometheus } }",
    ]
    let read = Imported(files, named: ["a"])
    #expect(!read.lines.contains("web.replicas = 4"))
    #expect(read.lines.contains { $0.hasPrefix("prometheus:") })
    let notes = read.reading.notes.map(\.sentence)
    #expect(notes.contains { $0.contains("docker-stack.yml (it has services of `docker-compose") })
    let stack = Imported(files, named: ["a/docker-compose.yml", "a/docker-stack.yml"])
    #expect(stack.lines.contains("web.replicas = 4"))
    #expect(stack.lines.contains("web calls db (env DB_URL)"))
  }

  @Test func `tags take back what an earlier file says`() {
    let read = Imported(
      [
        "compose.yaml": Self.base,
        "compose.override.yaml": """
        services:
          web: { environment: !override { CACHE_URL: "redis://cache" } }
          old: !reset null
          cache: { image: !reset null }
        """,
      ], named: ["compose.yaml"])
    #expect(read.lines.contains("web calls cache (env CACHE_URL)"))
    #expect(!read.lines.contains("web calls db (env DB_URL)"))
    #expect(!read.lines.contains { $0.hasPrefix("old") })
    #expect(read.problems == [])
  }

  @Test func `a service on every node has as many copies as there are nodes`() {
    let read = Imported("services: { agent: { image: acme/agent, deploy: { mode: global } } }")
    #expect(read.reading.notes[0].questions.contains { $0.contains("how many nodes") })
  }
}
