import Description
import Import
import Testing
import TestSupport

/// Docker Compose as people write it.
@Suite struct ComposeTests {
  @Test func `a file of the first version has its services at the top`() {
    let read = Imported("web:\n  build: .\n  links: [db:database]\ndb:\n  image: postgres:9\n")
    #expect(read.lines.contains("web calls db (link db)"))
    #expect(read.lines.contains("db.technology = postgresql-9"))
  }

  @Test(arguments: [
    ("postgres:9.6-alpine", "postgresql-9.6"), ("docker.io/library/mysql:5.7.44", "mysql-5.7.44"),
    ("mongo:4.4@sha256:0a", "mongodb-4.4"), ("postgres:latest", "postgresql"),
    ("postgres:20240131", "postgresql"), ("postgres@sha256:0a", "postgresql"),
    ("registry:5000/redis", "redis"),
  ])
  func `the tag of an image says the version`(_ image: String, _ technology: String) {
    let read = Imported("services:\n  db: { image: \"\(image)\" }\n")
    #expect(read.lines.contains("db.technology = \(technology)"))
  }

  @Test func `an image of years ago is out of support`() {
    let system = "import: compose.yaml\n"
    let files = ["compose.yaml": "services:\n  db: { image: \"postgres:9.6\" }\n"]
    let found = review(system, others: files).findings.filter {
      $0.rule == "lifecycle/out-of-support"
    }
    #expect(found.map(\.message) == ["db runs PostgreSQL 9, out of support since November 2021"])
  }

  @Test func `variables have defaults, and a doubled dollar is one`() {
    let read = Imported(
      [
        "compose.yaml": """
        services:
          web:
            image: ${REGISTRY:-ghcr.io}/acme/web:${TAG-latest}
            deploy: { replicas: "${COPIES:-3}" }
            environment:
              CACHE: redis://${CACHE_HOST:?say where}:6379
              PRICE: $$5 db:5432
          cache: { image: "${CACHE_IMAGE:-redis:7}" }
        """,
        ".env": "CACHE_HOST=cache # the cache\nexport OTHER='x'\n",
      ], named: ["compose.yaml"])
    #expect(read.lines.contains("web.replicas = 3"))
    #expect(read.lines.contains("web calls cache (env CACHE)"))
    #expect(read.lines.contains("cache: cache"))
  }

  @Test func `an override lies over the file beside it`() {
    let read = Imported(
      [
        "compose.yaml": "services:\n  web: { image: acme/web, deploy: { replicas: 2 } }\n",
        "compose.override.yaml":
          "services:\n  web: { deploy: { replicas: 5 } }\n  db: { image: mysql }\n",
      ], named: ["compose.yaml"])
    #expect(read.lines.contains("web.replicas = 5"))
    #expect(read.lines.contains("db.technology = mysql"))
  }

  @Test func `services extend others, in the same file and in another one`() {
    let read = Imported(
      [
        "compose.yaml": """
        services:
          base: { image: acme/app, environment: { DB: "postgres://db/app" } }
          web: { extends: { service: base }, environment: { CACHE_URL: "redis://cache" } }
          jobs: { extends: { file: common.yaml, service: worker } }
          db: { image: postgres }
          cache: { image: redis }
        """,
        "common.yaml": "services:\n  worker: { image: acme/app, command: sidekiq -c 5 }\n",
      ], named: ["compose.yaml"])
    #expect(read.lines.contains("web calls db (env DB)"))
    #expect(read.lines.contains("web calls cache (env CACHE_URL)"))
    #expect(read.lines.contains("jobs: worker"))
  }

  @Test func `what services of other files extend is no service`() {
    let read = Imported(
      [
        "a/compose.yaml": "services: { web: { extends: { file: base.yaml, service: app } } }\n",
        "a/base.yaml": "services: { app: { image: acme/app, stop_grace_period: 40s } }\n",
      ], named: ["a"])
    #expect(read.lines == ["web: service", "web.drain = 40s"])
  }

