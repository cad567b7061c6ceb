import Description
import Import
import Testing
import TestSupport

/// What holds of workloads and of the ways between them: autoscalers, volumes, routes, meshes.
@Suite struct KubernetesPolicyTests {
  typealias Text = KubernetesTests

  private static let web = Text.workload(
    "web", container: "resources: { requests: { cpu: 1 } }, " + Text.env("API_URL", "http://api"))
  private static let system =
    web + Text.workload("api") + Text.service("api") + Text.service("web")

  // MARK: - Autoscalers

  private func scaled(_ target: String, metrics: String = "") -> Imported {
    Imported(
      Self.system
        + Text.object(
          "HorizontalPodAutoscaler", "scaler",
          "{ scaleTargetRef: { kind: Deployment, name: \(target) }, minReplicas: 2, "
            + "maxReplicas: 9, \(metrics) }", "autoscaling/v2"))
  }

  @Test func `an autoscaler owns the number of copies`() {
    let read = scaled("web", metrics: "targetCPUUtilizationPercentage: 70")
    #expect(read.lines.contains("web.replicas = 2..9"))
    #expect(read.lines.contains("web.scaling.on = cpu"))
    #expect(read.lines.contains("web.scaling.target = 70 %"))
    #expect(read.problems == [])
  }

  @Test func `a target that is not there is a problem at its line, with the one that is`() {
    let problems = scaled("webs").problems
    #expect(problems.map(\.code) == ["unknown-target"])
    #expect(problems[0].remedy?.contains("`web`") == true)
    #expect(problems[0].place != nil)
  }

  @Test func `a share of what nobody requests is a problem`() {
    let problems = scaled("api", metrics: "targetCPUUtilizationPercentage: 70").problems
    #expect(problems.map(\.code) == ["share-of-nothing"])
  }

  @Test(arguments: [
    ("rabbitmq", "backlog"), ("aws-sqs-queue", "backlog"), ("cron", "schedule"), ("cpu", "cpu"),
    ("kafka", "backlog"),
  ])
  func `a trigger of KEDA says what is followed`(_ type: String, _ word: String) {
    let read = Imported(
      Self.system
        + Text.object(
          "ScaledObject", "s",
          "{ scaleTargetRef: { name: web }, minReplicaCount: 0, maxReplicaCount: 30, "
            + "pollingInterval: 20, triggers: [ { type: \(type), metadata: { host: hunter2 } } ] }",
          "keda.sh/v1alpha1"))
    #expect(read.lines.contains("web.replicas = 1..30"))
    #expect(read.lines.contains("web.scaling.on = \(word)"))
    #expect(read.lines.contains("web.scaling.interval = 20s"))
    #expect(!read.everything.contains("hunter2"))
  }

  // MARK: - Volumes

  @Test(arguments: [
    ("emptyDir: {}", "scratch"), ("hostPath: { path: /srv/data }", "data"),
    ("persistentVolumeClaim: { claimName: c }", "data"), ("hostPath: { path: /var/log }", nil),
    ("configMap: { name: c }", nil),
  ])
  func `a volume says what the disk of a copy holds`(_ volume: String, _ disk: String?) {
    let read = Imported(
      Text.workload(
        "web", pod: "volumes: [ { name: v, \(volume) } ],",
        container: "volumeMounts: [ { name: v, mountPath: /v } ]"))
    #expect(read.lines == ["web: service"] + (disk.map { ["web.disk = \($0)"] } ?? []))
  }

  @Test(arguments: [("ReadWriteOnce", 1), ("ReadWriteMany", 0)])
  func `copies that share a claim of one writer are a problem`(_ mode: String, _ count: Int) {
    let read = Imported(
      Text.workload(
        "web", spec: "replicas: 3,",
        pod: "volumes: [ { name: v, persistentVolumeClaim: { claimName: c } } ],",
        container: "volumeMounts: [ { name: v, mountPath: /v } ]")
        + Text.object("PersistentVolumeClaim", "c", "{ accessModes: [ \(mode) ] }"))
    #expect(read.problems.map(\.code) == Array(repeating: "one-writer", count: count))
  }

  // MARK: - Ways

