import SourceText
import YAML

/// The events of functions and state machines, and what the framework makes for them.
extension ServerlessService {
  func event(
    _ event: ResourceValue, _ function: String, _ address: String, _ number: Int
  ) -> [Resource] {
    // `- sqs: arn`, `- http: { path: orders }`, `- websocket` alone.
    guard let kind = event.fields.first?.name ?? event.text else { return [] }
    let value = event.fields.first?.value
    var fields = value?.fields ?? []
    if fields.isEmpty, let value { fields = [("arn", value)] }
    fields.append(("function", reference([address], event.span)))
    if let api = Self.apis[kind] { fields.append(("api", reference([prefix + api], event.span))) }
    let name = function + "-" + kind + (number > 1 ? "-\(number)" : "")
    let own = part("event/" + kind, name, event.span, fields)
    guard let type = Self.made[kind], let text = Self.madeName(value), !text.contains(":") else {
      return [own]
    }
    let made = prefix + type + text
    let named = own.setting("arn", reference([made], event.span))
    return [named, part(type, text, event.span, [], address: made)]
  }

  /// The word by which an event names what is made for it.
  private static func madeName(_ value: ResourceValue?) -> String? {
    guard let value, value.allReferences.isEmpty, value["arn"] == nil else { return nil }
    guard value["existing"]?.text != "true" else { return nil }
    return value.text ?? value["topicName"]?.text ?? value["bucket"]?.text
  }

  func part(
    _ type: String, _ name: String, _ span: SourceSpan,
    _ fields: [(name: String, value: ResourceValue)], address: String? = nil
  ) -> Resource {
    Resource(
      type: type, name: name, address: address ?? prefix + name, span: span, path: file.path,
      values: ResourceValue(content: .fields(fields), span: span), isMade: true)
  }

  func addingApis(_ resources: [Resource]) -> [Resource] {
    let named = Set(resources.flatMap { $0.values["api"]?.references ?? [] })
    let types = ["http": "AWS::ApiGateway::RestApi", "httpApi": "AWS::ApiGatewayV2::Api"]
    return resources
      + Self.apis.keys.sorted().compactMap { kind in
        let name = Self.apis[kind] ?? kind
        guard named.contains(prefix + name),
          let user = resources.first(where: {
            $0.values["api"]?.references.contains(prefix + name) == true
          })
        else { return nil }
        return part(types[kind] ?? "AWS::ApiGatewayV2::Api", name, user.span, [])
      }
  }
}
