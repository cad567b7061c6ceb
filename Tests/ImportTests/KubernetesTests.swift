import Description
import Import
import Testing
import TestSupport

/// Manifests of Kubernetes as people write them.
@Suite struct KubernetesTests {
  /// A Deployment with one container, and what is added to its pod and to its container.
  static func workload(
    _ name: String, kind: String = "Deployment", spec: String = "", pod: String = "",
    container: String = ""
  ) -> String {
    """
    ---
    apiVersion: apps/v1
    kind: \(kind)
    metadata: { name: \(name) }
    spec: { \(spec) template: { metadata: { labels: { app: \(name) } }, spec: { \(pod)
      containers: [ { name: \(name), image: acme/\(name), \(container) } ] } } }

    """
  }

  static func service(_ name: String, of app: String? = nil, more: String = "") -> String {
    """
    ---
    apiVersion: v1
    kind: Service
    metadata: { name: \(name) }
    spec: { selector: { app: \(app ?? name) }, \(more) }

    """
  }

  static func object(_ kind: String, _ name: String, _ spec: String, _ version: String = "v1")
    -> String
  {
    "---\napiVersion: \(version)\nkind: \(kind)\nmetadata: { name: \(name) }\nspec: \(spec)\n"
  }

  static func env(_ name: String, _ value: String) -> String {
    "env: [ { name: \(name), value: \"\(value)\" } ]"
  }

  @Test(arguments: ["apps/v1beta1", "extensions/v1beta1", "apps/v1"])
  func `old versions are read as new ones`(_ version: String) {
    let text = Self.workload("web", spec: "replicas: 3,").replacing("apps/v1", with: version)
    #expect(Imported(text).lines == ["web: service", "web.replicas = 3"])
  }

  @Test(arguments: [
    "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "Rollout",
    "ReplicationController",
  ])
  func `all that starts pods is a component`(_ kind: String) {
    let read = Imported(Self.workload("web", kind: kind))
    #expect(read.lines.first == (kind == "Job" ? "web: worker" : "web: service"))
    #expect(read.reading.notes[0].sentence.contains("1 \(kind)"))
  }

  @Test func `a list holds objects`() {
    let read = Imported(
      """
      { "apiVersion": "v1", "kind": "List", "items": [ { "apiVersion": "apps/v1",
        "kind": "Deployment", "metadata": { "name": "web" }, "spec": { "template":
        { "spec": { "containers": [ { "name": "web", "image": "acme/web" } ] } } } } ] }
      """)
    #expect(read.lines == ["web: service"])
  }

  @Test(arguments: [
    "http://shop-api", "shop-api.default:80", "shop-api.default.svc.cluster.local:8080",
    "http://$(SHOP_API_SERVICE_HOST):80",
  ])
  func `a Service names the workload that it selects`(_ host: String) {
    let read = Imported(
      Self.workload("web", container: Self.env("API_URL", host)) + Self.workload("api")
        + Self.service("shop-api", of: "api"))
    #expect(read.lines.contains("web calls api (env API_URL)"))
  }

  @Test func `variables come from ConfigMaps and Secrets of the input, never their values`() {
    let read = Imported(
      Self.workload(
        "web",
        container:
          "envFrom: [ { configMapRef: { name: c }, prefix: A_ }, { secretRef: { name: s } } ]")
        + Self.workload("api") + Self.service("api") + Self.workload("db") + Self.service("db")
        + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: { URL: 'http://api' }\n"
        + "---\napiVersion: v1\nkind: Secret\nmetadata: { name: s }\n"
        + "data: { DB_URL: cG9zdGdyZXM6Ly91Omh1bnRlcjJAZGIvYQ== }\nstringData: { P: hunter2 }\n")
    #expect(read.lines.contains("web calls api (env A_URL)"))
    #expect(read.lines.contains("web calls db (env DB_URL)"))
    #expect(!read.everything.contains("hunter2"))
    #expect(!read.everything.contains("cG9zdGdy"))
  }

  @Test(arguments: [
    ("readinessProbe: { tcpSocket: { port: 1 } }", true, 0),
    ("livenessProbe: { httpGet: { path: /health/db, port: 1 } }", false, 1),
    ("livenessProbe: { httpGet: { path: '/db?key=hunter2', port: 1 } }", false, 1),
    ("readinessProbe: { tcpSocket: {} }, livenessProbe: { httpGet: { path: /ok } }", false, 0),
    ("readinessProbe: { exec: { command: [pg_isready] } }", false, 0),
  ])
  func `a probe of a port looks at the process, and a path may look at more`(
    _ probes: String, _ isProcess: Bool, _ questions: Int
  ) {
    let read = Imported(Self.workload("web", container: probes))
    #expect(read.lines.contains("web.health-check = process") == isProcess)
    #expect(!read.lines.contains("web.health-check = dependencies"))
    let asked = read.reading.notes.flatMap(\.questions).filter { $0.contains("health-check") }
    #expect(asked.count == questions)
    #expect(!read.everything.contains("hunter2"))
  }

