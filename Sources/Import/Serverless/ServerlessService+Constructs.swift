import SourceText
import YAML

/// The template that is embedded, and what plugins make.
extension ServerlessService {
  /// The template that is embedded.
  func embedded() -> [Resource] {
    parts("resources").flatMap { node -> [Resource] in
      let template = Template(yaml, file.path, node)
      return TemplateResources(TemplateInstance(template, project, prefix: prefix)).all()
    }
  }

  func stateMachines() -> [Resource] {
    guard let plugin = Template.child("stepFunctions", of: root, yaml),
      let machines = Template.child("stateMachines", of: plugin, yaml)
    else { return [] }
    return Template.entries(machines, yaml).flatMap { entry -> [Resource] in
      guard let value = instance.value(entry.value) else { return [] }
      let address = prefix + entry.name
      let machine = Resource(
        type: "serverless/stateMachine", name: entry.name, address: address,
        span: yaml.span(entry.key), path: file.path, values: value)
      let events = value["events"]?.items ?? []
      return [machine]
        + events.enumerated().flatMap { event($1, entry.name, address, $0 + 1) }
    }
  }

  /// What a construct of Lift makes: a queue with its worker and its dead-letter queue, a bucket.
  func construct(
    _ name: String, _ key: NodeReference, _ node: NodeReference
  ) -> [Resource] {
    guard let value = instance.value(node), let type = value["type"]?.text else { return [] }
    let span = yaml.span(key)
    let own = prefix + name
    var construct = Resource(
      type: "lift/" + type, name: name, address: own, span: span, path: file.path, values: value)
    guard type == "queue" else { return [construct] }
    let text = { ResourceValue(content: .text($0), span: span) }
    // 14 days, and three tries: https://github.com/getlift/lift/blob/master/docs/queue.md
    let failed = part(
      "AWS::SQS::Queue", name + "Dlq", span, [("MessageRetentionPeriod", text("1209600"))])
    if value["maxRetries"] == nil { construct = construct.setting("maxRetries", text("3")) }
    construct = construct.setting("dead-letter", reference([failed.address], span))
    guard let worker = value["worker"] else { return [construct, failed] }
    var all = function(name + "Worker", key, worker)
    var fields: [(name: String, value: ResourceValue)] = [
      ("arn", reference([own], span)),
      ("function", reference([prefix + Self.logicalName(name + "Worker")], span)),
    ]
    for key in ["batchSize", "maxConcurrency"] {
      if let set = value[key] { fields.append((key, set)) }
    }
    all.append(part("event/sqs", name, span, fields, address: own + "-sqs"))
    return [construct, failed] + all
  }
}
