import Description
import Reports
import Review
import Rules
import SourceText

/// What an assistant can read besides: the pages of the rules, and the schema of descriptions.
struct Resources {
  let rules: RuleSet
  private static let rulePrefix = "tenfold://rules/"
  private static let schemaAddress = "tenfold://schema/description"

  /// All resources, the schema first.
  var listing: JSONValue {
    .members([
      "resources": .array(
        [
          Self.entry(
            Self.schemaAddress, "description", "JSON Schema of descriptions",
            "application/schema+json")
        ]
          + rules.rules.map {
            Self.entry(Self.rulePrefix + $0.id, $0.id, $0.title, "text/markdown")
          })
    ])
  }

  /// How addresses of rules are made.
  static let templates = JSONValue.members([
    "resourceTemplates": .array([
      .members([
        "uriTemplate": .string(rulePrefix + "{theme}/{smell}"), "name": .string("rule"),
        "title": .string("The page of a rule"), "mimeType": .string("text/markdown"),
      ])
    ])
  ])

  private static func entry(
    _ address: String, _ name: String, _ title: String, _ type: String
  ) -> JSONValue {
    .members([
      "uri": .string(address), "name": .string(name), "title": .string(title),
      "mimeType": .string(type),
    ])
  }

  /// What stands at an address.
  func contents(at address: String) throws(ProtocolError) -> JSONValue {
    if address == Self.schemaAddress {
      return Self.contents(
        address, "application/schema+json", DescriptionSchema.document.text)
    }
    guard address.hasPrefix(Self.rulePrefix),
      let rule = rules[String(address.dropFirst(Self.rulePrefix.count))]
    else {
      throw ProtocolError(
        code: .resourceNotFound, message: "there is no such resource",
        data: .members(["uri": .string(address)]))
    }
    return Self.contents(address, "text/markdown", Manual(rule).text)
  }

  private static func contents(_ address: String, _ type: String, _ text: String) -> JSONValue {
    .members([
      "contents": .array([
        .members([
          "uri": .string(address), "mimeType": .string(type), "text": .string(text),
        ])
      ])
    ])
  }
}