  @Test(arguments: [
    ("512Mi", "536.9 MB"), ("1G", "1 GB"), ("1073741824", "1074 MB"), ("'1e9'", nil), ("100m", nil),
  ])
  func `the limit of memory is what a replica has`(_ limit: String, _ size: String?) {
    let read = Imported(
      Self.workload("web", container: "resources: { limits: { memory: \(limit) } }"))
    #expect(
      read.lines.filter { $0.contains("memory") } == size.map { ["web.memory.size = \($0)"] } ?? [])
  }

  @Test func `what is waited for before it starts is a question`() {
    let wait =
      "initContainers: [ { name: w, command: [sh, -c, 'until nc -z db 5432; do :; done'] } ],"
    let read = Imported(Self.workload("web", pod: wait) + Self.workload("db") + Self.service("db"))
    #expect(!read.lines.contains { $0.contains("web calls") })
    let asked = read.reading.notes.flatMap(\.questions)
    #expect(asked.contains { $0.contains("does `web` call `db`?") })
  }

  @Test func `names of two namespaces are kept apart`() {
    let all = ["a", "b"].map { space in
      (Self.workload("web", container: Self.env("API_URL", "http://api")) + Self.workload("api")
        + Self.service("api"))
        .replacing("metadata: { name: ", with: "metadata: { namespace: \(space), name: ")
    }
    let read = Imported(all.joined())
    #expect(read.lines.contains("a-web calls a-api (env API_URL)"))
    #expect(read.lines.contains("b-web calls b-api (env API_URL)"))
  }

  @Test func `one Service before two versions spreads requests over them`() {
    let pod = { (name: String) in
      Self.workload(name).replacing("app: \(name)", with: "app: reviews")
    }
    let read = Imported(pod("reviews-v1") + pod("reviews-v2") + Self.service("reviews"))
    #expect(read.lines.contains("reviews: load-balancer"))
    #expect(read.lines.contains("reviews calls reviews-v1: per-request = 0.5"))
  }

  @Test func `what is outside the cluster is external`() {
    let read = Imported(
      Self.workload("web", container: Self.env("PAY_URL", "https://pay.example.com/v1"))
        + Self.object("Service", "pay", "{ type: ExternalName, externalName: pay.example.com }")
        + Self.object("Service", "mysql", "{ ports: [ { port: 3306 } ] }"))
    #expect(read.lines.contains("pay: external"))
    #expect(read.lines.contains("web calls pay (env PAY_URL)"))
    #expect(read.lines.contains("mysql: database"))
  }

  @Test func `a sidecar is no second service`() {
    let text = Self.workload("web").replacing(
      "containers: [", with: "containers: [ { name: istio-proxy, image: istio/proxyv2 }, ")
    let read = Imported(text)
    #expect(read.lines == ["web: service"])
    #expect(read.reading.notes[0].sentence.contains("container istio-proxy (a sidecar"))
  }

  @Test func `a schedule says how often a job is started`() {
    let job = { (schedule: String) in
      Imported(
        Self.object(
          "CronJob", "bills",
          "{ schedule: '\(schedule)', concurrencyPolicy: Forbid, jobTemplate: { spec: { template: "
            + "{ spec: { containers: [ { name: b, image: acme/b } ] } } } } }", "batch/v1beta1"))
    }
    for (schedule, every) in [
      ("*/5 * * * *", "5 min"), ("0 * * * *", "1 h"), ("30 2 * * *", "1 d"), ("@daily", "1 d"),
      ("0 */6 * * *", "6 h"),
    ] {
      #expect(job(schedule).lines.contains("cron-jobs schedules bills: every = \(every)"))
    }
    #expect(!job("0 9 * * 1-5").lines.contains { $0.contains("every") })
    #expect(job("x").lines.contains("cron-jobs schedules bills: overlap = forbid"))
  }

  @Test func `one copy is unknown until something has more`() {
    let alone = Imported(Self.workload("web", spec: "replicas: 1,"))
    #expect(alone.lines == ["web: service"])
    #expect(alone.reading.notes[0].questions.contains { $0.contains("development") })
    let beside = Imported(
      Self.workload("web", spec: "replicas: 1,") + Self.workload("api", spec: "replicas: 2,"))
    #expect(beside.lines.contains("web.replicas = 1"))
  }
}