  @Test func `an Ingress is the way in, with what its annotations say`() {
    let text =
      Text.object(
        "Ingress", "shop",
        "{ ingressClassName: nginx, rules: [ { http: { paths: [ { path: /, backend: { service: "
          + "{ name: web } } }, { backend: { serviceName: api } } ] } } ] }",
        "networking.k8s.io/v1"
      ).replacing(
        "name: shop }",
        with: "name: shop, annotations: { nginx.ingress.kubernetes.io/affinity: cookie, "
          + "nginx.ingress.kubernetes.io/proxy-read-timeout: '20', "
          + "nginx.ingress.kubernetes.io/limit-rps: '5' } }")
    let read = Imported(Self.system + text)
    #expect(read.lines.contains("ingress calls web (Ingress shop)"))
    #expect(read.lines.contains("ingress calls api: timeout = 20s"))
    #expect(read.lines.contains("web.affinity = cookie"))
    #expect(read.reading.notes[0].sentence.contains("it limits each client address"))
  }

  @Test func `a route of the Gateway API is a way in`() {
    let read = Imported(
      Self.system
        + Text.object(
          "Gateway", "front", "{ gatewayClassName: istio }", "gateway.networking.k8s.io/v1")
        + Text.object(
          "HTTPRoute", "shop",
          "{ parentRefs: [ { name: front } ], rules: [ { timeouts: { request: 1m30s }, "
            + "backendRefs: [ { name: web } ] } ] }", "gateway.networking.k8s.io/v1"))
    #expect(read.lines.contains("front: gateway"))
    #expect(read.lines.contains("front calls web (HTTPRoute shop)"))
    #expect(read.lines.contains("front calls web: timeout = 90s"))
  }

  @Test func `policies of Istio hold for the calls that reach a Service`() {
    let read = Imported(
      Self.system
        + Text.object(
          "VirtualService", "api",
          "{ hosts: [ api ], http: [ { timeout: 10s, retries: { attempts: 2, perTryTimeout: 2s }, "
            + "route: [ { destination: { host: api.default.svc.cluster.local } } ] } ] }",
          "networking.istio.io/v1")
        + Text.object(
          "DestinationRule", "api",
          "{ host: api, trafficPolicy: { connectionPool: { tcp: { maxConnections: 50 } }, "
            + "outlierDetection: { consecutive5xxErrors: 5 }, "
            + "loadBalancer: { consistentHash: { useSourceIp: true } } } }",
          "networking.istio.io/v1"))
    for line in ["timeout = 2s", "attempts = 3", "pool = 50", "breaker = yes"] {
      #expect(read.lines.contains("web calls api: \(line)"))
    }
    #expect(read.lines.contains("api.affinity = ip"))
  }

  @Test func `timeouts of Linkerd hold as well`() {
    let read = Imported(
      Self.system
        + Text.object(
          "ServiceProfile", "api.default.svc.cluster.local",
          "{ routes: [ { name: a, timeout: 300ms }, { name: b, timeout: 1s } ] }",
          "linkerd.io/v1alpha2"))
    #expect(read.lines.contains("web calls api: timeout = 1s"))
  }

  @Test func `a network policy says who reaches whom, unless it means everybody`() {
    let policy = { (from: String) in
      Imported(
        Text.workload("web") + Text.workload("api")
          + Text.object(
            "NetworkPolicy", "api",
            "{ podSelector: { matchLabels: { app: api } }, ingress: [ { from: [ { podSelector: "
              + "\(from) } ] } ] }", "networking.k8s.io/v1"))
    }
    #expect(
      policy("{ matchLabels: { app: web } }").lines
        .contains("web calls api (NetworkPolicy api)"))
    #expect(!policy("{}").lines.contains { $0.contains("calls") })
  }

  @Test func `a store that an operator runs is a component`() {
    let read = Imported(
      Text.workload("web", container: Text.env("DB_URL", "postgres://u:p@orders-db-rw/orders"))
        + Text.object("Cluster", "orders-db", "{ instances: 3 }", "postgresql.cnpg.io/v1"))
    #expect(read.lines.contains("orders-db: database"))
    #expect(read.lines.contains("orders-db.replicas = 3"))
    #expect(read.lines.contains("web calls orders-db (env DB_URL)"))
  }

  @Test(arguments: [
    "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: '{{ .Values.name }}' }\n",
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: {{ .Values.name }}-x\n",
  ])
  func `a template that nobody rendered is refused with the command that does`(_ text: String) {
    let read = Imported(text)
    #expect(read.lines == [])
    #expect(read.problems.contains { $0.message.contains("helm template . | tenfold check -") })
  }

  @Test func `a dashboard with templates of its own is no template`() {
    let read = Imported(
      Text.workload("web")
        + "---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: d }\ndata:\n  a: |\n"
        + "    {{- if .Values.x }}\n    {{- end }}\n")
    #expect(read.lines == ["web: service"])
  }
}
