import Architecture
import Findings
import SourceText
import YAML

/// Workloads that run to their end: Jobs, and those that a CronJob starts.
struct KubernetesJobs {
  private let cluster: KubernetesCluster
  private var system: ForeignSystem { cluster.system }

  init(_ cluster: KubernetesCluster) { self.cluster = cluster }

  /// Says what a workload is when it is a job, and who starts it.
  func read(_ workload: KubernetesWorkload) {
    let object = workload.object
    guard object.kind == "Job" || object.kind == "CronJob" else { return }
    system.update(workload.component) { $0.kind = .worker }
    guard object.kind == "CronJob" else { return }
    let scheduler = system.component("cron-jobs", at: object.span)
    system.update(scheduler) { $0.kind = .scheduler }
    system.add(.managed, .flag(true), to: scheduler, at: object.span)
    var mention = Mention(
      source: scheduler, text: workload.key, form: .name, kind: .schedules,
      evidence: object.title, span: object.span)
    if let schedule = object.spec?["schedule"], let every = Self.period(schedule.text ?? "") {
      mention.facts.add(.every, Fact(.number(every), .declared, span: schedule.span))
    }
    let policy = object.spec?["concurrencyPolicy"]
    cluster.annotations.add(
      "CronJob.concurrencyPolicy", policy?.text ?? "Allow", to: &mention.facts,
      at: policy?.span ?? object.span)
    system.add(mention)
  }

  /// The time between two runs of a schedule in seconds; nil where it is not the same each time.
  static func period(_ schedule: String) -> Double? {
    if let named = names[schedule] { return named }
    let fields = schedule.split(whereSeparator: \.isWhitespace).map(String.init)
    guard fields.count == 5 else { return nil }
    let sizes = [60.0, 3600, 86400, 2_678_400, 604_800]
    for index in [0, 1] {
      let rest = fields[(index + 1)...]
      guard rest.allSatisfy({ $0 == "*" }), fields[..<index].allSatisfy({ Int($0) != nil }) else {
        continue
      }
      if fields[index] == "*" { return sizes[index] }
      if fields[index].hasPrefix("*/"), let step = Double(fields[index].dropFirst(2)), step >= 1,
        step < 60
      {
        return step * sizes[index]
      }
    }
    let isAt = fields.map { Int($0) != nil }
    switch isAt {
    case [true, false, false, false, false]:
      return fields[1...] == ["*", "*", "*", "*"] ? 3600 : nil
    case [true, true, false, false, false]: return fields[2...] == ["*", "*", "*"] ? 86400 : nil
    case [true, true, false, false, true]: return fields[2...3] == ["*", "*"] ? 604_800 : nil
    default: return nil
    }
  }

  private static let names = [
    "@hourly": 3600.0, "@daily": 86400, "@midnight": 86400, "@weekly": 604_800,
  ]
}