  @Test func `files are included, and each once`() {
    let read = Imported(
      [
        "compose.yaml": "include: [a/compose.yaml, { path: b.yaml }]\n",
        "a/compose.yaml": "include: [../b.yaml]\nservices: { a: { image: acme/a } }\n",
        "b.yaml": "services: { b: { image: acme/b } }\n",
      ], named: ["compose.yaml"])
    #expect(
      read.lines == ["b: service", "a: service"] || read.lines == ["a: service", "b: service"])
    #expect(read.problems == [])
  }

  @Test func `what runs only when asked for is not read, and that is said`() {
    let read = Imported(
      "services:\n  web: { image: acme/web }\n  seed: { image: acme/seed, profiles: [seed] }\n")
    #expect(read.lines == ["web: service"])
    #expect(read.reading.notes[0].sentence.contains("service seed"))
  }

  @Test func `an order of start is a question, not a call`() {
    let read = Imported(
      "services:\n  web: { image: acme/web, depends_on: [db] }\n  db: { image: postgres }\n")
    #expect(!read.lines.contains { $0.contains("calls") })
    #expect(read.reading.notes[0].questions.contains { $0.contains("does `web` call `db`?") })
  }

  @Test func `a variable named after a service is a question, unless its value says whom it means`()
  {
    let read = Imported(
      """
      services:
        auth-service:
          image: acme/auth
          environment:
            ACCOUNT_SERVICE_PASSWORD: $UNSET
            MAIL_SERVICE_TOKEN: abc
            LOG_SERVICE_URL: "http://account-service:8080"
        account-service: { image: acme/account, environment: { ACCOUNT_SERVICE_PASSWORD: x } }
        mail-service: { image: acme/mail }
        log-service: { image: acme/log }
      """)
    let questions = read.reading.notes[0].questions.filter { $0.hasPrefix("does `") }
    #expect(
      questions == [
        "does `auth-service` call `mail-service`? A variable is named after it "
          + "(env MAIL_SERVICE_TOKEN)"
      ])
    #expect(read.lines.contains { $0.contains("auth-service calls account-service") })
  }

  @Test func `a store that nothing names is a question to the service that is named like it`() {
    let read = Imported(
      """
      services:
        auth-service: { image: acme/auth }
        auth-mongodb: { image: mongo }
        carts: { image: acme/carts }
        carts-db: { image: mongo }
        db: { image: postgres }
        stock-api: { image: acme/stock }
        stock-worker: { image: acme/stock }
        stock-db: { image: postgres }
        mail: { image: acme/mail, environment: { MAIL_DB_HOST: mail-db } }
        mail-db: { image: postgres }
      """)
    let questions = read.reading.notes[0].questions.filter { $0.hasPrefix("does `") }
    #expect(
      questions
        == [("auth-service", "auth-mongodb"), ("carts", "carts-db")].map {
          "does `\($0.0)` call `\($0.1)`? Nothing says who uses it, and their names have the same prefix"
        })
  }

  @Test func `an address of whoever calls is no arrow to him`() {
    let read = Imported(
      """
      services:
        api:
          image: acme/api
          environment:
            CORS_ORIGIN: "http://web:3000"
            ALLOWED_HOSTS: "web,localhost"
            OAUTH_REDIRECT_URI: "http://web:3000/back"
            NO_PROXY: web
        web: { image: acme/web, environment: { API_URL: "http://api:8080" } }
      """)
    #expect(read.lines.filter { $0.contains("calls") } == ["web calls api (env API_URL)"])
  }

  @Test func `what several files stand for is asked once`() {
    let read = Imported([
      "a/compose.yaml": "services: { a: { image: acme/a } }\n",
      "b/compose.yaml": "services: { b: { image: acme/b } }\n",
    ])
    let questions = read.reading.notes.flatMap(\.questions)
    #expect(questions.filter { $0.contains("describe development") }.count == 1)
    #expect(questions.first?.contains("For 2 services, they declare one copy or none") == true)
  }

  @Test func `a word that is a name by chance is no arrow`() {
    let read = Imported(
      """
      services:
        web:
          image: acme/web
          environment:
            TOPICS: "order:5:1"
            DB_USER: order
            DB_PASSWORD: order
            RABBITMQ_USERNAME: rabbitmq
            IMAGE: order:latest
        order: { image: acme/order }
        rabbitmq: { image: rabbitmq }
      """)
    #expect(!read.lines.contains { $0.contains("web calls") || $0.contains("web publishes") })
  }

  @Test(arguments: [
    ("DATABASE_URL", "postgres://u:p@db:5432/app"), ("DATABASE_URL", "postgresql+asyncpg://u@db/x"),
    ("SPRING_DATASOURCE_URL", "jdbc:postgresql://db:5432/app?ssl=true"), ("DB_HOST", "db"),
    ("DB_ADDR", "db:5432"), ("ConnectionStrings__Main", "Host=db;Database=app;Username=u"),
    ("PG_DSN", "host=db port=5432 dbname=app"),
    ("JAVA_OPTS", "-Xmx1g -Ddb.url=jdbc:postgresql://db/a"),
    ("DSN", "u:p@tcp(db:5432)/app"), ("BACKENDS", "a.example.com:80,db:5432"),
  ])
  func `an address names its host, however it is written`(_ name: String, _ value: String) {
    let read = Imported(
      "services:\n  web: { image: acme/web, environment: { \(name): \"\(value)\" } }\n"
        + "  db: { image: postgres }\n")
    #expect(read.lines.contains("web calls db (env \(name))"))
  }

  @Test func `two schemas on one server are two stores, and one schema is shared`() {
    let services = { (second: String) in
      """
      services:
        a: { image: acme/a, environment: { DB_URL: "postgres://u:p@db/orders" } }
        b: { image: acme/b, environment: { DB_HOST: db, DB_NAME: \(second) } }
        db: { image: postgres }
      """
    }
    let apart = Imported(services("bills"))
    #expect(apart.lines.contains("a calls db-orders (env DB_URL)"))
    #expect(apart.lines.contains("b calls db-bills (env DB_HOST)"))
    #expect(apart.lines.contains("db-bills.technology = postgresql"))
    let shared = Imported(services("orders"))
    #expect(shared.lines.contains("a calls db (env DB_URL)"))
    #expect(shared.lines.contains("b calls db (env DB_HOST)"))
  }

  @Test func `one image is web, worker and scheduler by its command`() {
    let read = Imported(
      """
      services:
        web: { image: acme/app, command: gunicorn --workers 4 app }
        jobs: { image: acme/app, command: [celery, -A, app, worker], environment: [BROKER_URL=redis://r] }
        clock: { image: acme/app, command: celery -A app beat }
        r: { image: redis }
      """)
    #expect(read.lines.contains("web.concurrency = 4"))
    #expect(read.lines.contains("jobs: worker"))
    #expect(read.lines.contains("clock: worker") || read.lines.contains("clock: scheduler"))
  }

  @Test func `a broken file says where, and hides nothing before that`() {
    let read = Imported(
      "services:\n  web:\n    image: acme/web\n  db:\n    image: postgres\n  x: [\n  PASSWORD: hunter2\n"
    )
    #expect(read.lines.contains("db: database"))
    #expect(read.problems.contains { ($0.place?.start.line ?? 0) >= 6 })
    #expect(!read.everything.contains("hunter2"))
  }
}
