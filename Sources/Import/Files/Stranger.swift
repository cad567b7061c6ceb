import SourceText
import YAML

/// What is recognised and not read, so that whoever hands it over learns why.
struct Stranger {
  /// What it is.
  let name: String
  /// Why it is not read, and what to do.
  let reason: String

  private init(_ name: String, _ reason: String) {
    self.name = name
    self.reason = reason
  }

  /// What a text is, where it is none of the formats that are read; nil for what nobody knows.
  init?(_ text: ParsedText) {
    if Self.isTemplate(text) || Self.hasActions(text.text) {
      self.init(
        "a template",
        "it has to be rendered first, such as by `helm template . | tenfold check -`")
      return
    }
    for document in text.documents {
      if document.contains(where: {
        $0.key == "kind" && text.tree.text($0.value) == "Kustomization"
      }) {
        self.init(
          "a list for Kustomize",
          "it has to be rendered first, such as by `kubectl kustomize . | tenfold check -`")
        return
      }
      let keys = Set(document.map(\.key))
      if let stranger = Self.all.first(where: { keys.isSuperset(of: $0.keys) }) {
        self.init(stranger.name, stranger.reason)
        return
      }
    }
    return nil
  }

  private static let all: [(keys: Set<String>, name: String, reason: String)] = [
    (["on", "jobs"], "a workflow of GitHub Actions", "it builds the system, and is no part of it"),
    (["openapi"], "an OpenAPI document", "it says what a service offers, not what it is made of"),
    (["swagger"], "an OpenAPI document", "it says what a service offers, not what it is made of"),
    (["asyncapi"], "an AsyncAPI document", "formats of interfaces are not read yet"),
  ]

  /// Whether a text is a template by its values: one with an action, or an action that breaks it.
  ///
  /// Whole files within a value, such as dashboards, may have actions of their own.
  static func isTemplate(_ text: ParsedText) -> Bool {
    if text.failure != nil { return hasActions(text.text) }
    guard text.text.bytes.contains(UInt8(ascii: "{")) else { return false }
    return text.tree.scalars.contains { scalar in
      let value = text.tree.text(scalar)
      return value.contains("{{") && !value.contains("\n")
        && [".Values", ".Release", ".Chart", "include "].contains { value.contains($0) }
    }
  }

  /// Whether a line has an action of a Go template outside a comment.
  private static func hasActions(_ text: SourceText) -> Bool {
    (1...min(text.lineCount, 200)).contains { number in
      let line = text.string(text.lineRange(number)).drop { $0 == " " || $0 == "-" }
      guard !line.hasPrefix("#") else { return false }
      return [
        "{{ .Values", "{{ include", "{{- if", "{{- with", "{{- range", "{{- define",
        "{{ .Release", "{{- include", "{{- end", "{{.Values", "{{ template",
      ].contains {
        line.contains($0)
      }
    }
  }
}
