import Import
import Review
import Testing
import TestSupport

/// Values of variables reach no output.
@Suite struct SecretTests {
  static let compose = """
    x-env: &env
      API_TOKEN: hunter2-anchor
    services:
      web:
        image: acme/web
        scale: hunter
        command: --password hunter2-command
        labels: { auth: hunter2-label }
        environment:
          <<: *env
          DATABASE_URL: "postgres://shop:hunter2-url@db:5432/orders"
          SECRET: |
            hunter2-block
            hunter2-more
          SESSION_DRIVER: hunter2-session
          WEB_CONCURRENCY: hunter2-number
        env_file: [.env]
      list:
        image: acme/list
        environment: [ PASSWORD=hunter2-item, "TOKEN=hunter2-quoted" ]
      db: { image: postgres, environment: { POSTGRES_PASSWORD: hunter2-db } }
    """

  @Test func `no value is in what is read`() {
    let read = Imported(
      ["compose.yaml": Self.compose, ".env": "KEY=hunter2-file\n"], named: ["compose.yaml"])
    #expect(read.lines.contains("web calls db (env DATABASE_URL)"))
    #expect(!read.everything.contains("hunter2"))
  }

  @Test func `no value is in any report`() throws {
    let review = review(Self.compose + "\n  broken: [", path: "compose.yaml")
    #expect(!review.imports.isEmpty)
    for text in review.sources.texts { #expect(!text.whole.contains("hunter2")) }
    #expect(!"\(review.findings)\(review.questions)\(review.problems)".contains("hunter2"))
  }

  @Test func `a value with a sign in it is hidden as a whole`() {
    let read = Imported(
      "services:\n  web: { image: acme/web, environment: { PASSWORD: hunter2=b } }\n  x: { scale: ["
    )
    #expect(!read.everything.contains("hunter2"))
  }

  @Test func `no value of a manifest is in what is read`() {
    let read = Imported(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      spec:
        template:
          spec:
            containers:
              - name: web
                image: acme/web
                args: ["--password=hunter2-argument"]
                env:
                  - { name: DB_URL, value: "postgres://u:hunter2-url@db/a" }
                  - name: TOKEN
                    value: hunter2-token
                  - name: SESSION_DRIVER
                    value: hunter2-session
      ---
      apiVersion: v1
      kind: Secret
      metadata: { name: s }
      data: { a: aHVudGVyMg== }
      stringData: { b: hunter2-plain }
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: { name: c }
      data:
        file.conf: |
          password = hunter2-file
      """)
    #expect(read.lines == ["web: service"])
    for secret in ["hunter2", "aHVud"] { #expect(!read.everything.contains(secret)) }
  }
}
